package dev.upkeep.alert.rule;

import dev.upkeep.history.Health;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Decides what a heartbeat says. Its purpose is that somebody hears when the keeper stops, so it
/// is silent whenever the keeper does not keep: when touches that are due are not made, before the
/// first ones, while this computer is offline, and while no credential can be had. Pure.
public final class HeartbeatRule {
  /// A touch takes half a minute at most, and at most 16 go on at a time.
  static final Duration OVERDUE = Duration.ofMinutes(10);

  private static final int NAMES = 3;

  private HeartbeatRule() {}

  /// Looks at all databases together.
  public static HeartbeatSignal judge(List<MonitoredDatabase> databases, Instant now) {
    if (databases.isEmpty()) {
      return new HeartbeatSignal.Silence("there is nothing to keep");
    }
    List<MonitoredDatabase> awake = databases.stream().filter(one -> !one.resting()).toList();
    if (awake.isEmpty()) {
      return new HeartbeatSignal.Up("Everything is paused", Duration.ZERO);
    }
    List<Touch> last = awake.stream().flatMap(one -> one.last().stream()).toList();
    if (last.size() < awake.size()) {
      return new HeartbeatSignal.Silence("a database was never touched");
    }
    if (awake.stream().anyMatch(one -> isOverdue(one, now))) {
      return new HeartbeatSignal.Silence("a touch is overdue");
    }
    if (isOffline(last)) {
      return new HeartbeatSignal.Silence("this computer is offline");
    }
    if (last.stream().allMatch(HeartbeatRule::isHindered)) {
      return new HeartbeatSignal.Silence("no credential can be had");
    }
    List<String> down =
        awake.stream()
            .filter(one -> one.health() == Health.DOWN)
            .map(MonitoredDatabase::name)
            .toList();
    return down.isEmpty() ? up(last) : new HeartbeatSignal.Down(down(down, awake.size()));
  }

  private static boolean isOverdue(MonitoredDatabase one, Instant now) {
    return one.due().filter(due -> !due.plus(OVERDUE).isBefore(now)).isEmpty();
  }

  /// Whether it was when it was last looked at.
  private static boolean isOffline(List<Touch> last) {
    return last.stream()
        .max(Comparator.comparing(Touch::at))
        .filter(newest ->
            newest.outcome() instanceof Outcome.Skipped(var reason, _)
                && reason == Outcome.Skipped.Reason.OFFLINE)
        .isPresent();
  }

  private static boolean isHindered(Touch touch) {
    return touch.outcome() instanceof Outcome.Failed failed
        && (failed.kind() == FailureKind.SECRET || failed.kind() == FailureKind.INTERNAL);
  }

  private static HeartbeatSignal up(List<Touch> last) {
    List<Outcome.Alive> alive = new ArrayList<>();
    last.forEach(touch -> {
      if (touch.outcome() instanceof Outcome.Alive one) {
        alive.add(one);
      }
    });
    int failing = last.size() - alive.size();
    Optional<Duration> slowest =
        alive.stream().map(Outcome.Alive::latency).max(Comparator.naturalOrder());
    return new HeartbeatSignal.Up(
        alive.size() + " alive" + (failing == 0 ? "" : ", " + failing + " not just now"),
        slowest.orElse(Duration.ZERO));
  }

  private static String down(List<String> names, int of) {
    String some = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
    return names.size()
        + " of "
        + of
        + (of == 1 ? " database is down: " : " databases down: ")
        + some
        + (names.size() > NAMES ? ", …" : "");
  }
}
