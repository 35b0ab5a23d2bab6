package dev.upkeep.alert.service;

import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import dev.upkeep.json.Json;
import java.net.URI;
import java.util.Optional;

/// An [incoming integration](https://docs.rocket.chat/docs/rocketchat-marketplace-integrations) of
/// Rocket.Chat, which everybody hosts for themselves.
final class RocketChat implements WebhookService {
  /// A message takes 5,000 unless its administrator says otherwise.
  private static final int MAX_LENGTH = 4000;

  @Override
  public String word() {
    return "rocket-chat";
  }

  @Override
  public String title() {
    return "Rocket.Chat";
  }

  @Override
  public boolean owns(URI address) {
    return false;
  }

  /// The id of an integration and its token.
  @Override
  public boolean resembles(URI address) {
    return address.getRawPath().matches("(/.*)?/hooks/[A-Za-z0-9]{17,24}/[A-Za-z0-9]{16,}/?");
  }

  @Override
  public Request request(URI address, Post post) {
    String text =
        ChatText.together(
            ChatText.markdown(post.title()), ChatText.lines(post.body(), ChatText::markdown));
    return Request.postJson(
        address,
        Json.object()
            .put("text", ChatText.cut(text, MAX_LENGTH))
            .put("parseUrls", false)
            .build()
            .write());
  }

  /// A refusal may be a 200 that says `success` is false.
  @Override
  public Delivery answer(URI address, Response response) {
    Optional<Json.Obj> body = ServiceAnswers.object(response);
    boolean refused = body.flatMap(it -> it.bool("success")).filter(it -> !it).isPresent();
    return refused
        ? ServiceAnswers.refused(
            address, response, body.flatMap(it -> it.string("error")), RetryAfter.of(response))
        : ServiceAnswers.byStatus(address, response);
  }
}
