package dev.upkeep.window.databases;

import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Touched;
import dev.upkeep.database.Database;
import dev.upkeep.touch.Outcome;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.page.Toasts;
import dev.upkeep.window.page.TouchRun;
import dev.upkeep.window.page.WindowTime;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.window.text.Texts;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What can be done with databases of the overview, one or several. What came of it is always told.
final class DatabaseActions {
  private final AgentView agent;
  private final Texts texts;
  private final WindowTime time;
  private final Toasts toasts;
  private final TouchRun touching;
  private final Set<UUID> asked = new HashSet<>();
  private Runnable changed = () -> {};

  DatabaseActions(AgentView agent, Texts texts, WindowTime time, Toasts toasts, TouchRun touching) {
    this.agent = agent;
    this.texts = texts;
    this.time = time;
    this.toasts = toasts;
    this.touching = touching;
  }

  /// Hears when somebody has asked for a touch, or it has ended.
  void onChange(Runnable listener) {
    changed = listener;
  }

  /// Whether a touch was asked for here that has not ended.
  boolean isAsked(UUID database) {
    return asked.contains(database);
  }

  /// Touches them now.
  void touch(List<DatabaseRow> rows) {
    List<DatabaseRow> still = rows.stream().filter(row -> !row.running()).toList();
    if (still.size() == 1) {
      touch(still.getFirst());
    } else {
      touching.start(ids(still));
    }
  }

  private void touch(DatabaseRow row) {
    running(row.id(), true);
    agent.ask(
        api -> api.touch(List.of(row.id())),
        touched -> {
          running(row.id(), false);
          touched.forEach(one -> tell(row, one));
        },
        e -> {
          running(row.id(), false);
          toasts.warn(e);
        });
  }

  private void running(UUID id, boolean now) {
    boolean _ = now ? asked.add(id) : asked.remove(id);
    changed.run();
  }

  private void tell(DatabaseRow row, Touched touched) {
    switch (touched.touch().outcome()) {
      case Outcome.Alive alive -> {
        DatabasesText text =
            switch (alive.evidence()) {
              case WRITE -> DatabasesText.RESULT_WRITE;
              case READ -> DatabasesText.RESULT_READ;
              case KEY_MISSING -> DatabasesText.RESULT_KEY_MISSING;
              case PING -> DatabasesText.RESULT_PING;
            };
        toasts.tell(texts.say(text, row.name(), time.moments(texts).millis(alive.latency())));
      }
      case Outcome.Failed failed ->
          toasts.warn(
              texts.say(DatabasesText.RESULT_BAD, row.name(), new CoreWords(texts).both(failed)));
      case Outcome.Skipped skipped ->
          toasts.warn(
              texts.say(
                  DatabasesText.RESULT_BAD, row.name(), new CoreWords(texts).reason(skipped)));
    }
  }

  /// Lets them rest.
  ///
  /// @param length for how long; empty means until they are resumed
  void pause(List<DatabaseRow> rows, Optional<Duration> length) {
    agent.order(api -> api.pause(ids(rows), length), () -> {}, toasts::warn);
  }

  void resume(List<DatabaseRow> rows) {
    agent.order(api -> api.resume(ids(rows)), () -> {}, toasts::warn);
  }

  /// Gives them all the same tags, or the same time between touches.
  ///
  /// @param change of each, as it is now
  void edit(List<DatabaseRow> rows, UnaryOperator<Database> change) {
    agent.order(
        api -> {
          Map<UUID, Database> now =
              api.snapshot().databases().stream()
                  .map(DatabaseStatus::database)
                  .collect(Collectors.toMap(Database::id, one -> one));
          for (DatabaseRow row : rows) {
            Database before = now.get(row.id());
            if (before != null) {
              Database after = change.apply(before);
              api.edit(new DatabaseChange(after, Optional.empty(), true, Optional.of(before)));
            }
          }
        },
        () -> toasts.tell(texts.say(DatabasesText.CHANGED, rows.size(), names(rows))),
        toasts::warn);
  }

  /// Removes them, which can be undone for a while. All are named: what is gone from the list is
  /// gone from sight.
  void remove(List<DatabaseRow> rows) {
    List<UUID> ids = ids(rows);
    agent.order(
        api -> api.remove(ids),
        () ->
            toasts.offerUndo(
                texts.say(DatabasesText.REMOVED, rows.size(), names(rows)), () -> restore(rows)),
        toasts::warn);
  }

  private void restore(List<DatabaseRow> rows) {
    agent.order(
        api -> {
          for (DatabaseRow row : rows) {
            api.restore(row.id());
          }
        },
        () -> toasts.tell(texts.say(DatabasesText.RESTORED, rows.size(), names(rows))),
        toasts::warn);
  }

  private static List<UUID> ids(List<DatabaseRow> rows) {
    return rows.stream().map(DatabaseRow::id).toList();
  }

  /// All of them up to ten.
  private String names(List<DatabaseRow> rows) {
    int most = 10;
    String named = String.join(", ", rows.stream().limit(most).map(DatabaseRow::name).toList());
    return rows.size() > most
        ? texts.say(DatabasesText.AND_MORE, named, rows.size() - most)
        : named;
  }
}
