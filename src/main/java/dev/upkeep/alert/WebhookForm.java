package dev.upkeep.alert;

import dev.upkeep.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The bodies that webhooks understand. Pure.
enum WebhookForm {
  /// [Incoming
  /// webhooks](https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks).
  SLACK {
    @Override
    Json.Obj body(FailedTouch failed) {
      return Json.object()
          .put(
              "text",
              ChatText.slack(ChatText.cut(failed.summary(), ChatText.MAX_LENGTH / 2))
                  + "\n"
                  + ChatText.slack(ChatText.cut(failed.advice(), ChatText.MAX_LENGTH / 2)))
          .build();
    }
  },
  /// [Execute webhook](https://discord.com/developers/docs/resources/webhook#execute-webhook).
  DISCORD {
    @Override
    Json.Obj body(FailedTouch failed) {
      String text = ChatText.discord(failed.summary()) + "\n" + ChatText.discord(failed.advice());
      return Json.object()
          .put("content", ChatText.cut(text, ChatText.MAX_LENGTH))
          .put("allowed_mentions", Json.object().put("parse", new Json.Arr(List.of())).build())
          .build();
    }
  },
  /// Everything apart, for programs, and `text` for people: Mattermost, Rocket.Chat and others show
  /// that and ignore the rest.
  GENERIC {
    @Override
    Json.Obj body(FailedTouch failed) {
      return Json.object()
          .put("event", "touch.failed")
          .put("database", failed.database())
          .put("host", failed.host())
          .put("kind", failed.kind().name())
          .put("message", failed.message())
          .put("advice", failed.advice())
          .put("at", failed.at().toString())
          .put("text", ChatText.plain(failed.summary()))
          .build();
    }
  };

  private static final Set<String> SLACK_HOSTS = Set.of("hooks.slack.com", "hooks.slack-gov.com");
  private static final Set<String> DISCORD_HOSTS =
      Set.of("discord.com", "discordapp.com", "ptb.discord.com", "canary.discord.com");

  abstract Json.Obj body(FailedTouch failed);

  /// The form that the service at this address understands.
  static WebhookForm of(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    if (SLACK_HOSTS.contains(host)) {
      return SLACK;
    }
    boolean discord =
        DISCORD_HOSTS.contains(host) && url.getRawPath().matches("/api/(v[0-9]+/)?webhooks/.*");
    return discord ? DISCORD : GENERIC;
  }
}
