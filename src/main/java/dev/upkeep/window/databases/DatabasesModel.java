package dev.upkeep.window.databases;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Mark;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Touched;
import dev.upkeep.touch.Outcome;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.page.Toasts;
import dev.upkeep.window.page.WindowTime;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.text.TimeWords;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The overview: a row for each database, the most endangered first and otherwise in the user's
/// order, and what can be done with one.
final class DatabasesModel {
  /// More databases than this can be filtered.
  static final int MANY = 8;

  private static final Duration BEAT = Duration.ofSeconds(1);

  /// What is to be seen at all.
  enum Shown {
    /// Nothing is known yet.
    NOTHING,
    /// There are no databases.
    EMPTY,
    FEW,
    /// So many that a filter helps.
    MANY
  }

  private final AgentView agent;
  private final Texts texts;
  private final WindowTime time;
  private final Toasts toasts;
  private final RecentTouchesModel strips;
  private final ObservableList<DatabaseRow> rows = FXCollections.observableArrayList();
  // Kept: its listeners would go with it.
  private final ObservableList<DatabaseRow> readable =
      FXCollections.unmodifiableObservableList(rows);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
  private final Set<UUID> asked = new HashSet<>();

  /// A model that waits to be started.
  DatabasesModel(
      AgentView agent, Texts texts, WindowTime time, Toasts toasts, RecentTouchesModel strips) {
    this.agent = agent;
    this.texts = texts;
    this.time = time;
    this.toasts = toasts;
    this.strips = strips;
  }

  void start() {
    strips.start();
    agent.snapshot().addListener((_, _, _) -> refresh());
    agent.connection().addListener((_, _, _) -> refresh());
    filter.addListener((_, _, _) -> refresh());
    WindowTime.Waiting _ = time.timer().every(BEAT, this::refresh);
    refresh();
  }

  ObservableList<DatabaseRow> rows() {
    return readable;
  }

  StringProperty filter() {
    return filter;
  }

  ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  /// The latest touches of a database.
  ReadOnlyObjectProperty<RecentTouches> strip(UUID database) {
    return strips.of(database);
  }

  /// What a slot of a strip says.
  String spoken(RecentTouches.Slot slot) {
    TimeWords moments = time.moments(texts);
    return switch (slot) {
      case RecentTouches.Slot.Bar(var touch, _) ->
          texts.say(
              DatabasesText.STRIP_ALIVE,
              moments.exact(touch.at()),
              touch.latency().map(moments::millis).orElse(""),
              touch.evidence().map(new CoreWords(texts)::evidence).orElse(""));
      case RecentTouches.Slot.Cross(var touch) ->
          texts.say(
              DatabasesText.STRIP_BAD,
              moments.exact(touch.at()),
              touch.touch().outcome() instanceof Outcome.Failed failed
                  ? new CoreWords(texts).message(failed)
                  : "");
      case RecentTouches.Slot.Gap _ -> texts.say(DatabasesText.STRIP_UNWATCHED);
    };
  }

  /// What a whole strip says.
  String spoken(RecentTouches strip) {
    long bad = strip.slots().stream().filter(RecentTouches.Slot.Cross.class::isInstance).count();
    long all = strip.slots().stream().flatMap(slot -> slot.watched().stream()).count();
    return texts.say(DatabasesText.STRIP, all, bad);
  }

  /// Touches one now. What came of it is always told.
  void touch(DatabaseRow row) {
    if (row.running()) {
      return;
    }
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

  /// Lets one rest.
  ///
  /// @param length for how long; empty means until it is resumed
  void pause(DatabaseRow row, Optional<Duration> length) {
    agent.order(api -> api.pause(List.of(row.id()), length), () -> {}, toasts::warn);
  }

  void resume(DatabaseRow row) {
    agent.order(api -> api.resume(List.of(row.id())), () -> {}, toasts::warn);
  }

  /// Removes one, which can be undone for a while.
  void remove(DatabaseRow row) {
    agent.order(
        api -> api.remove(List.of(row.id())),
        () -> toasts.offerUndo(texts.say(DatabasesText.REMOVED, row.name()), () -> restore(row)),
        toasts::warn);
  }

  private void restore(DatabaseRow row) {
    agent.ask(
        api -> api.restore(row.id()),
        _ -> toasts.tell(texts.say(DatabasesText.RESTORED, row.name())),
        toasts::warn);
  }

  private void running(UUID id, boolean now) {
    boolean _ = now ? asked.add(id) : asked.remove(id);
    refresh();
  }

  private void refresh() {
    agent.snapshot().get().ifPresent(this::show);
  }

  private void show(Snapshot seen) {
    int count = seen.databases().size();
    shown.set(count == 0 ? Shown.EMPTY : count > MANY ? Shown.MANY : Shown.FEW);
    if (count <= MANY) {
      filter.set("");
    }
    boolean awake = !(agent.connection().get() instanceof Connection.Lost);
    RowWords words = new RowWords(time.moments(texts), seen.agent().enabled(), awake);
    List<DatabaseRow> now =
        seen.databases().stream()
            .map(this::withAsked)
            .sorted(danger(words.moments()))
            .map(words::row)
            .filter(row -> row.matches(filter.get(), texts))
            .toList();
    if (ids(rows).equals(ids(now))) {
      // One by one, so that the row that has the focus keeps it.
      for (int i = 0; i < now.size(); i++) {
        if (!rows.get(i).equals(now.get(i))) {
          rows.set(i, now.get(i));
        }
      }
    } else {
      rows.setAll(now);
    }
  }

  /// Before the agent tells that a touch runs, the person who asked for it wants to see it.
  private DatabaseStatus withAsked(DatabaseStatus status) {
    return asked.contains(status.database().id()) && !status.running()
        ? status.whileRunning()
        : status;
  }

  private static Comparator<DatabaseStatus> danger(TimeWords moments) {
    return Comparator.<DatabaseStatus>comparingInt(status ->
            switch (Mark.of(status, moments.now())) {
              case DANGER -> 0;
              case ATTENTION -> 1;
              case OFFLINE, EMPTY, ALIVE, PAUSED -> 2;
            })
        .thenComparing(status -> status.margin().level(moments.now()), Comparator.reverseOrder());
  }

  private static List<UUID> ids(List<DatabaseRow> rows) {
    return rows.stream().map(DatabaseRow::id).toList();
  }
}
