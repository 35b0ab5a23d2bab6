package dev.upkeep.window.shell;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Mark;
import dev.upkeep.control.Touched;
import dev.upkeep.control.Urgency;
import dev.upkeep.database.Database;
import dev.upkeep.window.link.AgentStarter;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.page.Toasts;
import dev.upkeep.window.page.TouchRun;
import dev.upkeep.window.page.WindowTime;
import dev.upkeep.window.text.CoreText;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.text.TimeWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What stands around the pages: the headline, the banners, and touching everything.
public final class ShellModel {
  private final AgentView agent;
  private final Texts texts;
  private final WindowTime time;
  private final Toasts toasts;
  private final TouchRun touching;
  private final AgentStarter starter;
  private final Executor workers;
  private final Executor window;
  private final ReadOnlyObjectWrapper<Headline> headline;
  private final ObservableList<Banner> banners = FXCollections.observableArrayList();
  // Kept: its listeners would go with it.
  private final ObservableList<Banner> readable = FXCollections.unmodifiableObservableList(banners);
  private final BooleanProperty canTouchAll = new SimpleBooleanProperty();
  private final BooleanProperty hasDatabases = new SimpleBooleanProperty();
  private Consumer<Route> leads = _ -> {};
  private boolean starting;

  /// A model that waits to be started.
  ///
  /// @param workers runs what blocks
  /// @param window runs what it is given later, on the window's thread
  ShellModel(
      AgentView agent,
      Texts texts,
      WindowTime time,
      Toasts toasts,
      TouchRun touching,
      AgentStarter starter,
      Executor workers,
      Executor window) {
    this.touching = touching;
    this.agent = agent;
    this.texts = texts;
    this.time = time;
    this.toasts = toasts;
    this.starter = starter;
    this.workers = workers;
    this.window = window;
    this.headline =
        new ReadOnlyObjectWrapper<>(Headline.plain(Mark.EMPTY, texts.say(ShellText.CONNECTING)));
  }

  /// Where this leads somebody who wants to see more.
  void leads(Consumer<Route> somewhere) {
    leads = somewhere;
  }

  void start() {
    touching.onEnd(this::touched);
    touching
        .progress()
        .addListener((_, before, now) -> {
          if (before.isPresent() != now.isPresent()) {
            refresh();
          }
        });
    agent.snapshot().addListener((_, _, _) -> refresh());
    agent
        .connection()
        .addListener((_, _, _) -> {
          starting = false;
          refresh();
        });
    refresh();
  }

  ReadOnlyObjectProperty<Headline> headline() {
    return headline.getReadOnlyProperty();
  }

  ObservableList<Banner> banners() {
    return readable;
  }

  ReadOnlyBooleanProperty canTouchAll() {
    return canTouchAll;
  }

  ReadOnlyBooleanProperty hasDatabases() {
    return hasDatabases;
  }

  /// Looks at everything again, because time has passed.
  public void refresh() {
    TimeWords moments = time.moments(texts);
    boolean awake = !(agent.connection().get() instanceof Connection.Lost);
    agent.snapshot().get().ifPresent(seen -> headline.set(Headline.of(seen, moments, awake)));
    List<Banner> now = nowBanners(moments);
    // Not set anew while they say the same: a button in one of them may have the focus.
    if (!texts(banners).equals(texts(now))) {
      banners.setAll(now);
    }
    hasDatabases.set(
        agent.snapshot().get().filter(seen -> !seen.databases().isEmpty()).isPresent());
    canTouchAll.set(
        agent.connection().get() instanceof Connection.Connected
            && touching.progress().get().isEmpty()
            && hasDatabases.get());
  }

  /// Touches every database now, and tells what came of it.
  void touchAll() {
    if (!canTouchAll.get()) {
      return;
    }
    List<DatabaseStatus> all = agent.snapshot().get().orElseThrow().databases();
    touching.start(
        Urgency.sorted(all, time.clock().instant()).stream()
            .map(DatabaseStatus::database)
            .map(Database::id)
            .toList());
  }

