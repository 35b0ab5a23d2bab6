package dev.upkeep.deploy;

import dev.upkeep.database.Database;
import dev.upkeep.database.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How often each database is to be touched, and which of them together.
final class Timetable {
  /// Two may be lost before the third one must succeed.
  private static final int RUNS_A_WINDOW = 3;

  private final Engine engine;
  private final Duration defaultInterval;

  Timetable(Engine engine, Duration defaultInterval) {
    this.engine = engine;
    this.defaultInterval = defaultInterval;
  }

  /// The interval that its user set, or less where three would not fit into its window.
  Duration interval(Database database) {
    Duration wish = database.interval().orElse(defaultInterval);
    return database
        .effectiveWindow()
        .map(window -> window.dividedBy(RUNS_A_WINDOW))
        .filter(third -> third.compareTo(wish) < 0)
        .orElse(wish);
  }

  /// The runs, in the order in which the first databases of each are given.
  List<Run> runs(List<DeployedDatabase> databases) {
    Map<Period, List<DeployedDatabase>> groups = new LinkedHashMap<>();
    for (DeployedDatabase kept : databases) {
      groups.computeIfAbsent(period(kept.database()), _ -> new ArrayList<>()).add(kept);
    }
    return groups.entrySet().stream()
        .map(group ->
            new Run(
                Schedule.of(group.getKey(), group.getValue().getFirst().database().name()),
                List.copyOf(group.getValue())))
        .toList();
  }

  private Period period(Database database) {
    Duration interval = interval(database);
    return Period.ofAtMost(
        interval.compareTo(engine.shortest()) < 0 ? engine.shortest() : interval);
  }

  /// What becomes of an interval that cannot be had as it was set, as a sentence.
  Optional<String> remark(Database database) {
    Duration wish = database.interval().orElse(defaultInterval);
    Duration done = engine.keepsIntervals() ? interval(database) : period(database).length();
    if (wish.equals(done)) {
      return Optional.empty();
    }
    String why =
        wish.compareTo(interval(database)) > 0
            ? "so that three runs fit into its window"
            : "since " + engine.word() + " cannot do every " + DurationText.of(wish);
    return Optional.of(
        database.name() + ": runs every " + DurationText.of(done) + ", " + why + ".");
  }
}
