package dev.upkeep.database;

import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.language.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A definition as JSON, the same in `upkeep.json`, in exports and on the control socket. Its
/// member names are there for ever. What has its default is left out, so that a file says what its
/// user set. Durations are written as [DurationText] has them, in whole seconds.
public final class DatabaseJson {
  public static final String NAME = "name";

  /// Where the secret is to be had, `env:NAME` or `file:/path`; never the secret itself.
  public static final String SECRET_REFERENCE = "secretReference";

  /// What that was called at first; still read, never written.
  public static final String SECRET = "secret";

  static final String ID = "id";
  static final String ENDPOINT = "endpoint";
  static final String PROVIDER = "provider";
  static final String WINDOW = "window";
  static final String MODE = "mode";
  static final String KEY = "key";
  static final String CA_FILE = "caFile";
  static final String CLIENT_CERTIFICATE = "clientCertificate";
  static final String SERVER_NAME = "serverName";
  static final String SENTINEL = "sentinel";
  static final String INTERVAL = "interval";
  static final String PAUSED = "paused";
  public static final String TAGS = "tags";

  /// Every member that is read; others are another version's.
  public static final Set<String> MEMBERS =
      Set.of(
          ID,
          NAME,
          ENDPOINT,
          PROVIDER,
          WINDOW,
          MODE,
          KEY,
          CA_FILE,
          CLIENT_CERTIFICATE,
          SERVER_NAME,
          SENTINEL,
          INTERVAL,
          PAUSED,
          TAGS,
          SECRET_REFERENCE,
          SECRET);

  private DatabaseJson() {}

  /// What came of reading.
  public sealed interface Reading {
    /// Every problem, a sentence each, without the values; none if it can be used.
    List<Sentence> problems();

    /// The definition, if it can be used.
    Optional<Database> found();

    record Usable(Database database) implements Reading {
      @Override
      public List<Sentence> problems() {
        return List.of();
      }

      @Override
      public Optional<Database> found() {
        return Optional.of(database);
      }
    }

    record Unusable(List<Sentence> problems) implements Reading {
      public Unusable {
        problems = List.copyOf(problems);
      }

      @Override
      public Optional<Database> found() {
        return Optional.empty();
      }
    }
  }

  public static Json.Obj write(Database database) {
    JsonBuilder json =
        Json.object()
            .put(ID, database.id().toString())
            .put(NAME, database.name())
            .put(ENDPOINT, EndpointJson.write(database.endpoint()));
    if (database.provider() != Provider.of(database.endpoint().host())) {
      json.put(PROVIDER, EnumWord.dashed(database.provider()));
    }
    json.putIfPresent(WINDOW, database.window().map(DatabaseJson::duration));
    if (database.mode() != TouchMode.WRITE) {
      json.put(MODE, EnumWord.dashed(database.mode()));
    }
    if (!database.key().equals(Database.DEFAULT_KEY)) {
      json.put(KEY, database.key());
    }
    return json.putIfPresent(CA_FILE, database.caFile().map(Object::toString))
        .putIfPresent(
            CLIENT_CERTIFICATE, database.clientCertificate(), ClientCertificateJson::write)
        .putIfPresent(SERVER_NAME, database.serverName())
        .putIfPresent(SENTINEL, database.sentinel(), SentinelJson::write)
        .putIfPresent(INTERVAL, database.interval().map(DatabaseJson::duration))
        .putIfPresent(PAUSED, database.paused(), DatabaseJson::pause)
        .putIfPresent(
            TAGS,
            Optional.of(database.tags()).filter(tags -> !tags.isEmpty()),
            tags -> Json.array(tags, Json::of))
        .putIfPresent(SECRET_REFERENCE, database.secretReference())
        .build();
  }

  /// Reads a definition that came from outside and holds it against [DatabaseRules]. What is absent
  /// gets its default, except id, name and endpoint; members of other names are passed over.
  public static Reading read(Json.Obj json) {
    return checked(json, Optional.empty());
  }

  /// Like [#read(Json.Obj)], for files that people write: they have no ids.
  ///
  /// @param idIfAbsent the id where the definition has none
  public static Reading read(Json.Obj json, UUID idIfAbsent) {
    return checked(json, Optional.of(idIfAbsent));
  }

  /// Reads a definition from somebody who has checked it already. A rule that it breaks
  /// nevertheless must not hide it.
  public static Reading readTrusted(Json.Obj json) {
    DatabaseReader reader = new DatabaseReader(json);
    Database database = reader.read(Optional.empty());
    return reading(database, reader.problems());
  }

  private static Reading checked(Json.Obj json, Optional<UUID> idIfAbsent) {
    DatabaseReader reader = new DatabaseReader(json);
    Database database = reader.read(idIfAbsent);
    List<Sentence> problems = new ArrayList<>(reader.problems());
    problems.addAll(DatabaseRules.problems(database));
    return reading(database, problems);
  }

  private static Reading reading(Database database, List<Sentence> problems) {
    return problems.isEmpty() ? new Reading.Usable(database) : new Reading.Unusable(problems);
  }

  /// A negative duration breaks a rule, which is for the reader to say.
  private static String duration(Duration duration) {
    return duration.isNegative() ? duration.toString() : DurationText.of(duration);
  }

  private static Json pause(Pause pause) {
    return switch (pause) {
      case Pause.Until(var end) -> Json.of(end.toString());
      case Pause.UntilResumed() -> Json.of(true);
    };
  }
}
