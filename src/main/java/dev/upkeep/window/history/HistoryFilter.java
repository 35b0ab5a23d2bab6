package dev.upkeep.window.history;

import dev.upkeep.history.Filter;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What of the history is looked at: one choice for the chart, the figures and the table.
///
/// @param database empty for all
/// @param verdict empty for any
record HistoryFilter(Optional<UUID> database, Optional<Verdict> verdict, Range range) {
  static final HistoryFilter FIRST =
      new HistoryFilter(Optional.empty(), Optional.empty(), Range.MONTH);

  /// How far to look back.
  enum Range {
    DAY(1),
    WEEK(7),
    MONTH(30),
    QUARTER(90),
    ALL(0);

    private final int days;

    Range(int days) {
      this.days = days;
    }

    /// Empty for everything there is.
    Optional<Duration> length() {
      return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
    }
  }

  HistoryFilter of(Optional<UUID> newDatabase) {
    return new HistoryFilter(newDatabase, verdict, range);
  }

  HistoryFilter ended(Optional<Verdict> newVerdict) {
    return new HistoryFilter(database, newVerdict, range);
  }

  HistoryFilter over(Range newRange) {
    return new HistoryFilter(database, verdict, newRange);
  }

  /// The same as the agent is asked for it.
  Filter at(Instant now) {
    return new Filter(
        database.map(Set::of).orElse(Set.of()),
        verdict.map(Set::of).orElse(Set.of()),
        Set.of(),
        range.length().map(now::minus),
        Optional.empty());
  }

  /// Whether a touch that has just ended is to be seen.
  boolean passes(RecordedTouch touch) {
    return database.map(touch.database()::equals).orElse(true)
        && verdict.map(touch.verdict()::equals).orElse(true);
  }
}
