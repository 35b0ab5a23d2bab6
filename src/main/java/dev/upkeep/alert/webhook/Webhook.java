package dev.upkeep.alert.webhook;

import dev.upkeep.database.Secret;
import dev.upkeep.http.Request;
import dev.upkeep.http.WebAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Posts to one webhook: Slack and Discord in their own form, every other service as JSON.
/// Redirects are not followed, since they would carry the message, and a hint of the address,
/// elsewhere.
public final class Webhook {
  private final URI url;
  private final WebhookForm form;
  private final HttpDelivery courier;

  Webhook(URI url, HttpDelivery courier) {
    this(url, WebhookForm.of(url), courier);
  }

  private Webhook(URI url, WebhookForm form, HttpDelivery courier) {
    this.url = url;
    this.form = form;
    this.courier = courier;
  }

  /// A webhook by its address, which is a secret, in the form that suits the address. A post takes
  /// at most 5 s.
  ///
  /// @throws IllegalArgumentException if it cannot be used, with the sentence of [#problem]
  public static Webhook of(Secret url) {
    return new Webhook(WebAddress.parse(url.reveal()), new HttpDelivery());
  }

  /// The same, for somebody with a form in mind or more patience.
  ///
  /// @param form empty for the one that suits the address
  /// @param timeout for one post
  /// @throws IllegalArgumentException if it cannot be used, with the sentence of [#problem]
  public static Webhook of(Secret url, Optional<WebhookForm> form, Duration timeout) {
    URI address = WebAddress.parse(url.reveal());
    return new Webhook(
        address, form.orElseGet(() -> WebhookForm.of(address)), new HttpDelivery(timeout));
  }

  /// Why this cannot be a webhook's address, as a sentence that does not repeat it; empty when it
  /// can.
  public static Optional<String> problem(String url) {
    try {
      WebAddress.parse(url);
      return Optional.empty();
    } catch (IllegalArgumentException unusable) {
      return Optional.ofNullable(unusable.getMessage());
    }
  }

  /// The part of an address that may be shown.
  public static String host(Secret url) {
    return WebAddress.parse(url.reveal()).getHost();
  }

  public WebhookForm form() {
    return form;
  }

  /// Posts once.
  public Delivery send(Post post) {
    return courier.deliver(Request.postJson(url, form.body(post).write()));
  }

  /// The host alone, because the rest of the address is the secret.
  @Override
  public String toString() {
    return "Webhook[" + url.getHost() + "]";
  }
}
