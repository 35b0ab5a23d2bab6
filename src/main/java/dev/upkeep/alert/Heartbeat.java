package dev.upkeep.alert;

import dev.upkeep.database.Secret;
import dev.upkeep.http.Request;
import dev.upkeep.http.WebAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// A sign of life to a service that raises the alarm when it stops: the one way to notice that the
/// keeper itself is gone. Healthchecks.io (hosted or not), Uptime Kuma push monitors and Better
/// Stack are told of failures too; any other service hears from us only while all is well.
public final class Heartbeat {
  private final URI url;
  private final Courier courier;

  Heartbeat(URI url, Courier courier) {
    this.url = url;
    this.courier = courier;
  }

  /// A heartbeat by its address, which is a secret.
  ///
  /// @throws IllegalArgumentException if it cannot be used, with the sentence of [#problem]
  public static Heartbeat of(Secret url) {
    return new Heartbeat(WebAddress.parse(url.reveal()), new Courier());
  }

  /// Why this cannot be a heartbeat's address, as a sentence that does not repeat it; empty when it
  /// can.
  public static Optional<String> problem(String url) {
    return Webhook.problem(url);
  }

  /// Says that all is well; for at most 5 s.
  ///
  /// @param message shown by services that can
  /// @param latency of the touch, or of the slowest of several
  public Delivery up(String message, Duration latency) {
    return courier.deliver(Request.get(HeartbeatForm.of(url).up(url, message, latency)));
  }

  /// Says that a touch failed, to a service that has a form for it; for at most 5 s.
  ///
  /// @param message shown by services that can
  public Delivery down(String message) {
    return HeartbeatForm.of(url)
        .down(url, message)
        .map(address -> courier.deliver(Request.get(address)))
        .orElseGet(Delivery.Silent::new);
  }

  /// The host alone, because the rest of the address is the secret.
  @Override
  public String toString() {
    return "Heartbeat[" + url.getHost() + "]";
  }
}
