package dev.upkeep.window.history;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Database;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Verdict;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.page.Toasts;
import dev.upkeep.window.page.WindowTime;
import dev.upkeep.window.text.Texts;
import dev.upkeep.words.Screen;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What happened, to one database or to all: figures, a chart and a list of touches, all of them
/// what one filter lets through. Asks for nothing until it is seen.
final class HistoryModel {
  /// New touches are in the list at once; figures and chart follow at leisure, since they cost the
  /// agent a little for each database.
  static final Duration BEAT = Duration.ofSeconds(15);

  private final AgentView agent;
  private final Texts texts;
  private final WindowTime time;
  private final Toasts toasts;
  private final TouchList touches;
  private final ObjectProperty<HistoryFilter> filter =
      new SimpleObjectProperty<>(HistoryFilter.FIRST);
  private final ReadOnlyObjectWrapper<Map<UUID, String>> names =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<LatencyChart> chart =
      new ReadOnlyObjectWrapper<>(LatencyChart.EMPTY);
  private final ReadOnlyObjectWrapper<List<UptimeFigure>> figures =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper exporting = new ReadOnlyBooleanWrapper();

  /// Names of what was removed and may come back: its history is there still.
  private Map<UUID, String> gone = Map.of();

  private boolean seen;
  private boolean listStale = true;
  private boolean figuresStale = true;
  private int asking;

  /// A model that waits to be started.
  HistoryModel(AgentView agent, Texts texts, WindowTime time, Toasts toasts) {
    this.agent = agent;
    this.texts = texts;
    this.time = time;
    this.toasts = toasts;
    this.touches = new TouchList(agent, this::refused);
  }

  void start() {
    agent.snapshot().addListener((_, _, now) -> now.ifPresent(this::name));
    agent.snapshot().get().ifPresent(this::name);
    agent.onChange(this::changed);
    // What happened while the agent was not watched is not told later.
    agent
        .connection()
        .addListener((_, _, now) -> {
          if (now instanceof Connection.Connected) {
            nameRemoved();
            begin();
          }
        });
    filter.addListener((_, _, _) -> begin());
    figures.set(figures(HistoryFigures.NONE));
    WindowTime.Waiting _ = time.timer().every(BEAT, this::catchUp);
  }

  /// Whether anybody looks. What is not looked at costs the agent nothing.
  void seen(boolean now) {
    seen = now;
    if (now && (listStale || figuresStale)) {
      catchUp();
    }
  }

  ObjectProperty<HistoryFilter> filter() {
    return filter;
  }

  /// The databases that there are, by id, in the user's order.
  ReadOnlyObjectProperty<Map<UUID, String>> names() {
    return names.getReadOnlyProperty();
  }

  TouchList touches() {
    return touches;
  }

  ReadOnlyObjectProperty<LatencyChart> chart() {
    return chart.getReadOnlyProperty();
  }

