package dev.upkeep.alert.service;

import dev.upkeep.http.Request;
import dev.upkeep.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// [Execute webhook](https://discord.com/developers/docs/resources/webhook#execute-webhook) of
/// Discord.
final class Discord implements WebhookService {
  private static final Set<String> HOSTS =
      Set.of("discord.com", "discordapp.com", "ptb.discord.com", "canary.discord.com");

  /// Of `content`, in the same place of its documents.
  private static final int MAX_LENGTH = 2000;

  @Override
  public String word() {
    return "discord";
  }

  @Override
  public String title() {
    return "Discord";
  }

  @Override
  public boolean owns(URI address) {
    return HOSTS.contains(address.getHost().toLowerCase(Locale.ROOT))
        && address.getRawPath().matches("/api/(v[0-9]+/)?webhooks/.*");
  }

  @Override
  public Request request(URI address, Post post) {
    String text =
        ChatText.together(
            ChatText.markdown(post.title()), ChatText.lines(post.body(), ChatText::markdown));
    return Request.postJson(
        address,
        Json.object()
            .put("content", ChatText.cut(text, MAX_LENGTH))
            .put("allowed_mentions", Json.object().put("parse", new Json.Arr(List.of())).build())
            .build()
            .write());
  }
}
