package dev.upkeep.cli.status;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.history.Health;
import dev.upkeep.language.HeadlinePhrase;
import dev.upkeep.language.Language;
import dev.upkeep.words.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Answers in one line whether everything is still safe, and until when. Pure.
final class StatusHeadline {
  private StatusHeadline() {}

  /// `3 databases alive. Nearest deadline 22 December. Next touch in 2 h 10 min.`
  static String of(Snapshot snapshot, When when) {
    List<DatabaseStatus> databases = snapshot.databases();
    if (databases.isEmpty()) {
      return when.language().say(HeadlinePhrase.NO_DATABASES);
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(states(databases, when.language()));
    deadline(databases, when).ifPresent(sentences::add);
    if (!snapshot.agent().enabled()) {
      sentences.add(when.language().say(HeadlinePhrase.RESTS));
    } else {
      next(databases, when).ifPresent(sentences::add);
    }
    return String.join(" ", sentences);
  }

  private static String states(List<DatabaseStatus> databases, Language language) {
    List<String> others = new ArrayList<>();
    for (Health health : List.of(Health.DOWN, Health.FAILING, Health.UNKNOWN, Health.PAUSED)) {
      long count = count(databases, health);
      if (count > 0) {
        others.add(count + " " + language.say(StatusText.health(health)));
      }
    }
    int all = databases.size();
    if (others.isEmpty()) {
      return language.say(HeadlinePhrase.ALL_ALIVE, all);
    }
    return language.say(
        HeadlinePhrase.SOME_ALIVE, count(databases, Health.ALIVE), all, String.join(", ", others));
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
          when.language()
              .say(
                  passed == 1 ? HeadlinePhrase.ONE_PASSED : HeadlinePhrase.MANY_PASSED,
                  when.longDate(deadlines.getFirst()),
                  passed));
    }
    return deadlines.stream()
        .findFirst()
        .map(at -> when.language().say(HeadlinePhrase.NEAREST, nearest(at, when)));
  }

  private static String nearest(Instant at, When when) {
    return Duration.between(when.now(), at).toDays() < 1 ? when.future(at) : when.longDate(at);
  }

  private static Optional<String> next(List<DatabaseStatus> databases, When when) {
    return databases.stream()
        .flatMap(status -> status.nextDue().stream())
        .min(Comparator.naturalOrder())
        .map(at -> when.language().say(HeadlinePhrase.NEXT, when.futureInSentence(at)));
  }
}
