package dev.upkeep.history.store;

import dev.upkeep.database.TouchMode;
import dev.upkeep.history.Coverage;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A touch that has just happened and is to be recorded.
///
/// @param mode what the touch was allowed to do
/// @param nextDue when the database is due next; the touch speaks for it until then, see [Uptime]
public record NewTouch(UUID database, Touch touch, TouchMode mode, Instant nextDue) {

  /// As it will be read back.
  public RecordedTouch recorded(long id) {
    Touch kept =
        new Touch(
            stored(touch.at()),
            stored(touch.outcome()),
            touch.attempts(),
            stored(touch.timings()),
            Optional.empty());
    return new RecordedTouch(id, database, kept, mode, stored(nextDue));
  }

  private static Outcome stored(Outcome outcome) {
    return outcome instanceof Outcome.Alive alive
        ? new Outcome.Alive(
            alive.evidence(),
            stored(alive.latency()),
            alive.previousStamp().map(stamp -> new Stamp(stored(stamp.at()), stamp.label())),
            alive.remark())
        : outcome;
  }

  private static Timings stored(Timings timings) {
    Map<Rung, Duration> byRung = new EnumMap<>(Rung.class);
    timings.byRung().forEach((rung, time) -> byRung.put(rung, stored(time)));
    return new Timings(byRung);
  }

  private static Instant stored(Instant instant) {
    return Instant.ofEpochMilli(Coverage.millis(instant));
  }

  private static Duration stored(Duration duration) {
    return TouchTable.micros(Math.max(0, duration.toNanos() / 1000));
  }
}
