package dev.upkeep.agent.desktop;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.desktop.Notice;
import dev.upkeep.history.Filter;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.words.When;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Shows Upkeep as a notice that says how databases are doing.
final class NoticeShowing implements WindowOpener {
  private static final int TOUCHES = 6;

  private final DesktopNotices notices;
  private final Supplier<When> when;

  NoticeShowing(DesktopNotices notices, Supplier<When> when) {
    this.notices = notices;
    this.when = when;
  }

  @Override
  public void show(AgentApi agent, Optional<UUID> database) throws AgentException {
    var _ = notices.show(notice(agent, database), key -> {});
  }

  private Notice notice(AgentApi agent, Optional<UUID> database) throws AgentException {
    Snapshot snapshot = agent.snapshot();
    Optional<DatabaseStatus> one =
        snapshot.databases().stream()
            .filter(status -> database.filter(status.database().id()::equals).isPresent())
            .findFirst();
    if (one.isEmpty()) {
      return StatusNotice.of(snapshot, when.get());
    }
    Filter ofThisOne = Filter.ALL.of(Set.of(one.get().database().id()));
    List<RecordedTouch> touches = agent.history(ofThisOne, Optional.empty(), TOUCHES).touches();
    return StatusNotice.of(one.get(), touches, when.get());
  }
}
