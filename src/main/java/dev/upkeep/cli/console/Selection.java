package dev.upkeep.cli.console;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Tags;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The databases that a command is about: some by name, or all.
public final class Selection {
  @Parameters(arity = "0..*", paramLabel = "NAME", description = "What the databases are called.")
  private List<String> names = List.of();

  @Option(names = "--all", description = "All databases.")
  private boolean all;

  @Option(names = "--tag", paramLabel = "TAG", description = "Those with this tag.")
  private @Nullable String tag;

  public boolean all() {
    return all;
  }

  /// Fails before the agent is asked if nothing was chosen, or both.
  public void require() throws UsageException {
    int ways = (all ? 1 : 0) + (names.isEmpty() ? 0 : 1) + (tag == null ? 0 : 1);
    if (ways != 1) {
      throw new UsageException("Give the names of databases, --tag or --all.");
    }
  }

  public List<DatabaseStatus> of(Snapshot snapshot) throws UsageException {
    if (tag != null) {
      return tagged(snapshot, tag);
    }
    return all ? snapshot.databases() : new Names(snapshot).all(names);
  }

  /// Those that have a tag.
  ///
  /// @throws UsageException if none has
  public static List<DatabaseStatus> tagged(Snapshot snapshot, String tag) throws UsageException {
    List<DatabaseStatus> found =
        snapshot.databases().stream().filter(one -> Tags.has(one.database(), tag)).toList();
    if (found.isEmpty()) {
      throw new UsageException("No database has that tag. upkeep list shows the tags.");
    }
    return found;
  }

  public static List<UUID> ids(List<DatabaseStatus> databases) {
    return databases.stream().map(status -> status.database().id()).toList();
  }
}
