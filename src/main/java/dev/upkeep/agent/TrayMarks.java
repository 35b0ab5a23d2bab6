package dev.upkeep.agent;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Margin;
import dev.upkeep.desktop.TrayMark;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Which mark says the most important thing about databases. Pure.
final class TrayMarks {
  private TrayMarks() {}

  /// The one mark for all of them: what is worst wins, except that a computer that is offline says
  /// so rather than that its margins melt, until that becomes dangerous.
  static TrayMark of(Snapshot snapshot, Instant now) {
    List<DatabaseStatus> databases = snapshot.databases();
    if (databases.isEmpty()) {
      return TrayMark.EMPTY;
    }
    if (!snapshot.agent().enabled() || databases.stream().allMatch(TrayMarks::isPaused)) {
      return TrayMark.PAUSED;
    }
    List<TrayMark> marks =
        databases.stream().map(status -> of(status, now)).sorted(BY_WEIGHT).toList();
    if (marks.getFirst() == TrayMark.DANGER) {
      return TrayMark.DANGER;
    }
    if (isOffline(databases)) {
      return TrayMark.OFFLINE;
    }
    // Some were skipped before the network came back; their turn is about to come.
    return marks.stream()
        .filter(mark -> mark != TrayMark.OFFLINE)
        .findFirst()
        .orElse(TrayMark.ALIVE);
  }

  /// The mark of one database: ALIVE, ATTENTION, DANGER, PAUSED, OFFLINE, or EMPTY where nothing is
  /// known yet.
  static TrayMark of(DatabaseStatus status, Instant now) {
    if (isPaused(status)) {
      return TrayMark.PAUSED;
    }
    TrayMark margin = ofMargin(status.margin(), now);
    if (status.health() == Health.DOWN || margin == TrayMark.DANGER) {
      return TrayMark.DANGER;
    }
    if (status.health() == Health.FAILING
        || margin == TrayMark.ATTENTION
        || lacksCredential(status)) {
      return TrayMark.ATTENTION;
    }
    if (isSkippedOffline(status)) {
      return TrayMark.OFFLINE;
    }
    return status.health() == Health.ALIVE ? TrayMark.ALIVE : TrayMark.EMPTY;
  }

  /// Whether the latest that was heard of the databases that are touched is that this computer has
  /// no network.
  static boolean isOffline(List<DatabaseStatus> databases) {
    return databases.stream()
        .filter(status -> !isPaused(status) && status.last().isPresent())
        .max(Comparator.comparing(status -> status.last().map(RecordedTouch::at).orElseThrow()))
        .filter(TrayMarks::isSkippedOffline)
        .isPresent();
  }

  /// The heaviest first.
  static final Comparator<TrayMark> BY_WEIGHT =
      Comparator.comparingInt(
          List.of(
                  TrayMark.DANGER,
                  TrayMark.ATTENTION,
                  TrayMark.OFFLINE,
                  TrayMark.EMPTY,
                  TrayMark.ALIVE,
                  TrayMark.PAUSED)
              ::indexOf);

  private static TrayMark ofMargin(Margin margin, Instant now) {
    return switch (margin.level(now)) {
      case UNKNOWN, AMPLE -> TrayMark.ALIVE;
      case HALF -> TrayMark.ATTENTION;
      case QUARTER, THREE_DAYS, PASSED -> TrayMark.DANGER;
    };
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
