package dev.upkeep.definitions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseJson;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.json.JsonException;
import dev.upkeep.language.DefinitionsPhrase;
import dev.upkeep.language.RulePhrase;
import dev.upkeep.language.Sentence;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// The text of `upkeep.json`, of an export and of `--config`: one schema for all three.
final class DefinitionsText {
  /// What this version writes. It grows when an older version would misread the file.
  static final int FORMAT = 1;

  /// In UTF-16 units; thousands of databases are far smaller.
  static final int MAX_CHARS = 4 << 20;

  private static final String FORMAT_MEMBER = "format";
  private static final String REVISION = "revision";
  private static final String SETTINGS = "settings";
  private static final String DATABASES = "databases";
  private static final String REMOVED = "removed";
  private static final String REMOVED_AT = "removedAt";
  private static final Set<String> MEMBERS =
      Set.of(FORMAT_MEMBER, REVISION, SETTINGS, DATABASES, REMOVED);

  private DefinitionsText() {}

  /// What the file holds from now on.
  static String write(Definitions definitions) {
    JsonBuilder json =
        Json.object().put(FORMAT_MEMBER, FORMAT).put(REVISION, definitions.revision());
    UnknownMembers kept = definitions.kept();
    body(json, definitions.settings(), definitions.databases(), kept);
    if (!definitions.removed().isEmpty()) {
      json.put(REMOVED, Json.array(definitions.removed(), DefinitionsText::removed));
    }
    kept.members().forEach(json::put);
    return json.build().writePretty() + "\n";
  }

  /// What may leave this computer: nothing that this version does not understand.
  static String export(Definitions definitions) {
    JsonBuilder json = Json.object().put(FORMAT_MEMBER, FORMAT);
    body(
        json,
        definitions.settings().withoutKept(),
        definitions.databases(),
        UnknownMembers.NOTHING);
    return json.build().writePretty() + "\n";
  }

  private static void body(
      JsonBuilder json, Settings settings, List<Database> databases, UnknownMembers kept) {
    List<Json> entries = new ArrayList<>();
    databases.forEach(database -> entries.add(entry(database, kept.of(database.id()))));
    entries.addAll(kept.entries());
    json.put(SETTINGS, SettingsJson.write(settings)).put(DATABASES, new Json.Arr(entries));
  }

  private static Json removed(RemovedDatabase removed) {
    JsonBuilder json = Json.object().put(REMOVED_AT, removed.at().toString());
    DatabaseJson.write(removed.database()).members().forEach(json::put);
    return json.build();
  }

  /// What cannot be read there cannot be brought back, and nothing else depends on it.
  private static List<RemovedDatabase> removed(Json.Obj json, Set<UUID> kept) {
    List<RemovedDatabase> removed = new ArrayList<>();
    for (Json entry : json.array(REMOVED).orElse(List.of())) {
      entry
          .asObject()
          .flatMap(DefinitionsText::removed)
          .filter(one -> !kept.contains(one.database().id()))
          .ifPresent(removed::add);
    }
    return removed;
  }

  private static Optional<RemovedDatabase> removed(Json.Obj entry) {
    try {
      Instant at = Instant.parse(entry.string(REMOVED_AT).orElse(""));
      return DatabaseJson.read(entry).found().map(database -> new RemovedDatabase(database, at));
    } catch (DateTimeException noInstant) {
      return Optional.empty();
    }
  }

  private static Json entry(Database database, Map<String, Json> foreign) {
    JsonBuilder json = Json.object();
    DatabaseJson.write(database).members().forEach(json::put);
    foreign.forEach(json::put);
    return json.build();
  }

