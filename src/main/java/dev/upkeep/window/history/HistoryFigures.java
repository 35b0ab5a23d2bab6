package dev.upkeep.window.history;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.UptimeReport;
import dev.upkeep.history.Stretch;
import dev.upkeep.history.Uptime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// What the agent says of some databases together, above the table.
///
/// @param uptime by window, the shortest first
record HistoryFigures(Map<Duration, Sum> uptime, List<Stretch> stretches) {
  private static final Duration LONGEST = Duration.ofDays(400);
  private static final Duration LEAST = Duration.ofHours(1);

  /// Nothing is known yet.
  static final HistoryFigures NONE = new HistoryFigures(nothing(), List.of());

  /// Several databases over one window.
  ///
  /// @param uptime of all of them, added together
  /// @param longest what has passed since the first touch of any of them, or the window
  /// @param touches how many the figures rest on
  record Sum(Uptime uptime, Duration longest, long touches) {
    static final Sum NONE = new Sum(Uptime.NONE, Duration.ZERO, 0);

    private static Sum of(UptimeReport.Window one) {
      return new Sum(one.uptime(), one.span(), one.touches());
    }

    private Sum and(Sum other) {
      return new Sum(
          together(uptime, other.uptime),
          longest.compareTo(other.longest) > 0 ? longest : other.longest,
          touches + other.touches);
    }
  }

  private static Map<Duration, Sum> nothing() {
    Map<Duration, Sum> sums = new TreeMap<>();
    UptimeReport.WINDOWS.forEach(window -> sums.put(window, Sum.NONE));
    return sums;
  }

  /// Asks, in two requests however many databases there are. Blocks.
  ///
  /// @param length how far to look back; empty for as far as there is something
  static HistoryFigures ask(
      AgentApi agent, List<UUID> databases, Optional<Duration> length, Instant now)
      throws AgentException {
    Map<Duration, Sum> sums = nothing();
    for (UptimeReport report : agent.uptime(databases)) {
      for (UptimeReport.Window one : report.windows()) {
        sums.merge(one.window(), Sum.of(one), Sum::and);
      }
    }
    Instant from = now.minus(shown(length, sums));
    return new HistoryFigures(sums, agent.chart(databases, from, now, LatencyChart.STRETCHES));
  }

  /// A chart begins where there is something to be seen: the first days fill its width.
  private static Duration shown(Optional<Duration> length, Map<Duration, Sum> sums) {
    Duration known =
        sums.values().stream().map(Sum::longest).max(Duration::compareTo).orElse(LEAST);
    boolean longer = known.compareTo(UptimeReport.WINDOWS.getLast()) >= 0;
    Duration all = longer ? LONGEST : known.compareTo(LEAST) < 0 ? LEAST : known;
    if (known.isZero()) {
      return length.orElse(LEAST);
    }
    return length.filter(wanted -> wanted.compareTo(all) < 0).orElse(all);
  }

  private static Uptime together(Uptime one, Uptime other) {
    return new Uptime(
        one.span().plus(other.span()),
        one.watched().plus(other.watched()),
        one.up().plus(other.up()));
  }
}
