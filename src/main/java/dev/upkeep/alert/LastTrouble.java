package dev.upkeep.alert;

import dev.upkeep.alert.service.Delivery;
import java.util.Optional;

/// Why a channel's last message was not delivered. Callable from any thread.
final class LastTrouble {
  private volatile Optional<String> clause = Optional.empty();

  /// A clause; empty if it was delivered, or nothing was sent yet.
  Optional<String> now() {
    return clause;
  }

  /// Notes how a delivery ended, and hands it on.
  Delivery noted(Delivery delivery) {
    clause =
        delivery instanceof Delivery.NotDelivered not
            ? Optional.of(not.reason())
            : Optional.empty();
    return delivery;
  }
}
