package dev.upkeep.alert.service;

import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import dev.upkeep.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Telegram's [sendMessage](https://core.telegram.org/bots/api#sendmessage), to the chat that
/// `?chat_id=` names. Without a `parse_mode`, so that nothing in a text means anything.
final class Telegram implements WebhookService {
  private static final int MAX_LENGTH = 4096;
  private static final String METHOD = "/sendMessage";

  @Override
  public String word() {
    return "telegram";
  }

  @Override
  public String title() {
    return "Telegram";
  }

  @Override
  public boolean owns(URI address) {
    return address.getHost().equalsIgnoreCase("api.telegram.org");
  }

  @Override
  public Optional<String> problem(URI address) {
    boolean bot = address.getRawPath().matches("(/.*)?/bot[^/]+(/|/sendMessage/?)?");
    return bot && QueryText.value(address, "chat_id").isPresent()
        ? Optional.empty()
        : Optional.of(
            "The address for Telegram is"
                + " https://api.telegram.org/botTOKEN/sendMessage?chat_id=CHAT: the bot's token from"
                + " @BotFather, and the number of the chat or the @name of the channel.");
  }

  @Override
  public Request request(URI address, Post post) {
    String path = address.getRawPath().replaceFirst("/+$", "");
    String text =
        ChatText.together(
            ChatText.plain(post.title()), ChatText.lines(post.body(), ChatText::plain));
    return Request.postJson(
        QueryText.on(address, path.endsWith(METHOD) ? path : path + METHOD),
        Json.object()
            .putIfPresent("chat_id", QueryText.value(address, "chat_id"))
            .putIfPresent("message_thread_id", QueryText.value(address, "message_thread_id"))
            .put("text", ChatText.cut(text, MAX_LENGTH))
            .put("link_preview_options", Json.object().put("is_disabled", true).build())
            .put("disable_notification", post.weight() == Post.Weight.LOW)
            .build()
            .write());
  }

  /// Whatever the status, [`ok`](https://core.telegram.org/bots/api#making-requests) decides.
  @Override
  public Delivery answer(URI address, Response response) {
    Optional<Json.Obj> body = ServiceAnswers.object(response);
    if (response.ok() && body.flatMap(it -> it.bool("ok")).orElse(false)) {
      return new Delivery.Delivered(response.status());
    }
    Optional<Duration> wait =
        body.flatMap(it -> it.object("parameters"))
            .flatMap(it -> it.integer("retry_after"))
            .map(Duration::ofSeconds)
            .filter(Duration::isPositive);
    return ServiceAnswers.refused(
        address,
        response,
        body.flatMap(it -> it.string("description")),
        wait.isPresent() ? wait : RetryAfter.of(response));
  }
}
