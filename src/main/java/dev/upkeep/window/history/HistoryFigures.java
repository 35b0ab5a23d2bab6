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
record HistoryFigures(Map<Duration, Uptime> uptime, List<Stretch> stretches) {
  private static final Duration LONGEST = Duration.ofDays(400);
  private static final Duration LEAST = Duration.ofHours(1);

  /// Asks, in two requests however many databases there are. Blocks.
  ///
  /// @param length how far to look back; empty for as far as there is something
  static HistoryFigures ask(
      AgentApi agent, List<UUID> databases, Optional<Duration> length, Instant now)
      throws AgentException {
    Map<Duration, Uptime> sums = new TreeMap<>();
    UptimeReport.WINDOWS.forEach(window -> sums.put(window, Uptime.NONE));
    Duration since = LEAST;
    for (UptimeReport report : agent.uptime(databases)) {
      for (Map.Entry<Duration, Uptime> one : report.byWindow().entrySet()) {
        sums.merge(one.getKey(), one.getValue(), HistoryFigures::together);
        Duration span = one.getValue().span();
        Duration known = span.compareTo(longestWindow()) < 0 ? span : LONGEST;
        since = known.compareTo(since) > 0 ? known : since;
      }
    }
    Instant from = now.minus(length.orElse(since));
    return new HistoryFigures(sums, agent.chart(databases, from, now, LatencyChart.STRETCHES));
  }

  private static Duration longestWindow() {
    return UptimeReport.WINDOWS.getLast();
  }

  private static Uptime together(Uptime one, Uptime other) {
    return new Uptime(
        one.span().plus(other.span()),
        one.watched().plus(other.watched()),
        one.up().plus(other.up()));
  }
}
