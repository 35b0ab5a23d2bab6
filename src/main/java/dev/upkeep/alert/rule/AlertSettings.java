package dev.upkeep.alert.rule;

import dev.upkeep.database.Margin;
import java.time.Duration;
import java.util.Optional;

/// What the user wants to be told. When a database counts as down is not decided here.
///
/// @param group changes within this time are one notice, and what is over within it is none
/// @param reminders at most, one a day, of something that is still down
/// @param recoveries whether to tell that something is well again
/// @param marginFrom the first level of a margin that is told: HALF, QUARTER or THREE_DAYS
/// @param quiet when notices wait
public record AlertSettings(
    Duration group,
    int reminders,
    boolean recoveries,
    Margin.Level marginFrom,
    Optional<QuietTime> quiet) {

  public static final AlertSettings DEFAULT =
      new AlertSettings(Duration.ofSeconds(30), 5, true, Margin.Level.HALF, Optional.empty());
}
