package dev.upkeep.agent;

import java.time.Duration;
import java.time.Instant;

/// Since when this computer has been running without a break, as far as anybody can tell from the
/// clock: timers stand still in its sleep, so a gap between two looks is one. A clock that was set
/// back is taken for a break as well.
final class SleepDetector {
  /// Looks are made every half minute.
  private static final Duration GAP = Duration.ofSeconds(90);

  private Instant since;
  private Instant lastLook;

  SleepDetector(Instant start) {
    since = start;
    lastLook = start;
  }

  /// To be asked at least every half minute.
  Instant since(Instant now) {
    if (now.isBefore(lastLook) || now.isAfter(lastLook.plus(GAP))) {
      since = now;
    }
    lastLook = now;
    return since;
  }

  /// The system says that it has just woken up.
  void woke(Instant now) {
    since = now;
    lastLook = now;
  }
}
