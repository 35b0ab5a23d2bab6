package dev.upkeep.agent.keeping;

import dev.upkeep.control.Change;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Subscription;
import dev.upkeep.control.Watcher;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who wants to know. Used by the agent's thread only; a watcher has to return quickly, and one
/// that throws is dropped.
public final class Watchers {
  private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

  private final Set<Watcher> watchers = new LinkedHashSet<>();
  private final Runnable gone;

  /// Nobody watches yet.
  ///
  /// @param gone runs when one who watched has gone
  public Watchers(Runnable gone) {
    this.gone = gone;
  }

  /// Tells the snapshot, then every change.
  ///
  /// @return ends the watch; to be closed on the agent's thread
  public Subscription add(Watcher watcher, Snapshot snapshot) {
    watchers.add(watcher);
    tell(watcher, w -> w.snapshot(snapshot));
    return () -> remove(watcher);
  }

  private void remove(Watcher watcher) {
    if (watchers.remove(watcher)) {
      gone.run();
    }
  }

  public void tell(Change change) {
    List.copyOf(watchers).forEach(watcher -> tell(watcher, w -> w.changed(change)));
  }

  public void end(String reason) {
    List.copyOf(watchers).forEach(watcher -> tell(watcher, w -> w.ended(reason)));
    watchers.clear();
  }

  private void tell(Watcher watcher, Consumer<Watcher> news) {
    try {
      news.accept(watcher);
    } catch (RuntimeException e) {
      LOG.warn("A watcher failed and is told nothing more.", e);
      remove(watcher);
    }
  }
}
