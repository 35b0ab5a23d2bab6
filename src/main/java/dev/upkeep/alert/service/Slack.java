package dev.upkeep.alert.service;

import dev.upkeep.http.Request;
import dev.upkeep.json.Json;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// [Incoming webhooks](https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks)
/// of Slack.
final class Slack implements WebhookService {
  private static final Set<String> HOSTS = Set.of("hooks.slack.com", "hooks.slack-gov.com");

  @Override
  public String word() {
    return "slack";
  }

  @Override
  public String title() {
    return "Slack";
  }

  @Override
  public boolean owns(URI address) {
    return HOSTS.contains(address.getHost().toLowerCase(Locale.ROOT));
  }

  @Override
  public Request request(URI address, Post post) {
    String title = escaped(ChatText.cut(post.title(), ChatText.MAX_LENGTH / 2));
    String body = ChatText.lines(ChatText.cut(post.body(), ChatText.MAX_LENGTH), Slack::escaped);
    String text = ChatText.together(title, body);
    return Request.postJson(address, Json.object().put("text", text).build().write());
  }

  /// The [three characters](https://docs.slack.dev/messaging/formatting-message-text#escaping) that
  /// begin mentions, links and entities.
  private static String escaped(String text) {
    return ChatText.plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
