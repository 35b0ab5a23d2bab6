package dev.upkeep.alert.service;

import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import dev.upkeep.json.Json;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// ntfy, [as JSON](https://docs.ntfy.sh/publish/#publish-as-json): in its other form a title is a
/// header, and a name must never be one. The topic is the last part of the address; what is
/// protected takes `?auth=`, as its documents say.
final class Ntfy implements WebhookService {
  /// In [bytes](https://docs.ntfy.sh/publish/#limitations); what is longer becomes an attachment.
  private static final int MAX_BYTES = 4096;

  private static final int MAX_TITLE = 250;

  @Override
  public String word() {
    return "ntfy";
  }

  @Override
  public String title() {
    return "ntfy";
  }

  @Override
  public boolean owns(URI address) {
    return address.getHost().equalsIgnoreCase("ntfy.sh");
  }

  @Override
  public boolean resembles(URI address) {
    return address.getHost().toLowerCase(Locale.ROOT).startsWith("ntfy.")
        && problem(address).isEmpty();
  }

  @Override
  public Optional<String> problem(URI address) {
    return topic(address).matches("[-_A-Za-z0-9]{1,64}")
        ? Optional.empty()
        : Optional.of("The address of an ntfy topic ends with its name: https://ntfy.sh/NAME.");
  }

  @Override
  public Request request(URI address, Post post) {
    String path = address.getRawPath().replaceFirst("/+$", "");
    String root = path.substring(0, path.length() - topic(address).length());
    String auth = QueryText.value(address, "auth").map(_ -> "?" + address.getRawQuery()).orElse("");
    return Request.postJson(
        QueryText.on(address, root + auth),
        Json.object()
            .put("topic", topic(address))
            .put("title", ChatText.cut(ChatText.plain(post.title()), MAX_TITLE))
            .put(
                "message",
                ChatText.cutBytes(ChatText.lines(post.body(), ChatText::plain), MAX_BYTES))
            .put(
                "priority",
                switch (post.weight()) {
                  case LOW -> 2;
                  case NORMAL -> 3;
                  case HIGH -> 4;
                })
            .build()
            .write());
  }

  @Override
  public Delivery answer(URI address, Response response) {
    return ServiceAnswers.byStatus(address, response, body -> body.string("error"));
  }

  private static String topic(URI address) {
    String path = address.getRawPath().replaceFirst("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
