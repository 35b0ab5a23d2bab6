package dev.upkeep.window.shell;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Mark;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Urgency;
import dev.upkeep.database.Database;
import dev.upkeep.history.Health;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.text.TimeWords;
import dev.upkeep.window.widget.Isolated;
import dev.upkeep.words.Screen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The one sentence at the top: whether everything is still safe, and until when. Pure.
///
/// @param mark the silhouette beside it
/// @param first the database to act on before all others
record Headline(Mark mark, String text, Optional<UUID> first) {
  private static final Map<Health, ShellText> OTHERS = new EnumMap<>(Health.class);

  private static final int LONGEST = 32;

  static {
    OTHERS.put(Health.DOWN, ShellText.COUNT_DOWN);
    OTHERS.put(Health.FAILING, ShellText.COUNT_FAILING);
    OTHERS.put(Health.UNKNOWN, ShellText.COUNT_UNKNOWN);
    OTHERS.put(Health.PAUSED, ShellText.COUNT_PAUSED);
  }

  /// `3 databases alive. Nearest deadline 22 December. Next touch in 2 h 10 min.`
  ///
  /// @param awake whether the agent is there to keep what is said of the next touch
  static Headline of(Snapshot snapshot, TimeWords moments, boolean awake) {
    List<DatabaseStatus> databases = snapshot.databases();
    Texts texts = moments.texts();
    if (databases.isEmpty()) {
      return plain(Mark.EMPTY, texts.say(ShellText.NONE_YET));
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(states(databases, texts));
    Optional<Database> first =
        Urgency.first(databases, moments.now()).map(DatabaseStatus::database);
    first
        .map(database ->
            texts.say(ShellText.ACT_FIRST, Isolated.of(shortened(Screen.clean(database.name())))))
        .ifPresent(sentences::add);
    deadline(databases, moments).ifPresent(sentences::add);
    if (!snapshot.agent().enabled()) {
      sentences.add(texts.say(ShellText.SCHEDULE_RESTS));
    } else if (Mark.isOffline(databases)) {
      sentences.add(texts.say(ShellText.OFFLINE));
    } else if (awake) {
      next(databases, moments).ifPresent(sentences::add);
    }
    return new Headline(
        Mark.of(snapshot, moments.now()), String.join(" ", sentences), first.map(Database::id));
  }

  /// The sentence has room for a name, not for any name; its row has it whole.
  private static String shortened(String name) {
    int[] points = name.codePoints().toArray();
    return points.length <= LONGEST
        ? name
        : new String(points, 0, LONGEST / 2)
            + "…"
            + new String(points, points.length - LONGEST / 2, LONGEST / 2);
  }

  /// One that leads nowhere.
  static Headline plain(Mark mark, String text) {
    return new Headline(mark, text, Optional.empty());
  }

  private static String states(List<DatabaseStatus> databases, Texts texts) {
    List<String> others = new ArrayList<>();
    OTHERS.forEach((health, text) -> {
      long count = count(databases, health);
      if (count > 0) {
        others.add(texts.say(text, count));
      }
    });
    int all = databases.size();
    return others.isEmpty()
        ? texts.say(ShellText.ALL_ALIVE, all)
        : texts.say(
            ShellText.SOME_ALIVE, count(databases, Health.ALIVE), all, String.join(", ", others));
  }

  private static long count(List<DatabaseStatus> databases, Health health) {
    return databases.stream().filter(status -> status.health() == health).count();
  }

  private static Optional<String> deadline(List<DatabaseStatus> databases, TimeWords moments) {
    List<Instant> deadlines =
        databases.stream()
            .flatMap(status -> status.margin().safeUntil().stream())
            .sorted()
            .toList();
    if (deadlines.isEmpty()) {
      return Optional.empty();
    }
    String first = moments.longDate(deadlines.getFirst());
    long passed = deadlines.stream().filter(at -> !at.isAfter(moments.now())).count();
    return Optional.of(
        passed > 0
            ? moments.texts().say(ShellText.DEADLINES_PASSED, passed, first)
            : moments.texts().say(ShellText.NEAREST_DEADLINE, first));
  }

  private static Optional<String> next(List<DatabaseStatus> databases, TimeWords moments) {
    return databases.stream()
        .flatMap(status -> status.nextDue().stream())
        .min(Comparator.naturalOrder())
        .map(at -> moments.texts().say(ShellText.NEXT_TOUCH, moments.future(at)));
  }
}
