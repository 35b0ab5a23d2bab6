package dev.upkeep.cli.ping;

import dev.upkeep.cli.console.Selection;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Touched;
import dev.upkeep.database.Database;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Has the agent touch databases that are defined.
public final class AgentPing {
  /// Where such a target comes from.
  public static final String ORIGIN = "definitions";

  private AgentPing() {}

  /// Touches databases that a person named, whatever state they are in.
  static List<PingResult> named(AgentApi agent, List<DatabaseStatus> databases)
      throws AgentException {
    List<PingResult> results = new ArrayList<>();
    Map<UUID, Database> byId = new HashMap<>();
    databases.forEach(status -> byId.put(status.database().id(), status.database()));
    if (!databases.isEmpty()) {
      for (Touched touched : agent.touch(Selection.ids(databases))) {
        Optional.ofNullable(byId.get(touched.database()))
            .ifPresent(database -> results.add(result(database, touched.touch())));
      }
    }
    return List.copyOf(results);
  }

  /// Touches all that are not paused: nobody named those that are.
  static List<PingResult> all(AgentApi agent, List<DatabaseStatus> databases, Instant now)
      throws AgentException {
    List<DatabaseStatus> awake = new ArrayList<>();
    List<PingResult> results = new ArrayList<>();
    for (DatabaseStatus status : databases) {
      Database database = status.database();
      if (database.paused().filter(pause -> pause.holdsAt(now)).isPresent()) {
        results.add(result(database, paused(now)));
      } else {
        awake.add(status);
      }
    }
    results.addAll(0, named(agent, awake));
    return List.copyOf(results);
  }

  private static PingResult result(Database database, Touch touch) {
    return new PingResult(new Target(database, Optional.empty(), ORIGIN), touch);
  }

  /// What came of a database that nobody named and that rests.
  static Touch paused(Instant now) {
    return new Touch(
        now,
        new Outcome.Skipped(
            Outcome.Skipped.Reason.PAUSED, "Paused; name it to touch it nevertheless."),
        0,
        Timings.NONE,
        Optional.empty());
  }
}
