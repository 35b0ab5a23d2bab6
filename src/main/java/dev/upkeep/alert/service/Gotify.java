package dev.upkeep.alert.service;

import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import dev.upkeep.json.Json;
import java.net.URI;
import java.util.Optional;

/// Gotify's [messages](https://gotify.net/docs/pushmsg): the token, which people paste in the
/// address, goes in a header, where no log of a proxy has it.
final class Gotify implements WebhookService {
  private static final int MAX_LENGTH = 4000;
  private static final String DISPLAY = "client::display";

  @Override
  public String word() {
    return "gotify";
  }

  @Override
  public String title() {
    return "Gotify";
  }

  @Override
  public boolean owns(URI address) {
    return false;
  }

  @Override
  public boolean resembles(URI address) {
    return problem(address).isEmpty();
  }

  @Override
  public Optional<String> problem(URI address) {
    return address.getRawPath().matches("(/.*)?/message/?")
            && token(address).matches("[!-~]{1,100}")
        ? Optional.empty()
        : Optional.of(
            "The address for Gotify is https://HOST/message?token=TOKEN, with the token of an"
                + " application.");
  }

  @Override
  public Request request(URI address, Post post) {
    return Request.postJson(
            QueryText.on(address, address.getRawPath()),
            Json.object()
                .put("title", ChatText.plain(post.title()))
                .put(
                    "message",
                    ChatText.cut(ChatText.lines(post.body(), ChatText::plain), MAX_LENGTH))
                .put(
                    "priority",
                    switch (post.weight()) {
                      case LOW -> 2;
                      case NORMAL -> 5;
                      case HIGH -> 8;
                    })
                .put(
                    "extras",
                    Json.object()
                        .put(DISPLAY, Json.object().put("contentType", "text/plain").build())
                        .build())
                .build()
                .write())
        .withHeader("X-Gotify-Key", token(address));
  }

  @Override
  public Delivery answer(URI address, Response response) {
    return ServiceAnswers.byStatus(address, response, body -> body.string("errorDescription"));
  }

  private static String token(URI address) {
    return QueryText.value(address, "token").orElse("");
  }
}
