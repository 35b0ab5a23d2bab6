package dev.upkeep.window;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.time.Instant;

/// The six silhouettes, those that need looking at first. The same as the tray's, by the same rule.
enum Mark {
  DANGER,
  ATTENTION,
  OFFLINE,
  EMPTY,
  ALIVE,
  PAUSED;

  /// The mark of one database.
  static Mark of(DatabaseStatus status, Instant now) {
    if (status.health() == Health.PAUSED) {
      return PAUSED;
    }
    Mark margin =
        switch (status.margin().level(now)) {
          case UNKNOWN, AMPLE -> ALIVE;
          case HALF -> ATTENTION;
          case QUARTER, THREE_DAYS, PASSED -> DANGER;
        };
    if (status.health() == Health.DOWN || margin == DANGER) {
      return DANGER;
    }
    if (status.health() == Health.FAILING || margin == ATTENTION || lacksCredential(status)) {
      return ATTENTION;
    }
    if (isSkippedOffline(status)) {
      return OFFLINE;
    }
    return status.health() == Health.ALIVE ? ALIVE : EMPTY;
  }

  private static boolean lacksCredential(DatabaseStatus status) {
    return status.last().flatMap(RecordedTouch::failureKind).stream()
        .anyMatch(FailureKind.SECRET::equals);
  }

  private static boolean isSkippedOffline(DatabaseStatus status) {
    return status
        .last()
        .filter(touch ->
            touch.touch().outcome() instanceof Outcome.Skipped(var reason, _)
                && reason == Outcome.Skipped.Reason.OFFLINE)
        .isPresent();
  }
}
