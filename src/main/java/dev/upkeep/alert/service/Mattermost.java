package dev.upkeep.alert.service;

import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import dev.upkeep.json.Json;
import java.net.URI;

/// An [incoming webhook](https://developers.mattermost.com/integrate/webhooks/incoming/) of
/// Mattermost, which everybody hosts for themselves.
final class Mattermost implements WebhookService {
  /// A post takes 16,383, and took 4,000 before version 5.
  private static final int MAX_LENGTH = 4000;

  @Override
  public String word() {
    return "mattermost";
  }

  @Override
  public String title() {
    return "Mattermost";
  }

  @Override
  public boolean owns(URI address) {
    return false;
  }

  /// Ids have [26 characters](https://developers.mattermost.com/integrate/webhooks/incoming/).
  @Override
  public boolean resembles(URI address) {
    return address.getRawPath().matches("(/.*)?/hooks/[a-z0-9]{26}/?");
  }

  @Override
  public Request request(URI address, Post post) {
    String text =
        ChatText.together(
            ChatText.markdown(post.title()), ChatText.lines(post.body(), ChatText::markdown));
    return Request.postJson(
        address, Json.object().put("text", ChatText.cut(text, MAX_LENGTH)).build().write());
  }

  @Override
  public Delivery answer(URI address, Response response) {
    return ServiceAnswers.byStatus(address, response, body -> body.string("message"));
  }
}