  /// Reads what it can, and reports every entry that it cannot.
  ///
  /// @throws JsonException if the text is damaged, or no definitions at all
  /// @throws DefinitionsException if a newer version wrote it
  static Reading read(String text) throws JsonException, DefinitionsException {
    Json.Obj json =
        Json.parse(text, MAX_CHARS)
            .asObject()
            .orElseThrow(() -> new JsonException("this is not an object in braces"));
    requireKnownFormat(json);
    List<Sentence> problems = new ArrayList<>();
    Settings settings =
        SettingsJson.read(json.object(SETTINGS).orElseGet(() -> Json.object().build()), problems);
    List<Json> entries =
        json.array(DATABASES).orElseThrow(() -> new JsonException("the databases are missing"));
    Entries read = new Entries(problems);
    entries.forEach(read::add);
    Map<String, Json> foreign = foreign(json, MEMBERS, DefinitionsPhrase.FILE::with, problems);
    return new Reading(
        new Definitions(
            json.integer(REVISION).filter(r -> r >= 0).orElse(0L),
            settings,
            read.databases,
            removed(json, read.ids),
            new UnknownMembers(foreign, read.byDatabase, read.unread)),
        List.copyOf(problems));
  }

  private static void requireKnownFormat(Json.Obj json) throws JsonException, DefinitionsException {
    long format =
        json.integer(FORMAT_MEMBER)
            .filter(f -> f >= 1)
            .orElseThrow(() -> new JsonException("\"format\": 1 is missing"));
    if (format > FORMAT) {
      throw new DefinitionsException(DefinitionsPhrase.NEWER.with(format, FORMAT));
    }
  }

  private static Map<String, Json> foreign(
      Json.Obj json, Set<String> known, UnaryOperator<Sentence> subject, List<Sentence> problems) {
    Map<String, Json> foreign = new LinkedHashMap<>();
    json.members()
        .forEach((name, value) -> {
          if (known.contains(name)) {
            return;
          }
          if (SecretMembers.isSecret(name, value)) {
            problems.add(subject.apply(SecretMembers.PROBLEM));
          } else {
            foreign.put(name, SecretMembers.without(value));
          }
        });
    return foreign;
  }

  /// Collects the entries of the file.
  private static final class Entries {
    private final List<Sentence> problems;
    private final List<Database> databases = new ArrayList<>();
    private final Map<UUID, Map<String, Json>> byDatabase = new LinkedHashMap<>();
    private final List<Json> unread = new ArrayList<>();
    private final Set<UUID> ids = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private int position;

    Entries(List<Sentence> problems) {
      this.problems = problems;
    }

    void add(Json entry) {
      position++;
      Optional<Json.Obj> object = entry.asObject();
      String name = object.flatMap(members -> members.string(DatabaseJson.NAME)).orElse("");
      int at = position;
      UnaryOperator<Sentence> subject =
          DatabaseName.problem(name).isEmpty()
              ? problem -> DefinitionsPhrase.NAMED_ENTRY.with(at, name, problem)
              : problem -> DefinitionsPhrase.ENTRY.with(at, problem);
      if (object.isEmpty()) {
        leave(entry, List.of(subject.apply(DefinitionsPhrase.NO_OBJECT.with())));
        return;
      }
      switch (DatabaseJson.read(object.get(), idOf(name))) {
        case DatabaseJson.Reading.Usable(var database) -> take(database, object.get(), subject);
        case DatabaseJson.Reading.Unusable(var reasons) ->
            leave(entry, reasons.stream().map(subject).toList());
      }
    }

    /// An entry written by hand needs no id: its name gives one that is the same at every start.
    private static UUID idOf(String name) {
      return UUID.nameUUIDFromBytes(("upkeep:" + DatabaseName.folded(name)).getBytes(UTF_8));
    }

    private void take(Database database, Json.Obj entry, UnaryOperator<Sentence> subject) {
      Optional<Sentence> clash = Optional.empty();
      if (!names.add(DatabaseName.folded(database.name()))) {
        clash = Optional.of(RulePhrase.NAME_TAKEN.with());
      } else if (!ids.add(database.id())) {
        clash = Optional.of(RulePhrase.ID_TAKEN.with());
      }
      if (clash.isPresent()) {
        leave(entry, List.of(subject.apply(clash.get())));
        return;
      }
      databases.add(database);
      Map<String, Json> foreign = foreign(entry, DatabaseJson.MEMBERS, subject, problems);
      if (!foreign.isEmpty()) {
        byDatabase.put(database.id(), foreign);
      }
    }

    private void leave(Json entry, List<Sentence> reasons) {
      problems.addAll(reasons);
      unread.add(SecretMembers.without(entry));
    }
  }
}
