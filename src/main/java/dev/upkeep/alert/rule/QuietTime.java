package dev.upkeep.alert.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/// The hours of a day in which notices wait, by the clock on the user's wall. They may cross
/// midnight. Where that clock is changed in between, they are an hour longer or shorter; a time
/// that this night skips is meant as if it had not been, and of one that comes twice the first.
///
/// @param from the first quiet minute
/// @param to the first minute that is not
public record QuietTime(LocalTime from, LocalTime to) {
  /// When the quiet hours end that hold at this moment; empty when none do.
  public Optional<Instant> endAt(Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    // Those that began yesterday come first: after a change of clocks both may hold for a moment.
    return end(today.minusDays(1), now, zone).or(() -> end(today, now, zone));
  }

  private Optional<Instant> end(LocalDate day, Instant now, ZoneId zone) {
    Instant begin = day.atTime(from).atZone(zone).toInstant();
    LocalDate lastDay = from.isBefore(to) ? day : day.plusDays(1);
    Instant end = lastDay.atTime(to).atZone(zone).toInstant();
    return now.isBefore(begin) || !now.isBefore(end) ? Optional.empty() : Optional.of(end);
  }
}
