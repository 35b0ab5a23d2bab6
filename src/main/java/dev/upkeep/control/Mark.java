package dev.upkeep.control;

import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// What one glance at databases should say, in the tray as in the window. Those that need looking
/// at come first. Pure; the caller passes now.
public enum Mark {
  /// Something is down, or less than a quarter of its margin is left.
  DANGER,
  /// Something is failing, is full, cannot be touched for want of its credential, or has less than
  /// half of its margin left.
  ATTENTION,
  /// This computer has no network.
  OFFLINE,
  /// Nothing is known yet.
  EMPTY,
  ALIVE,
  PAUSED;

  /// The one mark for all of them: what is worst wins, except that a computer that is offline says
  /// so rather than that its margins melt, until that becomes dangerous.
  public static Mark of(Snapshot snapshot, Instant now) {
    List<DatabaseStatus> databases = snapshot.databases();
    if (databases.isEmpty()) {
      return EMPTY;
    }
    if (!snapshot.agent().enabled() || databases.stream().allMatch(Mark::isPaused)) {
      return PAUSED;
    }
    List<Mark> marks = databases.stream().map(status -> of(status, now)).sorted().toList();
    if (marks.getFirst() != DANGER && isOffline(databases)) {
      return OFFLINE;
    }
    // Some were skipped before the network came back; their turn is about to come.
    return marks.stream().filter(mark -> mark != OFFLINE).findFirst().orElse(ALIVE);
  }

  /// The mark of one database.
  public static Mark of(DatabaseStatus status, Instant now) {
    if (isPaused(status)) {
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
    if (status.health() == Health.FAILING
        || margin == ATTENTION
        || status.full()
        || lacksCredential(status)) {
      return ATTENTION;
    }
    if (isSkippedOffline(status)) {
      return OFFLINE;
    }
    return status.health() == Health.ALIVE ? ALIVE : EMPTY;
  }

  /// Whether the latest that was heard of the databases that are touched is that this computer has
  /// no network.
  public static boolean isOffline(List<DatabaseStatus> databases) {
    return databases.stream()
        .filter(status -> !isPaused(status) && status.last().isPresent())
        .max(Comparator.comparing(status -> status.last().map(RecordedTouch::at).orElseThrow()))
        .filter(Mark::isSkippedOffline)
        .isPresent();
  }

  private static boolean isPaused(DatabaseStatus status) {
    return status.health() == Health.PAUSED;
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
