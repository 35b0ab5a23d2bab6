package dev.upkeep.alert.rule;

import java.time.Duration;

/// What a heartbeat is to say at one moment.
public sealed interface HeartbeatSignal {
  /// All is well, as far as the keeper goes.
  ///
  /// @param message shown by services that can
  /// @param latency of the slowest touch
  record Up(String message, Duration latency) implements HeartbeatSignal {}

  /// A database needs somebody.
  ///
  /// @param message shown by services that can
  record Down(String message) implements HeartbeatSignal {}

  /// Nothing, so that the service raises the alarm if this lasts.
  ///
  /// @param why a clause, for the log
  record Silence(String why) implements HeartbeatSignal {}
}
