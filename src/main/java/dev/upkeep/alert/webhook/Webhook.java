package dev.upkeep.alert.webhook;

import dev.upkeep.alert.service.Delivery;
import dev.upkeep.alert.service.Post;
import dev.upkeep.alert.service.WebhookService;
import dev.upkeep.alert.service.WebhookServices;
import dev.upkeep.database.Secret;
import dev.upkeep.http.WebAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Posts to one webhook, in the form of the service that it belongs to. Redirects are not followed,
/// since they would carry the message, and a hint of the address, elsewhere.
public final class Webhook {
  private final URI url;
  private final WebhookService service;
  private final HttpDelivery courier;

  Webhook(URI url, HttpDelivery courier) {
    this(url, WebhookServices.of(url), courier);
  }

  private Webhook(URI url, WebhookService service, HttpDelivery courier) {
    this.url = url;
    this.service = service;
    this.courier = courier;
  }

  /// A webhook by its address, which is a secret, in the form that suits the address. A post takes
  /// at most 5 s.
  ///
  /// @throws IllegalArgumentException if it cannot be used, with the sentence of [#problem]
  public static Webhook of(Secret url) {
    return new Webhook(WebAddress.parse(url.reveal()), new HttpDelivery());
  }

  /// The same, for somebody with a service in mind or more patience.
  ///
  /// @param service empty for the one that suits the address
  /// @param timeout for one post
  /// @throws IllegalArgumentException if it cannot be used, with the sentence of [#problem]
  public static Webhook of(Secret url, Optional<WebhookService> service, Duration timeout) {
    URI address = WebAddress.parse(url.reveal());
    return new Webhook(
        address, service.orElseGet(() -> WebhookServices.of(address)), new HttpDelivery(timeout));
  }

  /// Why this cannot be a webhook's address, as a sentence that does not repeat it; empty when it
  /// can.
  public static Optional<String> problem(String url) {
    return problem(url, Optional.empty());
  }

  /// The same for a service that was chosen.
  ///
  /// @param service empty for the one that suits the address
  public static Optional<String> problem(String url, Optional<WebhookService> service) {
    try {
      URI address = WebAddress.parse(url);
      return service.orElseGet(() -> WebhookServices.of(address)).problem(address);
    } catch (IllegalArgumentException unusable) {
      return Optional.ofNullable(unusable.getMessage());
    }
  }

  /// The word of a service that an address looks like which tells nothing by its host.
  public static Optional<String> like(Secret url) {
    return WebhookServices.like(WebAddress.parse(url.reveal())).map(WebhookService::word);
  }

  /// The part of an address that may be shown.
  public static String host(Secret url) {
    return WebAddress.parse(url.reveal()).getHost();
  }

  /// Whether programs read it: they are told every event, at any hour.
  public boolean forPrograms() {
    return service.forPrograms();
  }

  /// Posts once.
  public Delivery send(Post post) {
    Optional<String> problem = service.problem(url);
    if (problem.isPresent()) {
      return new Delivery.NotDelivered(
          url.getHost() + " was not asked. " + problem.get().replaceFirst("\\.$", ""));
    }
    return courier.deliver(service.request(url, post), response -> service.answer(url, response));
  }

  /// The host alone, because the rest of the address is the secret.
  @Override
  public String toString() {
    return "Webhook[" + url.getHost() + "]";
  }
}
