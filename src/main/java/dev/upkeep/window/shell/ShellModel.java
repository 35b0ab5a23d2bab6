package dev.upkeep.window.shell;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Mark;
import dev.upkeep.control.Touched;
import dev.upkeep.window.link.AgentStarter;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.page.Toasts;
import dev.upkeep.window.page.WindowTime;
import dev.upkeep.window.text.CoreText;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.text.TimeWords;
import dev.upkeep.words.Screen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
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
  private final AgentStarter starter;
  private final Executor workers;
  private final Executor window;
  private final ReadOnlyObjectWrapper<Headline> headline;
  private final ObservableList<Banner> banners = FXCollections.observableArrayList();
  // Kept: its listeners would go with it.
  private final ObservableList<Banner> readable = FXCollections.unmodifiableObservableList(banners);
  private final BooleanProperty canTouchAll = new SimpleBooleanProperty();
  private final BooleanProperty hasDatabases = new SimpleBooleanProperty();
  private boolean touchingAll;
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
      AgentStarter starter,
      Executor workers,
      Executor window) {
    this.agent = agent;
    this.texts = texts;
    this.time = time;
    this.toasts = toasts;
    this.starter = starter;
    this.workers = workers;
    this.window = window;
    this.headline =
        new ReadOnlyObjectWrapper<>(new Headline(Mark.EMPTY, texts.say(ShellText.CONNECTING)));
  }

  void start() {
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
            && !touchingAll
            && hasDatabases.get());
  }

  /// Touches every database now, and tells what came of it.
  void touchAll() {
    if (!canTouchAll.get()) {
      return;
    }
    List<UUID> all =
        agent.snapshot().get().orElseThrow().databases().stream()
            .map(DatabaseStatus::database)
            .map(database -> database.id())
            .toList();
    touching(true);
    agent.ask(
        api -> api.touch(all),
        this::touched,
        e -> {
          touching(false);
          toasts.warn(e);
        });
  }

  private void touched(List<Touched> touched) {
    touching(false);
    long failed = touched.stream().filter(one -> !one.touch().alive()).count();
    if (failed == 0) {
      toasts.tell(texts.say(ShellText.ALL_TOUCHED, touched.size()));
    } else {
      toasts.warn(texts.say(ShellText.SOME_FAILED, failed, touched.size()));
    }
  }

  private void touching(boolean now) {
    touchingAll = now;
    refresh();
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

  private static void notices(AgentInfo info, List<Banner> banners) {
    info.secretTrouble().map(Screen::clean).map(Banner::plain).ifPresent(banners::add);
    info.notices().stream().map(Screen::clean).map(Banner::plain).forEach(banners::add);
    info.lastError().map(Screen::clean).map(Banner::plain).ifPresent(banners::add);
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
