package dev.upkeep.agent;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.desktop.Notice;
import dev.upkeep.history.History;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.words.When;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows Upkeep to the person at this computer: as a notice that says how databases are doing. Asks
/// the agent's thread and waits, so it may block.
final class Showing implements Consumer<Optional<UUID>> {
  private static final int TOUCHES = 6;
  private static final Logger LOG = LoggerFactory.getLogger(Showing.class);

  private final AgentCalls calls;
  private final Keeper keeper;
  private final History history;
  private final Supplier<Snapshot> snapshot;
  private final Supplier<When> when;
  private final DesktopNotices notices;

  /// What shows by notices.
  ///
  /// @param snapshot of this moment, asked for on the agent's thread
  Showing(
      AgentCalls calls,
      Keeper keeper,
      History history,
      Supplier<Snapshot> snapshot,
      Supplier<When> when,
      DesktopNotices notices) {
    this.calls = calls;
    this.keeper = keeper;
    this.history = history;
    this.snapshot = snapshot;
    this.when = when;
    this.notices = notices;
  }

  @Override
  public void accept(Optional<UUID> database) {
    try {
      Notice notice = calls.ask(() -> database.isPresent() ? of(database.get()) : overview());
      var _ = notices.show(notice, key -> {});
    } catch (AgentException e) {
      LOG.info("Nothing is shown: {}", e.getMessage());
    }
  }

  private Notice overview() {
    return StatusNotice.of(snapshot.get(), when.get());
  }

  private Notice of(UUID id) throws AgentException {
    DatabaseStatus status = keeper.status(keeper.require(id));
    List<RecordedTouch> touches = history.recent(id, TOUCHES);
    return StatusNotice.of(status, touches, when.get());
  }
}
