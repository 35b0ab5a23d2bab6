package dev.upkeep.database;

import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A definition as JSON, the same in `upkeep.json`, in exports and on the control socket. Its
/// member names are there for ever. Durations are written as [DurationText] has them, in whole
/// seconds.
public final class DatabaseJson {
  /// Where the secret is to be had, `env:NAME` or `file:/path`; never the secret itself.
  public static final String SECRET = "secret";

  static final String ID = "id";
  static final String NAME = "name";
  static final String ENDPOINT = "endpoint";
  static final String PROTOCOL = "protocol";
  static final String REDIS = "redis";
  static final String REST = "rest";
  static final String HOST = "host";
  static final String PORT = "port";
  static final String USER = "user";
  static final String TLS = "tls";
  static final String URL = "url";
  static final String PROVIDER = "provider";
  static final String WINDOW = "window";
  static final String MODE = "mode";
  static final String KEY = "key";
  static final String CA_FILE = "caFile";
  static final String INTERVAL = "interval";
  static final String PAUSED = "paused";

  private DatabaseJson() {}

  /// What came of reading.
  public sealed interface Reading {
    /// Every problem, a sentence each, without the values; none if it can be used.
    List<String> problems();

    /// The definition, if it can be used.
    Optional<Database> found();

    record Usable(Database database) implements Reading {
      @Override
      public List<String> problems() {
        return List.of();
      }

      @Override
      public Optional<Database> found() {
        return Optional.of(database);
      }
    }

    record Unusable(List<String> problems) implements Reading {
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
    return Json.object()
        .put(ID, database.id().toString())
        .put(NAME, database.name())
        .put(ENDPOINT, endpoint(database.endpoint()))
        .put(PROVIDER, EnumWord.of(database.provider()))
        .putIfPresent(WINDOW, database.window().map(DatabaseJson::duration))
        .put(MODE, EnumWord.of(database.mode()))
        .put(KEY, database.key())
        .putIfPresent(CA_FILE, database.caFile().map(Object::toString))
        .putIfPresent(INTERVAL, database.interval().map(DatabaseJson::duration))
        .putIfPresent(PAUSED, database.paused(), DatabaseJson::pause)
        .putIfPresent(SECRET, database.secretReference())
        .build();
  }

  /// Reads a definition that came from outside and holds it against [DatabaseRules]. What is absent
  /// gets its default, except id, name and endpoint; members of other names are passed over.
  public static Reading read(Json.Obj json) {
    return checked(new DatabaseReader(json).read(Optional.empty()));
  }

  /// Like [#read(Json.Obj)], for files that people write: they have no ids.
  ///
  /// @param idIfAbsent the id where the definition has none
  public static Reading read(Json.Obj json, UUID idIfAbsent) {
    return checked(new DatabaseReader(json).read(Optional.of(idIfAbsent)));
  }

  /// Reads a definition from somebody who has checked it already. A rule that it breaks
  /// nevertheless must not hide it.
  public static Reading readTrusted(Json.Obj json) {
    return new DatabaseReader(json).read(Optional.empty());
  }

  private static Reading checked(Reading reading) {
    return switch (reading) {
      case Reading.Unusable unusable -> unusable;
      case Reading.Usable(var database) -> {
        List<String> problems = DatabaseRules.problems(database);
        yield problems.isEmpty() ? reading : new Reading.Unusable(problems);
      }
    };
  }

  private static Json endpoint(Endpoint endpoint) {
    JsonBuilder json = Json.object();
    return switch (endpoint) {
      case Endpoint.Redis(var host, var port, var user, var tls) ->
          json.put(PROTOCOL, REDIS)
              .put(HOST, host)
              .put(PORT, port)
              .putIfPresent(USER, user)
              .put(TLS, tls)
              .build();
      case Endpoint.Rest(var base) -> json.put(PROTOCOL, REST).put(URL, base.toString()).build();
    };
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
