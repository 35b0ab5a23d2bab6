package dev.upkeep.agent.desktop;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Mark;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Margin;
import dev.upkeep.database.Pause;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.language.TimePhrase;
import dev.upkeep.language.TrayPhrase;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.Outcome;
import dev.upkeep.words.Screen;
import dev.upkeep.words.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The sentences of the tray. Pure.
///
/// @param when the present moment; what is said is true for about a minute
record TrayWords(When when) {
  private static final int NAME_WIDTH = 40;
  private static final int HOST_WIDTH = 36;

  /// `3 databases alive · next touch in 2 h`.
  String headline(Snapshot snapshot) {
    List<DatabaseStatus> databases = snapshot.databases();
    if (databases.isEmpty()) {
      return say(TrayPhrase.NO_DATABASES);
    }
    List<String> parts = new ArrayList<>();
    parts.add(states(databases));
    if (!snapshot.agent().enabled()) {
      parts.add(say(TrayPhrase.SCHEDULE_RESTS));
    } else if (Mark.isOffline(databases)) {
      parts.add(say(TrayPhrase.OFFLINE));
    } else {
      databases.stream()
          .flatMap(status -> status.nextDue().stream())
          .min(Comparator.naturalOrder())
          .ifPresent(due -> parts.add(say(TrayPhrase.NEXT_TOUCH, soon(due))));
    }
    return String.join(" · ", parts);
  }

  /// The picture is a minute old at most, and the window counts seconds: "now" would be said of
  /// what is a minute away.
  private String soon(Instant due) {
    Duration left = Duration.between(when.now(), due);
    return left.isPositive() && left.toMinutes() < 1
        ? when.language().say(TimePhrase.IN_BRIEFLY)
        : when.soon(due);
  }

  /// `Nearest deadline: shop-cache, safe until 22 December.`
  Optional<String> deadline(List<DatabaseStatus> databases) {
    return databases.stream()
        .filter(status -> status.margin().safeUntil().isPresent())
        .min(Comparator.comparing(status -> status.margin().safeUntil().orElseThrow()))
        .map(status ->
            say(TrayPhrase.NEAREST_DEADLINE, name(status), safeUntil(status.margin(), true)));
  }

  /// `shop-cache · alive · safe until 22 Dec`.
  String line(DatabaseStatus status) {
    List<String> parts = new ArrayList<>();
    parts.add(name(status));
    parts.add(state(status));
    if (status.margin().safeUntil().isPresent()) {
      parts.add(safeUntil(status.margin(), false));
    }
    return String.join(" · ", parts);
  }

  /// Where it is: `eu1-…-4711.upstash.io`.
  String host(DatabaseStatus status) {
    return Screen.shorten(Screen.clean(status.database().endpoint().host()), HOST_WIDTH);
  }

  /// How the last touch went: `3 min ago, written and read back in 42 ms`, or what is wrong.
  String last(DatabaseStatus status) {
    if (status.running()) {
      return say(TrayPhrase.TOUCHING);
    }
    return status
        .last()
        .map(touch -> say(TrayPhrase.LAST_TOUCH, when.past(touch.at()), result(touch)))
        .orElseGet(() -> say(TrayPhrase.NOT_TOUCHED));
  }

  /// A name as a menu has room for it.
  static String name(DatabaseStatus status) {
    return Screen.shorten(Screen.clean(status.database().name()), NAME_WIDTH);
  }

  private String states(List<DatabaseStatus> databases) {
    List<String> others = new ArrayList<>();
    for (Health health : List.of(Health.DOWN, Health.FAILING, Health.UNKNOWN, Health.PAUSED)) {
      long count = count(databases, health);
      if (count > 0) {
        others.add(say(TrayPhrase.COUNT, count, say(word(health))));
      }
    }
    int all = databases.size();
    if (others.isEmpty()) {
      return say(TrayPhrase.ALL_ALIVE, all);
    }
    return say(
        TrayPhrase.SOME_ALIVE, count(databases, Health.ALIVE), all, String.join(", ", others));
  }

  private static long count(List<DatabaseStatus> databases, Health health) {
    return databases.stream().filter(status -> status.health() == health).count();
  }

  private String state(DatabaseStatus status) {
    if (status.running()) {
      return say(TrayPhrase.TOUCHING_NOW);
    }
    return switch (status.health()) {
      case DOWN -> say(TrayPhrase.DOWN);
      case FAILING -> say(TrayPhrase.FAILING_TIMES, status.failures());
      case PAUSED ->
          status.database().paused().map(this::paused).orElseGet(() -> say(TrayPhrase.PAUSED));
      case ALIVE ->
          status.full()
              ? say(TrayPhrase.FULL)
              : Mark.of(status, when.now()) == Mark.OFFLINE
                  ? say(TrayPhrase.ALIVE_LAST_SEEN)
                  : say(TrayPhrase.ALIVE);
      case UNKNOWN ->
          say(status.last().isPresent() ? TrayPhrase.CANNOT_BE_TOUCHED : TrayPhrase.UNKNOWN);
    };
  }

  private String paused(Pause pause) {
    return switch (pause) {
      case Pause.UntilResumed _ -> say(TrayPhrase.PAUSED);
      case Pause.Until(Instant end) -> say(TrayPhrase.PAUSED_LASTING, when.lasting(end));
    };
  }

  private String safeUntil(Margin margin, boolean inSentence) {
    Instant end = margin.safeUntil().orElseThrow();
    String date = inSentence ? when.longDate(end) : when.date(end);
    boolean passed = margin.left(when.now()).filter(Duration::isPositive).isEmpty();
    return say(passed ? TrayPhrase.DEADLINE_PASSED : TrayPhrase.SAFE_UNTIL, date);
  }

  String result(RecordedTouch touch) {
    return switch (touch.touch().outcome()) {
      case Outcome.Alive alive -> took(alive);
      case Outcome.Failed failed -> Screen.clean(when.language().say(failed.message()));
      case Outcome.Skipped skipped -> Screen.clean(when.language().say(skipped.message()));
    };
  }

  /// `written and read back in 42 ms`.
  String took(Outcome.Alive alive) {
    return say(TrayPhrase.TOOK, say(evidence(alive.evidence())), when.millis(alive.latency()));
  }

  private String say(TrayPhrase phrase, Object... values) {
    return when.language().say(phrase, values);
  }

  private static TrayPhrase evidence(Evidence evidence) {
    return switch (evidence) {
      case WRITE -> TrayPhrase.WRITTEN;
      case READ -> TrayPhrase.READ;
      case KEY_MISSING -> TrayPhrase.KEY_MISSING;
      case PING -> TrayPhrase.PING;
    };
  }

  private static TrayPhrase word(Health health) {
    return switch (health) {
      case ALIVE -> TrayPhrase.ALIVE;
      case FAILING -> TrayPhrase.FAILING;
      case DOWN -> TrayPhrase.DOWN;
      case PAUSED -> TrayPhrase.PAUSED;
      case UNKNOWN -> TrayPhrase.UNKNOWN;
    };
  }
}