  /// One for each window, the shortest first.
  ReadOnlyObjectProperty<List<UptimeFigure>> figures() {
    return figures.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty exporting() {
    return exporting.getReadOnlyProperty();
  }

  /// Words for the present moment.
  HistoryWords words() {
    // The agent's, whose environment may be another one than the window's.
    String label = agent.snapshot().get().map(seen -> seen.agent().label()).orElse("");
    Map<UUID, String> all = new LinkedHashMap<>();
    gone.forEach((id, name) -> all.put(id, texts.say(HistoryText.REMOVED_NAME, name)));
    all.putAll(names.get());
    return new HistoryWords(time.moments(texts), all, label);
  }

  /// Writes what the filter lets through into a file. What came of it is always told.
  void export(HistoryExport.Form form, Path file) {
    if (exporting.get()) {
      return;
    }
    exporting.set(true);
    HistoryExport export =
        new HistoryExport(form, filter.get().at(time.clock().instant()), plainNames());
    String name = Screen.clean(String.valueOf(file.getFileName()));
    agent.ask(
        api -> export.write(api, file),
        written -> {
          exporting.set(false);
          tell(written, name, Screen.clean(file.toString()));
        },
        e -> {
          exporting.set(false);
          toasts.warn(e);
        });
  }

  private void tell(OptionalLong written, String name, String file) {
    if (written.isPresent()) {
      toasts.tell(texts.say(HistoryText.EXPORTED, written.getAsLong(), name));
    } else {
      toasts.warn(texts.say(HistoryText.NOT_EXPORTED, file));
    }
  }

  /// A file says them as they are; what shows it cleans or escapes them.
  private Map<UUID, String> plainNames() {
    return agent
        .snapshot()
        .get()
        .map(snapshot ->
            snapshot.databases().stream()
                .map(DatabaseStatus::database)
                .collect(Collectors.toMap(one -> one.id(), one -> one.name())))
        .orElse(Map.of());
  }

  private void name(Snapshot snapshot) {
    Map<UUID, String> now = new LinkedHashMap<>();
    snapshot
        .databases()
        .forEach(one -> now.put(one.database().id(), Screen.clean(one.database().name())));
    boolean others = !now.keySet().equals(names.get().keySet());
    names.set(now);
    filter
        .get()
        .database()
        .filter(chosen -> !now.containsKey(chosen))
        .ifPresent(_ -> filter.set(filter.get().of(Optional.empty())));
    if (others) {
      figuresStale = true;
    }
  }

  private void nameRemoved() {
    agent.ask(
        api -> api.removed(),
        removed ->
            gone =
                removed.stream()
                    .map(RemovedDatabase::database)
                    .collect(
                        Collectors.toMap(
                            Database::id, one -> Screen.clean(one.name()), (first, _) -> first)),
        (AgentException _) -> {});
  }

  private void changed(Change change) {
    switch (change) {
      case Change.Database(var status) -> status.last().ifPresent(this::ended);
      case Change.Removed _ -> nameRemoved();
      case Change.Reordered _, Change.TouchEnded _, Change.HealthChanged _ -> {}
      case Change.Agent _, Change.Settings _, Change.Outlet _, Change.Wanted _ -> {}
    }
  }

  private void ended(RecordedTouch touch) {
    if (!listStale && filter.get().passes(touch)) {
      touches.tell(touch);
    }
    figuresStale = true;
  }

  private void begin() {
    listStale = true;
    figuresStale = true;
    catchUp();
  }

  private void catchUp() {
    if (!seen || agent.snapshot().get().isEmpty()) {
      return;
    }
    if (listStale) {
      listStale = false;
      touches.restart(filter.get().at(time.clock().instant()));
    }
    if (figuresStale) {
      figuresStale = false;
      figure();
    }
  }

  private void figure() {
    int mine = ++asking;
    HistoryFilter wanted = filter.get();
    List<UUID> databases =
        wanted.database().map(List::of).orElseGet(() -> new ArrayList<>(names.get().keySet()));
    Instant now = time.clock().instant();
    agent.ask(
        api -> HistoryFigures.ask(api, databases, wanted.range().length(), now),
        answer -> {
          if (mine == asking) {
            show(answer, wanted.verdict());
          }
        },
        (AgentException _) -> figuresStale = true);
  }

  private void show(HistoryFigures now, Optional<Verdict> verdict) {
    figures.set(figures(now));
    chart.set(
        new LatencyChart(
            now.stretches(),
            verdict.isEmpty() || verdict.get() == Verdict.ALIVE,
            verdict.isEmpty() || verdict.get() == Verdict.FAILED));
  }

  private List<UptimeFigure> figures(HistoryFigures now) {
    HistoryWords words = words();
    return now.uptime().entrySet().stream()
        .map(one -> words.figure(one.getKey(), one.getValue()))
        .toList();
  }

  private void refused(AgentException e) {
    // A banner says that the agent is gone.
    if (!(e instanceof AgentException.Gone)) {
      toasts.warn(e);
    }
  }
}
