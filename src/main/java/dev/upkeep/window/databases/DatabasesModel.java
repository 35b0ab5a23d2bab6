package dev.upkeep.window.databases;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.touch.Outcome;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.page.WindowTime;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.text.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The overview: which databases there are to see, in which order, and what is said of each.
///
/// What is said is worked out when it is asked for, which the list does for the rows that are on
/// the screen: of two hundred databases nobody reads two hundred rows, and what a row says changes
/// with every minute.
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
  private final RecentTouchesModel strips;
  private final DatabaseActions actions;
  private final ObjectProperty<DatabasesFilter> filter =
      new SimpleObjectProperty<>(DatabasesFilter.ALL);
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
  private final ReadOnlyObjectWrapper<List<UUID>> order = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Map<DatabasesFilter.Kind, Integer>> counts =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final List<Runnable> listeners = new ArrayList<>();
  private Map<UUID, DatabaseStatus> databases = Map.of();
  private List<DatabaseStatus> known = List.of();
  private AlikeHosts alike = AlikeHosts.among(List.of());

  /// A model that waits to be started.
  DatabasesModel(
      AgentView agent,
      Texts texts,
      WindowTime time,
      RecentTouchesModel strips,
      DatabaseActions actions) {
    this.agent = agent;
    this.texts = texts;
    this.time = time;
    this.strips = strips;
    this.actions = actions;
  }

  void start() {
    strips.start();
    actions.onChange(this::refresh);
    agent.snapshot().addListener((_, _, _) -> refresh());
    agent.connection().addListener((_, _, _) -> refresh());
    filter.addListener((_, _, _) -> refresh());
    WindowTime.Waiting _ = time.timer().every(BEAT, this::refresh);
    refresh();
  }

  DatabaseActions actions() {
    return actions;
  }

  /// The databases to be seen, from the top.
  ReadOnlyObjectProperty<List<UUID>> order() {
    return order.getReadOnlyProperty();
  }

  /// What is said of one at this moment; empty once it is gone.
  Optional<DatabaseRow> row(UUID database) {
    return Optional.ofNullable(databases.get(database)).map(this::withAsked).map(words()::row);
  }

  /// What is said of several, in the order of the list.
  List<DatabaseRow> rows(List<UUID> chosen) {
    return chosen.stream().flatMap(id -> row(id).stream()).toList();
  }

  /// All rows there are to see.
  List<DatabaseRow> rows() {
    return rows(order.get());
  }

  /// Hears that rows may say something else now.
  void onRefresh(Runnable listener) {
    listeners.add(listener);
  }

  ObjectProperty<DatabasesFilter> filter() {
    return filter;
  }

  /// How many there are of each kind.
  ReadOnlyObjectProperty<Map<DatabasesFilter.Kind, Integer>> counts() {
    return counts.getReadOnlyProperty();
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

  private void refresh() {
    agent.snapshot().get().ifPresent(this::show);
    listeners.forEach(Runnable::run);
  }

  private void show(Snapshot seen) {
    int count = seen.databases().size();
    shown.set(count == 0 ? Shown.EMPTY : count > MANY ? Shown.MANY : Shown.FEW);
    if (!known.equals(seen.databases())) {
      known = seen.databases();
      databases = byId(known);
      alike = AlikeHosts.among(known);
    }
    if (count <= MANY && filter.get().only().isEmpty()) {
      // Nothing stays hidden by a filter that is gone.
      filter.set(DatabasesFilter.ALL);
    }
    Instant now = time.clock().instant();
    RowWords words = words();
    counts.set(count(now));
    List<UUID> ids =
        filter.get().of(known, now, texts.locale(), words::searched).stream()
            .map(status -> status.database().id())
            .toList();
    if (!ids.equals(order.get())) {
      order.set(ids);
    }
  }

  private static Map<UUID, DatabaseStatus> byId(List<DatabaseStatus> databases) {
    Map<UUID, DatabaseStatus> byId = new HashMap<>();
    databases.forEach(status -> byId.put(status.database().id(), status));
    return byId;
  }

  private Map<DatabasesFilter.Kind, Integer> count(Instant now) {
    Map<DatabasesFilter.Kind, Integer> counted = new EnumMap<>(DatabasesFilter.Kind.class);
    for (DatabasesFilter.Kind kind : DatabasesFilter.Kind.values()) {
      counted.put(
          kind, Math.toIntExact(known.stream().filter(one -> kind.passes(one, now)).count()));
    }
    return counted;
  }

  private RowWords words() {
    boolean awake = !(agent.connection().get() instanceof Connection.Lost);
    boolean enabled = agent.snapshot().get().map(seen -> seen.agent().enabled()).orElse(true);
    return new RowWords(time.moments(texts), enabled, awake, alike);
  }

  /// Before the agent tells that a touch runs, the person who asked for it wants to see it.
  private DatabaseStatus withAsked(DatabaseStatus status) {
    return actions.isAsked(status.database().id()) && !status.running()
        ? status.whileRunning()
        : status;
  }
}
