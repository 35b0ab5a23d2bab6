package dev.upkeep.alert.service;

import dev.upkeep.http.Request;
import dev.upkeep.json.Json;
import java.net.URI;
import java.util.List;

/// Everything apart, for programs, and `text` for people: for every address that is no other
/// service's.
final class JsonPost implements WebhookService {
  @Override
  public String word() {
    return "json";
  }

  @Override
  public String title() {
    return "JSON";
  }

  @Override
  public boolean owns(URI address) {
    return false;
  }

  @Override
  public Request request(URI address, Post post) {
    String text =
        ChatText.together(
            ChatText.plain(post.title()), ChatText.lines(post.body(), ChatText::plain));
    return Request.postJson(
        address,
        Json.object()
            .put("text", ChatText.cut(text, ChatText.MAX_LENGTH))
            .put("events", new Json.Arr(List.copyOf(post.events())))
            .putIfPresent("providerReport", post.report(), report -> report)
            .build()
            .write());
  }

  @Override
  public boolean forPrograms() {
    return true;
  }
}
