package dev.upkeep.cli.status;

import dev.upkeep.cli.console.TouchReportJson;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.history.Health;
import dev.upkeep.words.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Answers in one line whether everything is still safe, and until when. Pure.
final class StatusHeadline {
  private StatusHeadline() {}

  /// `3 databases alive. Nearest deadline 22 December. Next touch in 2 h 10 min.`
  static String of(Snapshot snapshot, When when) {
    List<DatabaseStatus> databases = snapshot.databases();
    if (databases.isEmpty()) {
      return "No databases yet. Add the first one: upkeep add.";
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(states(databases));
    deadline(databases, when).ifPresent(sentences::add);
    if (!snapshot.agent().enabled()) {
      sentences.add("The schedule rests, since KEEPALIVE_ENABLED is false.");
    } else {
      next(databases, when).ifPresent(sentences::add);
    }
    return String.join(" ", sentences);
  }

  private static String states(List<DatabaseStatus> databases) {
    List<String> others = new ArrayList<>();
    for (Health health : List.of(Health.DOWN, Health.FAILING, Health.UNKNOWN, Health.PAUSED)) {
      long count = count(databases, health);
      if (count > 0) {
        others.add(count + " " + TouchReportJson.name(health));
      }
    }
    int all = databases.size();
    String plural = all == 1 ? " database" : " databases";
    if (others.isEmpty()) {
      return all + plural + " alive.";
    }
    return String.format(
        Locale.ROOT,
        "%d of %d%s alive, %s.",
        count(databases, Health.ALIVE),
        all,
        plural,
        String.join(", ", others));
  }

  private static long count(List<DatabaseStatus> databases, Health health) {
    return databases.stream().filter(status -> status.health() == health).count();
  }

  private static Optional<String> deadline(List<DatabaseStatus> databases, When when) {
    List<Instant> deadlines =
        databases.stream()
            .flatMap(status -> status.margin().safeUntil().stream())
            .sorted()
            .toList();
    long passed = deadlines.stream().filter(at -> !at.isAfter(when.now())).count();
    if (passed > 0) {
      return Optional.of(
          passed == 1
              ? "1 deadline passed on " + when.longDate(deadlines.getFirst()) + "."
              : passed
                  + " deadlines passed, the first on "
                  + when.longDate(deadlines.getFirst())
                  + ".");
    }
    return deadlines.stream().findFirst().map(at -> "Nearest deadline " + nearest(at, when) + ".");
  }

  private static String nearest(Instant at, When when) {
    String text = when.futureInSentence(at);
    return text.startsWith("on ") ? text.substring(3) : text;
  }

  private static Optional<String> next(List<DatabaseStatus> databases, When when) {
    return databases.stream()
        .flatMap(status -> status.nextDue().stream())
        .min(Comparator.naturalOrder())
        .map(at -> "Next touch " + when.futureInSentence(at) + ".");
  }
}
