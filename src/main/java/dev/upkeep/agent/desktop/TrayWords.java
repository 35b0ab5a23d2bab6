package dev.upkeep.agent.desktop;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Mark;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Margin;
import dev.upkeep.database.Pause;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.Outcome;
import dev.upkeep.words.Elapsed;
import dev.upkeep.words.Screen;
import dev.upkeep.words.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
      return "No databases yet";
    }
    List<String> parts = new ArrayList<>();
    parts.add(states(databases));
    if (!snapshot.agent().enabled()) {
      parts.add("the schedule rests");
    } else if (Mark.isOffline(databases)) {
      parts.add("this computer is offline");
    } else {
      databases.stream()
          .flatMap(status -> status.nextDue().stream())
          .min(Comparator.naturalOrder())
          .ifPresent(due -> parts.add("next touch " + soon(due)));
    }
    return String.join(" · ", parts);
  }

  /// The picture is a minute old at most, and the window counts seconds: "now" would be said of
  /// what is a minute away.
  private String soon(Instant due) {
    String soon = when.soon(due);
    return soon.equals("now") && due.isAfter(when.now()) ? "in less than a minute" : soon;
  }

  /// `Nearest deadline: shop-cache, safe until 22 December.`
  Optional<String> deadline(List<DatabaseStatus> databases) {
    return databases.stream()
        .filter(status -> status.margin().safeUntil().isPresent())
        .min(Comparator.comparing(status -> status.margin().safeUntil().orElseThrow()))
        .map(status ->
            String.format(
                Locale.ROOT,
                "Nearest deadline: %s, %s.",
                name(status),
                safeUntil(status.margin(), true)));
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
      return "Touching now";
    }
    return status
        .last()
        .map(touch -> "Last touch " + when.past(touch.at()) + ": " + result(touch))
        .orElse("Not touched yet");
  }

  /// A name as a menu has room for it.
  static String name(DatabaseStatus status) {
    return Screen.shorten(Screen.clean(status.database().name()), NAME_WIDTH);
  }

  private static String states(List<DatabaseStatus> databases) {
    List<String> others = new ArrayList<>();
    for (Health health : List.of(Health.DOWN, Health.FAILING, Health.UNKNOWN, Health.PAUSED)) {
      long count = count(databases, health);
      if (count > 0) {
        others.add(count + " " + word(health));
      }
    }
    int all = databases.size();
    if (others.isEmpty()) {
      return all == 1 ? "1 database alive" : all + " databases alive";
    }
    return count(databases, Health.ALIVE) + " of " + all + " alive, " + String.join(", ", others);
  }

  private static long count(List<DatabaseStatus> databases, Health health) {
    return databases.stream().filter(status -> status.health() == health).count();
  }

  private String state(DatabaseStatus status) {
    if (status.running()) {
      return "touching now";
    }
    return switch (status.health()) {
      case DOWN -> "down";
      case FAILING ->
          "failing, " + status.failures() + (status.failures() == 1 ? " time" : " times");
      case PAUSED -> status.database().paused().map(this::paused).orElse("paused");
      case ALIVE ->
          status.full()
              ? "full"
              : Mark.of(status, when.now()) == Mark.OFFLINE
                  ? "alive when last seen"
                  : word(Health.ALIVE);
      case UNKNOWN -> status.last().isPresent() ? "cannot be touched" : word(Health.UNKNOWN);
    };
  }

  private String paused(Pause pause) {
    return switch (pause) {
      case Pause.UntilResumed _ -> "paused";
      case Pause.Until(Instant end) -> "paused " + when.lasting(end);
    };
  }

  private String safeUntil(Margin margin, boolean inSentence) {
    Instant end = margin.safeUntil().orElseThrow();
    String date = inSentence ? when.longDate(end) : when.date(end);
    boolean passed = margin.left(when.now()).filter(Duration::isPositive).isEmpty();
    return (passed ? "deadline passed on " : "safe until ") + date;
  }

  static String result(RecordedTouch touch) {
    return switch (touch.touch().outcome()) {
      case Outcome.Alive alive ->
          evidence(alive.evidence()) + " in " + Elapsed.millis(alive.latency());
      case Outcome.Failed failed -> Screen.clean(failed.message().english());
      case Outcome.Skipped skipped -> Screen.clean(skipped.message().english());
    };
  }

  static String evidence(Evidence evidence) {
    return switch (evidence) {
      case WRITE -> "written and read back";
      case READ -> "read, which is weaker evidence";
      case KEY_MISSING -> "read, and the key is not there";
      case PING -> "PING answered, nothing written";
    };
  }

  private static String word(Health health) {
    return switch (health) {
      case ALIVE -> "alive";
      case FAILING -> "failing";
      case DOWN -> "down";
      case PAUSED -> "paused";
      case UNKNOWN -> "not known yet";
    };
  }
}
