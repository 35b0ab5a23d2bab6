package dev.upkeep.alert.service;

import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import dev.upkeep.json.Json;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Pushover's [messages](https://pushover.net/api), as a form: the token of an application and the
/// key of a user or group, which people paste in the address, go in the body with the rest.
final class Pushover implements WebhookService {
  /// In [characters](https://pushover.net/api#limits) of up to four bytes.
  private static final int MAX_LENGTH = 1024;

  private static final int MAX_TITLE = 250;

  @Override
  public String word() {
    return "pushover";
  }

  @Override
  public String title() {
    return "Pushover";
  }

  @Override
  public boolean owns(URI address) {
    return address.getHost().equalsIgnoreCase("api.pushover.net");
  }

  @Override
  public Optional<String> problem(URI address) {
    return QueryText.value(address, "token").isPresent()
            && QueryText.value(address, "user").isPresent()
        ? Optional.empty()
        : Optional.of(
            "The address for Pushover is"
                + " https://api.pushover.net/1/messages.json?token=TOKEN&user=KEY: the token of an"
                + " application, and your key.");
  }

  @Override
  public Request request(URI address, Post post) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String name : new String[] {"token", "user", "device"}) {
      QueryText.value(address, name).ifPresent(value -> form.put(name, value));
    }
    form.put("title", ChatText.cut(ChatText.plain(post.title()), MAX_TITLE));
    String body = ChatText.lines(post.body(), ChatText::plain);
    form.put("message", body.isEmpty() ? form.get("title") : ChatText.cut(body, MAX_LENGTH));
    // 2 would ring until somebody confirms it.
    form.put(
        "priority",
        switch (post.weight()) {
          case LOW -> "-1";
          case NORMAL -> "0";
          case HIGH -> "1";
        });
    return Request.postForm(QueryText.on(address, address.getRawPath()), QueryText.form(form));
  }

  /// `status` is 1 for what was taken.
  @Override
  public Delivery answer(URI address, Response response) {
    Optional<Json.Obj> body = ServiceAnswers.object(response);
    if (response.ok() && body.flatMap(it -> it.integer("status")).orElse(0L) == 1) {
      return new Delivery.Delivered(response.status());
    }
    Optional<String> errors =
        body.flatMap(it -> it.array("errors"))
            .map(all ->
                all.stream()
                    .flatMap(one -> one.asString().stream())
                    .collect(Collectors.joining(", ")));
    return ServiceAnswers.refused(address, response, errors, RetryAfter.of(response));
  }
}
