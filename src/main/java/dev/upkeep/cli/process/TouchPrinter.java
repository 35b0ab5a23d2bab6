package dev.upkeep.cli.process;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.ping.AgentPing;
import dev.upkeep.cli.ping.PingReport;
import dev.upkeep.cli.ping.PingResult;
import dev.upkeep.cli.ping.Target;
import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Touched;
import dev.upkeep.control.Watcher;
import dev.upkeep.database.Database;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.Outcome;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Prints every touch of a running agent as a line, and counts.
final class TouchPrinter implements Watcher {
  private final PingReport report;
  private final int stopAfter;
  private final CompletableFuture<String> stop;
  private final Map<UUID, Database> databases = new ConcurrentHashMap<>();

  /// Which there were, each once: an agent may run for years.
  private final Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);

  private long touches;
  private int verified;

  /// Prints to the command's console.
  ///
  /// @param stopAfter verified touches after which `stop` is completed; 0 for never
  TouchPrinter(Upkeep upkeep, int stopAfter, CompletableFuture<String> stop) {
    this.report = new PingReport(upkeep);
    this.stopAfter = stopAfter;
    this.stop = stop;
  }

  @Override
  public void snapshot(Snapshot snapshot) {
    snapshot.databases().forEach(this::know);
  }

  @Override
  public void changed(Change change) {
    switch (change) {
      case Change.Database(var status) -> know(status);
      case Change.Removed(var id) -> databases.remove(id);
      case Change.TouchEnded(var touched) -> ended(touched);
      case Change.Reordered _,
          Change.HealthChanged _,
          Change.Agent _,
          Change.Settings _,
          Change.Outlet _,
          Change.Wanted _ -> {}
    }
  }

  @Override
  public void ended(String reason) {}

  /// Says how it went, where somebody wanted it to end by itself.
  synchronized void sum(Console console) {
    if (stopAfter > 0) {
      console.say(touches + " touches, " + verified + " of them verified by reading back.");
    }
  }

  /// Of all touches; an agent that was never due has done nothing wrong.
  synchronized ExitCode exitCode() {
    return stopAfter > 0 ? ExitCode.mostUrgent(codes) : ExitCode.OK;
  }

  private void know(DatabaseStatus status) {
    databases.put(status.database().id(), status.database());
  }

  private synchronized void ended(Touched touched) {
    Database database = databases.get(touched.database());
    if (database == null) {
      return;
    }
    Outcome outcome = touched.touch().outcome();
    codes.add(ExitCode.of(outcome));
    touches++;
    report.print(
        new PingResult(new Target(database, Optional.empty(), AgentPing.ORIGIN), touched.touch()));
    if (outcome instanceof Outcome.Alive alive && alive.evidence() == Evidence.WRITE) {
      verified++;
    }
    if (stopAfter > 0 && verified >= stopAfter) {
      stop.complete("Touched often enough.");
    }
  }
}
