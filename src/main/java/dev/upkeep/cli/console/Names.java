package dev.upkeep.cli.console;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.DatabaseName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Finds databases by the names that a person typed: exactly, or else without case, or else by id.
public final class Names {
  /// Longer words without blanks may be a token that was pasted into the wrong place.
  private static final int LONGEST_QUOTED_WORD = 40;

  private final List<DatabaseStatus> databases;

  public Names(Snapshot snapshot) {
    databases = snapshot.databases();
  }

  /// The database of that name.
  ///
  /// @throws UsageException if there is none, with names that are like it
  public DatabaseStatus one(String name) throws UsageException {
    return all(List.of(name)).getFirst();
  }

  /// The databases of these names, each once.
  ///
  /// @throws UsageException with every name that is unknown
  public List<DatabaseStatus> all(List<String> names) throws UsageException {
    Set<DatabaseStatus> found = new LinkedHashSet<>();
    List<String> problems = new ArrayList<>();
    for (String name : names) {
      find(name).ifPresentOrElse(found::add, () -> problems.add(unknown(name)));
    }
    if (!problems.isEmpty()) {
      throw new UsageException(problems);
    }
    return List.copyOf(found);
  }

  private Optional<DatabaseStatus> find(String name) {
    String folded = DatabaseName.folded(name);
    return first(known -> known.equals(name))
        .or(() -> first(known -> DatabaseName.folded(known).equals(folded)))
        .or(() -> byId(name));
  }

  /// Files for other programs say the id, which no renaming changes.
  private Optional<DatabaseStatus> byId(String text) {
    return databases.stream()
        .filter(status -> status.database().id().toString().equals(text))
        .findFirst();
  }

  private Optional<DatabaseStatus> first(Predicate<String> rule) {
    return databases.stream().filter(status -> rule.test(status.database().name())).findFirst();
  }

  private String unknown(String name) {
    if (isConnectionText(name)) {
      return notHere("standard input");
    }
    StringBuilder sentence = new StringBuilder("There is no database ");
    boolean mayBeSecret = name.indexOf(' ') < 0 && name.length() > LONGEST_QUOTED_WORD;
    sentence.append(mayBeSecret ? "of that name." : "named " + Words.foreignWord(name) + ".");
    List<String> known = databases.stream().map(status -> status.database().name()).toList();
    List<String> closest = Suggestions.to(name, known);
    if (known.isEmpty()) {
      sentence.append(" None is defined yet: upkeep add.");
    } else if (closest.isEmpty()) {
      sentence.append(" upkeep list shows all.");
    } else {
      sentence.append(" Did you mean ").append(String.join(", ", closest)).append('?');
    }
    return sentence.toString();
  }

  /// Whether the argument looks like something that carries a secret.
  public static boolean isConnectionText(String argument) {
    return argument.contains("://") || argument.matches("(?s).*:.*@.*");
  }

  /// Why a connection text is not taken here; never repeats it.
  ///
  /// @param where the place it belongs to
  public static String notHere(String where) {
    return "Connection text does not belong in the arguments, where everybody on this computer can"
        + " see it. Pass it through "
        + where
        + ".";
  }
}
