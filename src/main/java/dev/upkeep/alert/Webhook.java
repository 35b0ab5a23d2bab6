package dev.upkeep.alert;

import dev.upkeep.database.Secret;
import dev.upkeep.http.Request;
import dev.upkeep.http.WebAddress;
import java.net.URI;
import java.util.Optional;

/// Tells one webhook about failed touches: Slack and Discord in their own form, chosen by address,
/// every other service as JSON:
///
/// ```
/// {"event":"touch.failed","database":"shop","host":"eu1.upstash.io","kind":"AUTH",
///  "message":"…","advice":"…","at":"2026-01-02T03:04:05Z","text":"one sentence for people"}
/// ```
///
/// `kind` is the name of a [dev.upkeep.touch.FailureKind]. Members may be added, none will be
/// renamed.
public final class Webhook {
  private final URI url;
  private final Courier courier;

  Webhook(URI url, Courier courier) {
    this.url = url;
    this.courier = courier;
  }

  /// A webhook by its address, which is a secret.
  ///
  /// @throws IllegalArgumentException if it cannot be used, with the sentence of [#problem]
  public static Webhook of(Secret url) {
    return new Webhook(WebAddress.parse(url.reveal()), new Courier());
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

  /// Posts once, for at most 5 s.
  public Delivery send(FailedTouch failed) {
    return courier.deliver(Request.postJson(url, WebhookForm.of(url).body(failed).write()));
  }

  /// The host alone, because the rest of the address is the secret.
  @Override
  public String toString() {
    return "Webhook[" + url.getHost() + "]";
  }
}
