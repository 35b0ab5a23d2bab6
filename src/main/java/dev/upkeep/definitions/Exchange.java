package dev.upkeep.definitions;

import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Pause;
import dev.upkeep.database.Sentinel;
import dev.upkeep.language.RulePhrase;
import dev.upkeep.language.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Definitions on their way from one computer to another. Pure; the text of an export is one that
/// [DefinitionsFile#readOnly] reads.
public final class Exchange {
  private Exchange() {}

  /// The databases and settings as a text, without any secret, and without what this version does
  /// not understand.
  public static String export(Definitions definitions) {
    return DefinitionsText.export(definitions);
  }

  /// What an import would bring.
  ///
  /// @param databases new ones, in the file's order
  /// @param settings as the file has them
  /// @param remarks what is not taken over as it was written, each a sentence
  public record Import(List<Imported> databases, Settings settings, List<Sentence> remarks) {}

  /// One database to be added.
  ///
  /// @param database paused, so that a file from elsewhere makes this computer connect to nothing;
  ///   without its references
  /// @param reference where its secret is said to be. Only after a person has confirmed it may it
  ///   become part of the database: else a file could send any variable or file of this computer to
  ///   any host
  /// @param sentinelReference the same of the Sentinel's password
  public record Imported(
      Database database, Optional<String> reference, Optional<String> sentinelReference) {}

  /// The settings that a file names and that are different here, with their values there.
  public static Map<Setting<?>, String> settings(Definitions current, Import plan) {
    Map<Setting<?>, String> values = new LinkedHashMap<>();
    for (Setting<?> setting : Setting.ALL) {
      String there = setting.text(plan.settings());
      if (!setting.isDefault(plan.settings()) && !there.equals(setting.text(current.settings()))) {
        values.put(setting, there);
      }
    }
    return values;
  }

  /// Plans an import. What is there already stays as it is: a database that is the same by id, name
  /// and place is passed over, and one whose name or id is taken gets another.
  ///
  /// @param newIds for those whose id is taken
  public static Import plan(Definitions current, Reading file, Supplier<UUID> newIds) {
    Set<UUID> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    current.databases().forEach(database -> take(database, ids, names));
    List<Imported> imported = new ArrayList<>();
    List<Sentence> remarks = new ArrayList<>(file.problems());
    for (Database found : file.definitions().databases()) {
      if (isThere(current, found)) {
        remarks.add(Definitions.of(found.name(), RulePhrase.HERE_ALREADY.with()));
        continue;
      }
      String name = freeName(found.name(), names);
      if (!name.equals(found.name())) {
        remarks.add(Definitions.of(found.name(), RulePhrase.RENAMED.with(name)));
      }
      Database database =
          found
              .edit()
              .id(ids.contains(found.id()) ? newIds.get() : found.id())
              .name(name)
              .paused(Optional.of(new Pause.UntilResumed()))
              .secretReference(Optional.empty())
              .sentinel(found.sentinel().map(Sentinel::withoutSecret))
              .done();
      take(database, ids, names);
      imported.add(
          new Imported(
              database, found.secretReference(), found.sentinel().flatMap(Sentinel::secret)));
    }
    return new Import(
        List.copyOf(imported), file.definitions().settings().withoutKept(), List.copyOf(remarks));
  }

  private static void take(Database database, Set<UUID> ids, Set<String> names) {
    ids.add(database.id());
    names.add(DatabaseName.folded(database.name()));
  }

  /// By name and place: ids say nothing, since an import gives every database a fresh one.
  private static boolean isThere(Definitions current, Database found) {
    return current.named(found.name()).filter(there -> there.hasDestinationOf(found)).isPresent();
  }

  static String freeName(String wanted, Set<String> taken) {
    String name = wanted;
    for (int n = 2; taken.contains(DatabaseName.folded(name)); n++) {
      String suffix = " (" + n + ")";
      int room = DatabaseName.MAX_LENGTH - suffix.length();
      name = shortened(wanted, room) + suffix;
    }
    return name;
  }

  /// Never between the halves of a surrogate pair.
  private static String shortened(String name, int room) {
    if (name.length() <= room) {
      return name;
    }
    return name.substring(0, Character.isHighSurrogate(name.charAt(room - 1)) ? room - 1 : room);
  }
}
