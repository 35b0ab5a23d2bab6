package dev.upkeep.agent.desktop;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Watcher;
import dev.upkeep.desktop.Tray;
import dev.upkeep.desktop.TrayListener;
import dev.upkeep.schedule.AgentThread;
import dev.upkeep.words.When;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The agent as the tray shows it. It watches the agent like any other client, and hands what a
/// person chooses to those who do it. The agent's thread owns it.
final class TrayController {
  /// What is shown says "in 12 min", so it ages.
  private static final Duration REFRESH = Duration.ofMinutes(1);

  /// Thirty databases that are touched together are one new picture.
  private static final Duration GATHER = Duration.ofMillis(200);

  private static final Logger LOG = LoggerFactory.getLogger(TrayController.class);

  private final AgentThread thread;
  private final Tray tray;
  private final Supplier<When> when;
  private final LoginStartItem loginStart;
  private final Consumer<TrayAction> perform;
  private final Consumer<Boolean> inTray;
  private Optional<Snapshot> snapshot = Optional.empty();
  private boolean gathering;

  /// Replaced as a whole, because the tray reads it on its own threads.
  private volatile Map<String, TrayAction> actions = Map.of();

  /// A face that shows nothing yet.
  ///
  /// @param loginStart asks the system; may block
  /// @param perform does what was chosen; called on the tray's threads and must not block
  /// @param inTray told whether a tray shows the icon; so is it
  TrayController(
      AgentThread thread,
      Tray tray,
      Supplier<When> when,
      LoginStartItem.Asked loginStart,
      Consumer<TrayAction> perform,
      Consumer<Boolean> inTray) {
    this.thread = thread;
    this.tray = tray;
    this.when = when;
    this.loginStart = new LoginStartItem(loginStart, () -> thread.execute(this::refreshSoon));
    this.perform = perform;
    this.inTray = inTray;
  }

  /// Shows the agent until it ends. Called on any thread but the agent's.
  void start(AgentApi agent) {
    try {
      agent.watch(new Model());
    } catch (AgentException stopping) {
      LOG.warn("The tray shows nothing: {}", stopping.getMessage());
      return;
    }
    tray.start(new Chosen());
    thread.execute(this::refresh);
  }

  private void refresh() {
    show();
    thread.after(REFRESH, this::refresh);
  }

  private void refreshSoon() {
    if (!gathering) {
      gathering = true;
      thread.after(
          GATHER,
          () -> {
            gathering = false;
            show();
          });
    }
  }

  private void show() {
    snapshot.ifPresent(seen -> {
      TrayPicture picture = TrayPresenter.present(seen, loginStart.get(), when.get());
      actions = picture.actions();
      tray.show(picture.view());
    });
  }

  /// What the agent tells, on its own thread.
  private final class Model implements Watcher {
    @Override
    public void snapshot(Snapshot first) {
      snapshot = Optional.of(first);
      refreshSoon();
    }

    @Override
    public void changed(Change change) {
      snapshot = snapshot.map(seen -> seen.after(change));
      refreshSoon();
    }

    @Override
    public void ended(String reason) {}
  }

  /// What a person does, on the tray's threads.
  private final class Chosen implements TrayListener {
    @Override
    public void chosen(String key) {
      Optional.ofNullable(actions.get(key)).ifPresent(perform);
    }

    @Override
    public void activated() {
      perform.accept(new TrayAction.Open());
    }

    @Override
    public void shown(boolean shown) {
      inTray.accept(shown);
      if (shown) {
        LOG.info("The tray shows Upkeep's icon.");
      } else {
        LOG.info("There is no tray to show an icon. Start Upkeep again to reach it.");
      }
    }
  }
}
