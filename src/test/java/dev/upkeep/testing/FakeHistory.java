package dev.upkeep.testing;

import dev.upkeep.control.Snapshot;
import dev.upkeep.control.UptimeReport;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Stretch;
import dev.upkeep.history.TouchPage;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a fake agent remembers of its databases, as a test makes it up.
final class FakeHistory {
  private volatile Function<UUID, List<RecordedTouch>> touches = _ -> List.of();
  private volatile UptimeReport uptime = new UptimeReport(Map.of(), _ -> 0);
  private volatile Drawing chart = (_, _, _, _) -> List.of();

  /// How a chart is made.
  @FunctionalInterface
  public interface Drawing {
    List<Stretch> drawn(UUID database, Instant from, Instant to, int stretches);
  }

  void remembering(Function<UUID, List<RecordedTouch>> newTouches) {
    touches = newTouches;
  }

  void up(UptimeReport newUptime, Drawing newChart) {
    uptime = newUptime;
    chart = newChart;
  }

  TouchPage page(Snapshot seen, Filter filter, Optional<Cursor> after, int limit) {
    Stream<UUID> databases =
        filter.databases().isEmpty()
            ? seen.databases().stream().map(status -> status.database().id())
            : filter.databases().stream();
    return FakePaging.page(
        databases.flatMap(id -> touches.apply(id).stream()), filter, after, limit);
  }

  List<UptimeReport> uptime(List<UUID> databases) {
    return Collections.nCopies(databases.size(), uptime);
  }

  List<Stretch> chart(List<UUID> databases, Instant from, Instant to, int stretches) {
    return databases.stream()
        .map(id -> chart.drawn(id, from, to, stretches))
        .reduce(List.of(), Stretch::together);
  }
}
