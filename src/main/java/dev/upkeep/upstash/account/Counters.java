package dev.upkeep.upstash.account;

import dev.upkeep.upstash.AccountStats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/// What the provider had counted of a database when it was looked at.
///
/// @param month reads and writes of the UTC month so far
/// @param day reads and writes of the UTC day so far
public record Counters(Instant at, Optional<Long> month, Optional<Long> day) {
  /// The counters of an answer.
  public static Counters of(Instant at, AccountStats stats) {
    return new Counters(
        at, sum(stats.monthReads(), stats.monthWrites()), sum(stats.dayReads(), stats.dayWrites()));
  }

  /// Both, or nothing is known: half a sum would seem to stand still.
  private static Optional<Long> sum(Optional<Long> reads, Optional<Long> writes) {
    return reads.flatMap(r -> writes.map(w -> r + w));
  }

  YearMonth yearMonth() {
    return YearMonth.from(at.atZone(ZoneOffset.UTC));
  }

  LocalDate date() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
