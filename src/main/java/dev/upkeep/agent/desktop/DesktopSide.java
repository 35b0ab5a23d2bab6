package dev.upkeep.agent.desktop;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.Change;
import dev.upkeep.desktop.Notice;
import dev.upkeep.language.Language;
import dev.upkeep.language.Sentence;
import dev.upkeep.schedule.AgentThread;
import dev.upkeep.words.When;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The agent's parts that need a desktop: the tray, notices, and what the system tells of sleep and
/// network. Each may be missing, come late or go away, and none of that reaches the touching.
public final class DesktopSide implements AutoCloseable {
  private static final String FAREWELL = "farewell-said";

  private final Desktop desktop;
  private final AgentThread thread;
  private final DesktopNotices notices;
  private final Supplier<When> when;
  private final WindowOpener showing;
  private final TrayActions.Unlocking unlocking;
  private final Language language;
  private final AtomicBoolean inTray = new AtomicBoolean();
  private final Lifecycle parts = new Lifecycle();

  /// A side that is not seen yet.
  ///
  /// @param stateFolder where it is remembered what was explained once
  /// @param language of the person at the desktop
  /// @param watchers tells those who watch the agent; callable from any thread
  public DesktopSide(
      Desktop desktop,
      AgentThread thread,
      InstantSource clock,
      Path stateFolder,
      Language language,
      TrayActions.Unlocking unlocking,
      Consumer<Change> watchers) {
    this.desktop = desktop;
    this.thread = thread;
    this.unlocking = unlocking;
    this.language = language;
    notices = new DesktopNotices(desktop.notifier());
    when = () -> new When(clock.instant(), ZoneId.systemDefault(), language);
    showing =
        new WindowLauncher(
            desktop.window(),
            watchers,
            new NoticeShowing(notices, when),
            new WindowClosedNotice(notices, inTray::get, stateFolder.resolve(FAREWELL), language)
                ::windowClosed,
            WindowLauncher.Patience.STANDARD);
  }

  public DesktopNotices notices() {
    return notices;
  }

  /// Shows a notice about which there is nothing to do.
  ///
  /// @return whether the desktop has taken it
  public CompletableFuture<Boolean> show(String tag, Sentence title, Sentence body) {
    return notices.show(
        new Notice(tag, Notice.Urgency.NORMAL, language.say(title), language.say(body), List.of()),
        _ -> {});
  }

  public WindowOpener showing() {
    return showing;
  }

  /// Does what a person chooses, in the tray or on a notice.
  public TrayActions actions(AgentApi agent) {
    return new TrayActions(agent, notices, desktop.clipboard(), showing, unlocking, when);
  }

  /// Begins to show.
  ///
  /// @param woke run when the computer wakes up; callable from any thread
  /// @param connected run when it may be online again; callable from any thread
  public void start(AgentApi agent, Runnable woke, Runnable connected) {
    TrayController face =
        new TrayController(
            thread, desktop.tray(), when, agent::loginStart, actions(agent), inTray::set);
    parts.own("connections to the desktop", desktop.connections()::close);
    parts.run("notices", notices::start, notices::close);
    parts.run("tray", () -> face.start(agent), desktop.tray()::close);
    parts.run("power events", () -> desktop.power().start(woke), desktop.power()::close);
    parts.run("network events", () -> desktop.network().start(connected), desktop.network()::close);
  }

  @Override
  public void close() {
    parts.close();
  }
}
