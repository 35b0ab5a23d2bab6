package dev.upkeep.definitions;

import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.DatabaseRules;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.language.RefusalPhrase;
import dev.upkeep.language.RulePhrase;
import dev.upkeep.language.Sentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Everything that the user set, at one revision. Immutable: a change makes the next revision, or
/// throws and leaves everything as it was.
///
/// Whoever changes something says on which revision that was based; see [#conflict(long)].
public final class Definitions {
  /// What a first start begins with.
  public static final Definitions EMPTY =
      new Definitions(0, Settings.DEFAULT, List.of(), List.of(), UnknownMembers.NOTHING);

  /// More are forgotten at once, the oldest first.
  private static final int MOST_REMOVED = 5_000;

  private final long revision;
  private final Settings settings;
  private final List<Database> databases;
  private final List<RemovedDatabase> removed;
  private final UnknownMembers kept;

  Definitions(
      long revision,
      Settings settings,
      List<Database> databases,
      List<RemovedDatabase> removed,
      UnknownMembers kept) {
    this.revision = revision;
    this.settings = settings;
    this.databases = List.copyOf(databases);
    this.removed = List.copyOf(removed);
    this.kept = kept;
  }

  /// Grows with every change, also from one run to the next.
  public long revision() {
    return revision;
  }

  public Settings settings() {
    return settings;
  }

  /// In the user's order.
  public List<Database> databases() {
    return databases;
  }

  /// Those that were removed and can be brought back, the latest last.
  public List<RemovedDatabase> removed() {
    return removed;
  }

  public Optional<Database> find(UUID id) {
    return databases.stream().filter(database -> database.id().equals(id)).findFirst();
  }

  /// The database of this name, without regard to case.
  public Optional<Database> named(String name) {
    String folded = DatabaseName.folded(name);
    return databases.stream()
        .filter(database -> DatabaseName.folded(database.name()).equals(folded))
        .findFirst();
  }

  /// Why a change that was based on another revision cannot be made, as a sentence; empty when it
  /// can.
  public Optional<Sentence> conflict(long basedOn) {
    return basedOn == revision
        ? Optional.empty()
        : Optional.of(RefusalPhrase.DEFINITIONS_CHANGED.with());
  }

  /// Replaces the databases with these ids, and adds those that are new at the end.
  ///
  /// @throws DefinitionsException with everything that breaks a rule, taken names included
  public Definitions put(Collection<Database> changed) throws DefinitionsException {
    Map<UUID, Database> all = new LinkedHashMap<>();
    databases.forEach(database -> all.put(database.id(), database));
    changed.forEach(database -> all.put(database.id(), database));
    List<Sentence> problems = new ArrayList<>();
    changed.forEach(database ->
        DatabaseRules.problems(database)
            .forEach(problem -> problems.add(of(database.name(), problem))));
    problems.addAll(takenNames(all.values()));
    if (!problems.isEmpty()) {
      throw new DefinitionsException(problems);
    }
    return new Definitions(
        revision + 1, settings, List.copyOf(all.values()), without(all.keySet()), kept);
  }

  /// Like [#put(Collection)], for one.
  ///
  /// @throws DefinitionsException with everything that breaks a rule
  public Definitions put(Database changed) throws DefinitionsException {
    return put(List.of(changed));
  }

  /// Without these databases, whether or not they were there. They can be brought back for
  /// [RemovedDatabase#KEPT].
  public Definitions remove(Collection<UUID> ids, Instant now) {
    List<Database> rest = databases.stream().filter(d -> !ids.contains(d.id())).toList();
    List<RemovedDatabase> waiting = new ArrayList<>(without(ids));
    databases.stream()
        .filter(database -> ids.contains(database.id()))
        .map(database -> new RemovedDatabase(database, now))
        .forEach(waiting::add);
    int most = Math.max(0, waiting.size() - MOST_REMOVED);
    return new Definitions(
        revision + 1, settings, rest, waiting.subList(most, waiting.size()), kept);
  }

  /// With a database that was removed, under its name, or one like it where that is taken.
  public Definitions bringBack(RemovedDatabase removedOne) throws DefinitionsException {
    Set<String> names = new HashSet<>();
    databases.forEach(database -> names.add(DatabaseName.folded(database.name())));
    Database database = removedOne.database();
    return put(database.withName(Exchange.freeName(database.name(), names)));
  }

  /// Without those that nobody can bring back any more.
  public Definitions forget(Collection<UUID> ids) {
    return new Definitions(revision + 1, settings, databases, without(ids), kept);
  }

  private List<RemovedDatabase> without(Collection<UUID> ids) {
    return removed.stream().filter(one -> !ids.contains(one.database().id())).toList();
  }

  /// With other settings.
  public Definitions with(Settings newSettings) {
    return new Definitions(revision + 1, newSettings, databases, removed, kept);
  }

  /// The same at a later revision than another one.
  Definitions after(Definitions other) {
    return new Definitions(
        Math.max(revision, other.revision + 1), settings, databases, removed, kept);
  }

  UnknownMembers kept() {
    return kept;
  }

  /// `"shop": ` and what is to be said of it, as far as the name can be shown.
  static Sentence of(String name, Sentence problem) {
    return DatabaseName.problem(name).isEmpty() ? RulePhrase.OF.with(name, problem) : problem;
  }

  private static List<Sentence> takenNames(Collection<Database> all) {
    Set<String> names = new HashSet<>();
    List<Sentence> problems = new ArrayList<>();
    for (Database database : all) {
      if (!names.add(DatabaseName.folded(database.name()))) {
        problems.add(of(database.name(), RulePhrase.NAME_TAKEN.with()));
      }
    }
    return problems;
  }
}
