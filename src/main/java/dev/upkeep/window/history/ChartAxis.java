package dev.upkeep.window.history;

import dev.upkeep.window.text.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The times that stand beneath a chart: a few, at whole minutes, hours or days. Pure.
///
/// @param marks from the left
record ChartAxis(List<AxisMark> marks) {
  /// One of them.
  ///
  /// @param share where it stands, from 0 to 1
  record AxisMark(double share, String text) {}

  private static final int MOST = 6;
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(2),
          Duration.ofDays(7),
          Duration.ofDays(14),
          Duration.ofDays(30),
          Duration.ofDays(90));

  ChartAxis {
    marks = List.copyOf(marks);
  }

  /// The axis of a span of time.
  static ChartAxis of(Instant from, Instant to, TimeWords moments) {
    Duration span = Duration.between(from, to);
    Duration step =
        STEPS.stream()
            .filter(one -> span.dividedBy(one) <= MOST)
            .findFirst()
            .orElse(STEPS.getLast().multipliedBy(1 + span.dividedBy(STEPS.getLast()) / MOST));
    List<AxisMark> marks = new ArrayList<>();
    boolean days = step.compareTo(Duration.ofDays(1)) >= 0;
    ZonedDateTime at = from.atZone(moments.zone()).truncatedTo(ChronoUnit.DAYS);
    while (!at.toInstant().isAfter(to)) {
      if (!at.toInstant().isBefore(from)) {
        double share = (double) Duration.between(from, at.toInstant()).toMillis() / span.toMillis();
        boolean midnight = at.toLocalTime().toSecondOfDay() == 0;
        marks.add(
            new AxisMark(
                share,
                days || midnight ? moments.date(at.toInstant()) : moments.time(at.toInstant())));
      }
      // By the calendar, so that midnight stays midnight when the clocks change.
      at = days ? at.plusDays(step.toDays()) : at.plus(step);
    }
    return new ChartAxis(marks);
  }
}
