package dev.upkeep.alert.service;

import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import dev.upkeep.json.Json;
import java.net.URI;

/// An [incoming webhook](https://developers.google.com/workspace/chat/quickstart/webhooks) of a
/// space in Google Chat.
final class GoogleChat implements WebhookService {
  /// Of [`text`](https://developers.google.com/workspace/chat/create-messages); a whole message
  /// takes more.
  private static final int MAX_LENGTH = 4096;

  @Override
  public String word() {
    return "google-chat";
  }

  @Override
  public String title() {
    return "Google Chat";
  }

  @Override
  public boolean owns(URI address) {
    return address.getHost().equalsIgnoreCase("chat.googleapis.com");
  }

  @Override
  public Request request(URI address, Post post) {
    String text =
        ChatText.together(
            harmless(post.title()), ChatText.lines(post.body(), GoogleChat::harmless));
    return Request.postJson(
        address, Json.object().put("text", ChatText.cut(text, MAX_LENGTH)).build().write());
  }

  @Override
  public Delivery answer(URI address, Response response) {
    return ServiceAnswers.byStatus(
        address, response, body -> body.object("error").flatMap(error -> error.string("message")));
  }

  /// Without what begins [mentions and
  /// links](https://developers.google.com/workspace/chat/format-messages), `<users/all>` among
  /// them: nothing escapes it.
  private static String harmless(String text) {
    return ChatText.plain(text).replace("<", "<\u200b");
  }
}
