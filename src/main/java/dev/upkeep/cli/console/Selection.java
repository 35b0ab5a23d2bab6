package dev.upkeep.cli.console;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The databases that a command is about: some by name, or all.
public final class Selection {
  @Parameters(arity = "0..*", paramLabel = "NAME", description = "What the databases are called.")
  private List<String> names = List.of();

  @Option(names = "--all", description = "All databases.")
  private boolean all;

  public boolean all() {
    return all;
  }

  /// Fails before the agent is asked if nothing was chosen, or both.
  public void require() throws UsageException {
    if (all != names.isEmpty()) {
      throw new UsageException("Give the names of databases, or --all.");
    }
  }

  public List<DatabaseStatus> of(Snapshot snapshot) throws UsageException {
    return all ? snapshot.databases() : new Names(snapshot).all(names);
  }

  public static List<UUID> ids(List<DatabaseStatus> databases) {
    return databases.stream().map(status -> status.database().id()).toList();
  }
}
