package dev.upkeep.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a month was like. Months and days are UTC.
///
/// @param made when this was put together; a month that is not over ends there
public record MonthFacts(YearMonth month, Instant made, List<Database> databases) {
  public MonthFacts {
    databases = List.copyOf(databases);
  }

  /// One database. Names, hosts and labels are foreign text.
  ///
  /// @param host as it is to be shown; empty to leave it out
  /// @param span the part of the month since its first touch
  /// @param watched the part of the span that touches vouch for
  /// @param up the part of the watched time that successful touches vouch for
  /// @param evidence touches that succeeded, by what they proved
  /// @param others who else touched it, and how often that was seen
  /// @param account what the provider says; empty where nobody asked it in this month
  public record Database(
      String name,
      String host,
      String provider,
      long alive,
      long failed,
      long skipped,
      Map<String, Long> evidence,
      Duration span,
      Duration watched,
      Duration up,
      Optional<Duration> slowest,
      Optional<Instant> safeUntil,
      Optional<Instant> certificateUntil,
      Map<String, Long> others,
      Optional<Account> account,
      List<Day> days) {
    public Database {
      days = List.copyOf(days);
    }

    public long touches() {
      return alive + failed + skipped;
    }
  }

  /// What the provider said last.
  public record Account(
      String state, String counted, Optional<Long> requests, Optional<Long> requestLimit) {}

  /// One day of the strip.
  ///
  /// @param watched share of the day, 0 to 1
  /// @param up share of the watched time, 0 to 1
  public record Day(LocalDate day, double watched, double up) {}
}
