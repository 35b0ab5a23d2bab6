package dev.upkeep.alert.webhook;

import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The bodies that webhooks understand. Pure.
public enum WebhookForm {
  /// [Incoming
  /// webhooks](https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks).
  SLACK {
    @Override
    Json.Obj body(Post post) {
      String title = ChatText.slack(ChatText.cut(post.title(), ChatText.MAX_LENGTH / 2));
      String body = ChatText.lines(ChatText.cut(post.body(), ChatText.MAX_LENGTH), ChatText::slack);
      return Json.object().put("text", together(title, body)).build();
    }
  },
  /// [Execute webhook](https://discord.com/developers/docs/resources/webhook#execute-webhook).
  DISCORD {
    @Override
    Json.Obj body(Post post) {
      String text =
          together(ChatText.discord(post.title()), ChatText.lines(post.body(), ChatText::discord));
      return Json.object()
          .put("content", ChatText.cut(text, ChatText.MAX_LENGTH))
          .put("allowed_mentions", Json.object().put("parse", new Json.Arr(List.of())).build())
          .build();
    }
  },
  /// Everything apart, for programs, and `text` for people: Mattermost, Rocket.Chat and others show
  /// that and ignore the rest.
  JSON {
    @Override
    Json.Obj body(Post post) {
      JsonBuilder json =
          Json.object()
              .put(
                  "text",
                  ChatText.cut(
                      together(
                          ChatText.plain(post.title()),
                          ChatText.lines(post.body(), ChatText::plain)),
                      ChatText.MAX_LENGTH))
              .put("events", new Json.Arr(List.copyOf(post.events())));
      return json.putIfPresent(
              "providerReport",
              post.report(),
              report ->
                  Json.object()
                      .put("provider", report.provider())
                      .put("text", report.text())
                      .build())
          .build();
    }
  };

  private static final Set<String> SLACK_HOSTS = Set.of("hooks.slack.com", "hooks.slack-gov.com");
  private static final Set<String> DISCORD_HOSTS =
      Set.of("discord.com", "discordapp.com", "ptb.discord.com", "canary.discord.com");

  abstract Json.Obj body(Post post);

  private static String together(String title, String body) {
    return body.isEmpty() ? title : title + "\n" + body;
  }

  /// The form that the service at this address understands.
  static WebhookForm of(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    if (SLACK_HOSTS.contains(host)) {
      return SLACK;
    }
    boolean discord =
        DISCORD_HOSTS.contains(host) && url.getRawPath().matches("/api/(v[0-9]+/)?webhooks/.*");
    return discord ? DISCORD : JSON;
  }
}
