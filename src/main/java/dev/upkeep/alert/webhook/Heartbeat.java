package dev.upkeep.alert.webhook;

import dev.upkeep.alert.rule.HeartbeatSignal;
import dev.upkeep.alert.service.Delivery;
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
  private final HttpDelivery courier;

  Heartbeat(URI url, HttpDelivery courier) {
    this.url = url;
    this.courier = courier;
  }

  /// A heartbeat by its address, which is a secret. A request takes at most 5 s.
  ///
  /// @throws IllegalArgumentException if it cannot be used, with the sentence of [#problem]
  public static Heartbeat of(Secret url) {
    return new Heartbeat(WebAddress.parse(url.reveal()), new HttpDelivery());
  }

  /// The same, for somebody with more patience.
  ///
  /// @param timeout for one request
  /// @throws IllegalArgumentException if it cannot be used, with the sentence of [#problem]
  public static Heartbeat of(Secret url, Duration timeout) {
    return new Heartbeat(WebAddress.parse(url.reveal()), new HttpDelivery(timeout));
  }

  /// Why this cannot be a heartbeat's address, as a sentence that does not repeat it; empty when it
  /// can.
  public static Optional<String> problem(String url) {
    try {
      WebAddress.parse(url);
      return Optional.empty();
    } catch (IllegalArgumentException unusable) {
      return Optional.ofNullable(unusable.getMessage());
    }
  }

  /// Says what is to be said.
  public Delivery send(HeartbeatSignal beat) {
    return switch (beat) {
      case HeartbeatSignal.Up(var message, var latency) -> up(message, latency);
      case HeartbeatSignal.Down(var message) -> down(message);
      case HeartbeatSignal.Silence _ -> new Delivery.Silent();
    };
  }

  /// Says that all is well.
  ///
  /// @param message shown by services that can
  /// @param latency of the touch, or of the slowest of several
  public Delivery up(String message, Duration latency) {
    return get(HeartbeatForm.of(url).up(url, message, latency));
  }

  /// Says that a database needs somebody, to a service that has a form for it.
  ///
  /// @param message shown by services that can
  public Delivery down(String message) {
    return HeartbeatForm.of(url).down(url, message).map(this::get).orElseGet(Delivery.Silent::new);
  }

  private Delivery get(URI address) {
    HeartbeatForm form = HeartbeatForm.of(url);
    return courier.deliver(Request.get(address), response -> form.answer(address, response));
  }

  /// The host alone, because the rest of the address is the secret.
  @Override
  public String toString() {
    return "Heartbeat[" + url.getHost() + "]";
  }
}
