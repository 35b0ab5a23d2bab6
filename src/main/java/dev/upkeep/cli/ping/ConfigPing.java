package dev.upkeep.cli.ping;

import dev.upkeep.agent.ConfiguredDatabases.Entry;
import dev.upkeep.cli.console.Names;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.cli.console.Words;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// Touches the databases of a file once, where no agent is: cron, a workflow, a container.
final class ConfigPing {
  private final Upkeep upkeep;
  private final String label;

  ConfigPing(Upkeep upkeep, String label) {
    this.upkeep = upkeep;
    this.label = label;
  }

  /// Touches those of the names; without names all that are not paused.
  ///
  /// @throws UsageException if the file cannot be used as it is, or has no database of a name
  List<PingResult> touch(Path file, List<String> names) throws Exception {
    List<Entry> entries = upkeep.localAgent().configured(file);
    if (entries.isEmpty()) {
      throw new UsageException(file + " holds no database.");
    }
    Instant now = upkeep.console().clock().instant();
    List<Target> targets = new ArrayList<>();
    Map<UUID, Touch> known = new HashMap<>();
    for (Entry entry : names.isEmpty() ? entries : named(entries, names)) {
      Database database = entry.database();
      boolean rests = database.paused().filter(pause -> pause.holdsAt(now)).isPresent();
      if (names.isEmpty() && rests) {
        known.put(database.id(), AgentPing.paused(now));
      }
      targets.add(
          switch (entry) {
            case Entry.Ready(var _, var secret) -> new Target(database, secret, AgentPing.ORIGIN);
            case Entry.Missing(var _, var failure) -> {
              known.putIfAbsent(database.id(), failed(failure, now));
              yield new Target(database, Optional.empty(), AgentPing.ORIGIN);
            }
          });
    }
    return new OneShot(upkeep, label).touch(targets, known);
  }

  private static Touch failed(Outcome.Failed failure, Instant now) {
    return new Touch(now, failure, 0, Timings.NONE, Optional.empty());
  }

  private static List<Entry> named(List<Entry> entries, List<String> names) throws UsageException {
    Set<Entry> found = new LinkedHashSet<>();
    List<String> problems = new ArrayList<>();
    for (String name : names) {
      String folded = DatabaseName.folded(name);
      first(entries, known -> known.equals(name))
          .or(() -> first(entries, known -> DatabaseName.folded(known).equals(folded)))
          .ifPresentOrElse(found::add, () -> problems.add(unknown(name)));
    }
    if (!problems.isEmpty()) {
      throw new UsageException(problems);
    }
    return List.copyOf(found);
  }

  private static Optional<Entry> first(List<Entry> entries, Predicate<String> rule) {
    return entries.stream().filter(entry -> rule.test(entry.database().name())).findFirst();
  }

  private static String unknown(String name) {
    return Names.isConnectionText(name)
        ? Names.notHere("a variable that the file refers to")
        : "The file has no database named " + Words.foreignWord(name) + ".";
  }
}