  /// How far touching several is; empty while that does not go on.
  ReadOnlyObjectProperty<Optional<TouchRun.Progress>> touching() {
    return touching.progress();
  }

  void stopTouching() {
    touching.stop();
  }

  private void touched(TouchRun.Result result) {
    Set<UUID> failed =
        result.touched().stream()
            .filter(one -> !one.touch().alive())
            .map(Touched::database)
            .collect(Collectors.toSet());
    int done = result.touched().size();
    if (result.trouble().isPresent()) {
      toasts.warn(result.trouble().get());
    } else if (!failed.isEmpty()) {
      toasts.warn(
          texts.say(ShellText.SOME_FAILED, failed.size(), done) + stopped(result),
          texts.say(ShellText.SHOW_THEM),
          () -> leads.accept(new Route.Unsuccessful(failed)));
    } else if (result.left() > 0) {
      toasts.tell(stopped(result).strip());
    } else {
      toasts.tell(texts.say(ShellText.ALL_TOUCHED, done));
    }
  }

  private String stopped(TouchRun.Result result) {
    return result.left() == 0
        ? ""
        : " "
            + texts.say(ShellText.STOPPED, result.left(), result.left() + result.touched().size());
  }

  private List<Banner> nowBanners(TimeWords moments) {
    List<Banner> now = new ArrayList<>();
    switch (agent.connection().get()) {
      case Connection.Connecting _ -> {}
      case Connection.Connected _ ->
          agent.snapshot().get().ifPresent(seen -> notices(seen.agent(), now));
      case Connection.Lost lost -> {
        String since = moments.timeOrDate(lost.since());
        now.add(
            canStart()
                ? new Banner(
                    texts.say(ShellText.AGENT_GONE, since),
                    true,
                    action(ShellText.START_AGENT, starter::start))
                : alarm(texts.say(ShellText.AGENT_GONE_BY_HAND, since)));
      }
      case Connection.OtherVersion _ ->
          now.add(
              canStart()
                  ? new Banner(
                      texts.say(CoreText.OTHER_VERSION),
                      true,
                      action(ShellText.RESTART_AGENT, starter::restart))
                  : alarm(texts.say(ShellText.OTHER_VERSION_BY_HAND)));
    }
    return now;
  }

  private static Banner alarm(String text) {
    return new Banner(text, true, Optional.empty());
  }

  /// Whether an agent that we start is what was seen last. Of one that never was seen, nothing says
  /// that it is not.
  private boolean canStart() {
    return agent.snapshot().get().map(seen -> seen.agent().standalone()).orElse(true);
  }

  private void notices(AgentInfo info, List<Banner> banners) {
    CoreWords words = new CoreWords(texts);
    info.secretTrouble().map(words::sentence).map(Banner::plain).ifPresent(banners::add);
    info.notices().stream().map(words::sentence).map(Banner::plain).forEach(banners::add);
    info.lastError().map(words::sentence).map(Banner::plain).ifPresent(banners::add);
  }

  /// Starting something, which blocks.
  private interface Beginning {
    void run() throws IOException, AgentException;
  }

  private Optional<Banner.Action> action(ShellText label, Beginning beginning) {
    return starting
        ? Optional.empty()
        : Optional.of(new Banner.Action(texts.say(label), () -> begin(beginning)));
  }

  private void begin(Beginning beginning) {
    starting = true;
    toasts.tell(texts.say(ShellText.STARTING));
    refresh();
    workers.execute(() -> {
      try {
        beginning.run();
      } catch (IOException | AgentException _) {
        window.execute(() -> {
          starting = false;
          toasts.warn(texts.say(ShellText.CANNOT_START));
          refresh();
        });
      }
    });
  }

  private static List<String> texts(List<Banner> banners) {
    return banners.stream()
        .map(banner -> banner.text() + banner.action().map(Banner.Action::label).orElse(""))
        .toList();
  }
}
