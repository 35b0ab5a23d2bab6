package dev.upkeep.alert.service;

import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import dev.upkeep.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A [workflow](https://support.microsoft.com/office/8ae491c7-0394-4861-ba59-055e33f75498) of
/// Microsoft Teams, which takes Adaptive Cards alone and answers 202. The text is in [text
/// runs](https://adaptivecards.io/explorer/TextRun.html), which know no Markdown.
final class Teams implements WebhookService {
  /// A message may have [28 KB](https://learn.microsoft.com/connectors/teams/), of which every
  /// character takes four bytes at most, and six where JSON escapes it.
  private static final int MAX_LENGTH = 4000;

  private static final int MAX_TITLE = 400;

  @Override
  public String word() {
    return "teams";
  }

  @Override
  public String title() {
    return "Microsoft Teams";
  }

  @Override
  public boolean owns(URI address) {
    return endsWith(address, ".logic.azure.com")
        || endsWith(address, ".environment.api.powerplatform.com")
        || isRetired(address);
  }

  @Override
  public Optional<String> problem(URI address) {
    return isRetired(address)
        ? Optional.of(
            "Microsoft has retired the addresses of webhook.office.com. In Teams, add the workflow"
                + " \"Send webhook alerts to a channel\" and give its address.")
        : Optional.empty();
  }

  @Override
  public Request request(URI address, Post post) {
    Json.Obj card =
        Json.object()
            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .put("type", "AdaptiveCard")
            .put("version", "1.4")
            .put(
                "body",
                new Json.Arr(
                    List.of(
                        block(ChatText.cut(harmless(post.title()), MAX_TITLE), true),
                        block(
                            ChatText.cut(ChatText.lines(post.body(), Teams::harmless), MAX_LENGTH),
                            false))))
            .build();
    return Request.postJson(
        address,
        Json.object()
            .put("type", "message")
            .put(
                "attachments",
                new Json.Arr(
                    List.of(
                        Json.object()
                            .put("contentType", "application/vnd.microsoft.card.adaptive")
                            .put("content", card)
                            .build())))
            .build()
            .write());
  }

  @Override
  public Delivery answer(URI address, Response response) {
    return ServiceAnswers.byStatus(
        address, response, body -> body.object("error").flatMap(error -> error.string("message")));
  }

  private static Json.Obj block(String text, boolean title) {
    Json.Obj run =
        (title ? Json.object().put("weight", "Bolder") : Json.object())
            .put("type", "TextRun")
            .put("text", text)
            .build();
    return Json.object()
        .put("type", "RichTextBlock")
        .put("inlines", new Json.Arr(List.of(run)))
        .build();
  }

  /// Without `<at>`, which calls somebody.
  private static String harmless(String text) {
    return ChatText.plain(text).replace("<", "<\u200b");
  }

  private static boolean isRetired(URI address) {
    return endsWith(address, ".webhook.office.com")
        || (address.getHost().equalsIgnoreCase("outlook.office.com")
            && address.getRawPath().startsWith("/webhook"));
  }

  private static boolean endsWith(URI address, String domain) {
    return address.getHost().toLowerCase(Locale.ROOT).endsWith(domain);
  }
}
