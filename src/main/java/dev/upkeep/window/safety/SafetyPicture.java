package dev.upkeep.window.safety;

import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Outlook;
import dev.upkeep.control.Outlook.Entry;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/// What the next 30 days bring if this computer is off for a part of them. Pure.
///
/// @param from the present moment, where the axis begins
/// @param absence how long this computer is off, from now on
/// @param outlook what becomes of each database
/// @param lanes the nearest deadline first, whatever the absence: what a person looks at stays
///   where it is while they try others
record SafetyPicture(Instant from, Absence absence, Outlook outlook, List<SafetyLane> lanes) {
  /// How long the axis is.
  static final int DAYS = 30;

  static final Duration SPAN = Duration.ofDays(DAYS);

  SafetyPicture {
    lanes = List.copyOf(lanes);
  }

  /// How long this computer is off.
  sealed interface Absence {
    /// So many days; 0 for not at all.
    record Days(int count) implements Absence {
      public Days {
        count = Math.clamp(count, 0, DAYS);
      }
    }

    /// It does not come back.
    record ForGood() implements Absence {}

    /// When it is back; empty for never.
    default Optional<Instant> back(Instant now) {
      return switch (this) {
        case Days(int count) -> Optional.of(now.plus(Duration.ofDays(count)));
        case ForGood _ -> Optional.empty();
      };
    }

    /// Where on the axis it is back.
    default double share() {
      return switch (this) {
        case Days(int count) -> (double) count / DAYS;
        case ForGood _ -> 1;
      };
    }
  }

  static SafetyPicture of(Snapshot snapshot, Instant now, Absence absence) {
    Outlook outlook = Outlook.of(snapshot.databases(), absence.back(now));
    Map<UUID, Entry> entries = new HashMap<>();
    outlook.entries().forEach(entry -> entries.put(entry.status().database().id(), entry));
    List<SafetyLane> lanes =
        snapshot.databases().stream()
            .flatMap(status -> Optional.ofNullable(entries.get(status.database().id())).stream())
            .map(entry -> lane(entry, snapshot.agent(), now, absence))
            .sorted(Comparator.comparingDouble(SafetyPicture::place))
            .toList();
    return new SafetyPicture(now, absence, outlook, lanes);
  }

  /// Of whom nobody knows until when they are safe stand first: they may be gone at any moment.
  private static double place(SafetyLane lane) {
    return lane.deadline().orElse(-1);
  }

  private static SafetyLane lane(Entry entry, AgentInfo agent, Instant now, Absence absence) {
    DatabaseStatus status = entry.status();
    Instant end = now.plus(SPAN);
    Optional<Instant> watched = watchedFrom(status, agent.enabled(), now, absence);
    Optional<Instant> first =
        watched.flatMap(from -> firstTouch(status, from, now)).filter(at -> !at.isAfter(end));
    Duration every = status.database().interval().orElse(agent.defaultInterval());
    return new SafetyLane(
        status.database().id(),
        status.database().name(),
        entry.fate(),
        entry.safeUntil(),
        share(entry.safeUntil(), now),
        entry.safeUntil().filter(at -> at.isAfter(end)).isPresent(),
        share(watched, now),
        share(first, now),
        (double) every.toMillis() / SPAN.toMillis(),
        entry.keeper());
  }

  /// Whoever comes back touches at once what was missed.
  private static Optional<Instant> firstTouch(DatabaseStatus status, Instant from, Instant now) {
    return status
        .nextDue()
        .map(due -> due.isBefore(from) ? from : due)
        .or(() -> from.isAfter(now) ? Optional.of(from) : Optional.empty());
  }

  /// From when on this computer touches it; empty if it does not within the axis.
  private static Optional<Instant> watchedFrom(
      DatabaseStatus status, boolean enabled, Instant now, Absence absence) {
    Instant back = absence.back(now).orElse(Instant.MAX);
    Instant rested =
        status
            .database()
            .paused()
            .map(pause ->
                switch (pause) {
                  case Pause.Until(Instant end) -> end.isBefore(now) ? now : end;
                  case Pause.UntilResumed _ -> Instant.MAX;
                })
            .orElse(now);
    Instant from = rested.isAfter(back) ? rested : back;
    return enabled && from.isBefore(now.plus(SPAN)) ? Optional.of(from) : Optional.empty();
  }

  private static OptionalDouble share(Optional<Instant> at, Instant now) {
    return at.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.clamp(
                (double) Duration.between(now, at.get()).toMillis() / SPAN.toMillis(), 0.0, 1.0));
  }
}
