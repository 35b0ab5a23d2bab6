package dev.upkeep.alert.service;

import java.time.Duration;
import java.util.Optional;

/// What became of a message. A failure is a value: no alert may stop a touch.
public sealed interface Delivery {
  /// The service took it.
  ///
  /// @param status 200 to 299
  record Delivered(int status) implements Delivery {}

  /// The service did not take it, or it never got there.
  ///
  /// @param reason a clause such as `example.com refused the connection`, without the address
  /// @param retryAfter how long the service wants to be left alone, if it said so
  record NotDelivered(String reason, Optional<Duration> retryAfter) implements Delivery {
    public NotDelivered(String reason) {
      this(reason, Optional.empty());
    }
  }

  /// Nothing was sent on purpose: this service learns of a failure by not hearing from us.
  record Silent() implements Delivery {}
}
