package dev.upkeep.window.databases;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.history.Filter;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.link.Connection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The latest touches of the databases that were looked at: asked for once, then kept up to date by
/// what the agent tells.
final class RecentTouchesModel {
  private static final Logger LOG = LoggerFactory.getLogger(RecentTouchesModel.class);

  private final AgentView agent;
  private final InstantSource clock;
  private final Map<UUID, Latest> known = new HashMap<>();

  RecentTouchesModel(AgentView agent, InstantSource clock) {
    this.agent = agent;
    this.clock = clock;
  }

  void start() {
    agent.onChange(change -> {
      switch (change) {
        case Change.Database(var status) ->
            status.last().ifPresent(last -> append(status.database().id(), last));
        case Change.Removed(UUID id) -> known.remove(id);
        case Change.Reordered _,
            Change.TouchEnded _,
            Change.HealthChanged _,
            Change.Agent _,
            Change.Settings _,
            Change.Outlet _,
            Change.Wanted _ -> {}
      }
    });
    // What happened while the agent was not watched is not told later.
    agent
        .connection()
        .addListener((_, _, now) -> {
          if (now instanceof Connection.Connected) {
            known.forEach(this::load);
          }
        });
  }

  /// The strip of a database; empty until it was loaded, which begins when it is first asked for.
  ReadOnlyObjectProperty<RecentTouches> of(UUID database) {
    Latest latest = known.get(database);
    if (latest == null) {
      latest = new Latest();
      known.put(database, latest);
      load(database, latest);
    }
    return latest.strip.getReadOnlyProperty();
  }

  private void load(UUID database, Latest latest) {
    Filter filter = Filter.ALL.of(Set.of(database));
    agent.ask(
        api -> api.history(filter, Optional.empty(), RecentTouches.SLOTS),
        page -> set(latest, page.touches()),
        (AgentException e) -> LOG.info("No strip: {}", e.getMessage()));
  }

  private void append(UUID database, RecordedTouch last) {
    Latest latest = known.get(database);
    if (latest == null
        || latest.touches.stream().anyMatch(touch -> !touch.at().isBefore(last.at()))) {
      return;
    }
    List<RecordedTouch> touches = new ArrayList<>();
    touches.add(last);
    touches.addAll(latest.touches);
    set(latest, touches.subList(0, Math.min(touches.size(), RecentTouches.SLOTS)));
  }

  private void set(Latest latest, List<RecordedTouch> touches) {
    latest.touches = List.copyOf(touches);
    latest.strip.set(RecentTouches.of(touches, clock.instant()));
  }

  private static final class Latest {
    private List<RecordedTouch> touches = List.of();
    private final ReadOnlyObjectWrapper<RecentTouches> strip =
        new ReadOnlyObjectWrapper<>(RecentTouches.EMPTY);
  }
}
