package dev.upkeep.definitions;

import dev.upkeep.database.Database;
import dev.upkeep.database.DurationText;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Pause;
import dev.upkeep.database.Provider;
import dev.upkeep.database.TouchMode;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One database in the file. What has its default is left out, so that the file says what its user
/// set; [EntryReader] is the way back.
final class DatabaseJson {
  static final String ID = "id";
  static final String NAME = "name";
  static final String ENDPOINT = "endpoint";
  static final String PROVIDER = "provider";
  static final String WINDOW = "window";
  static final String MODE = "mode";
  static final String KEY = "key";
  static final String CA_FILE = "caFile";
  static final String INTERVAL = "interval";
  static final String PAUSED = "paused";
  static final String SECRET = "secret";

  static final Set<String> MEMBERS =
      Set.of(ID, NAME, ENDPOINT, PROVIDER, WINDOW, MODE, KEY, CA_FILE, INTERVAL, PAUSED, SECRET);

  static final String TYPE = "type";
  static final String REDIS = "redis";
  static final String REST = "rest";
  static final String HOST = "host";
  static final String PORT = "port";
  static final String USER = "user";
  static final String TLS = "tls";
  static final String URL = "url";

  private DatabaseJson() {}

  /// The entry of a database.
  ///
  /// @param foreign members that another version wrote, to be written again
  static Json.Obj write(Database database, Map<String, Json> foreign) {
    JsonBuilder json =
        Json.object()
            .put(ID, database.id().toString())
            .put(NAME, database.name())
            .put(ENDPOINT, endpoint(database.endpoint()));
    if (database.provider() != Provider.of(database.endpoint().host())) {
      json.put(PROVIDER, word(database.provider()));
    }
    database.window().ifPresent(window -> json.put(WINDOW, DurationText.of(window)));
    if (database.mode() != TouchMode.WRITE) {
      json.put(MODE, word(database.mode()));
    }
    if (!database.key().equals(Database.DEFAULT_KEY)) {
      json.put(KEY, database.key());
    }
    database.caFile().ifPresent(file -> json.put(CA_FILE, file.toString()));
    database.interval().ifPresent(interval -> json.put(INTERVAL, DurationText.of(interval)));
    database.paused().ifPresent(pause -> json.put(PAUSED, pause(pause)));
    json.putIfPresent(SECRET, database.secretReference());
    foreign.forEach(json::put);
    return json.build();
  }

  private static Json endpoint(Endpoint endpoint) {
    return switch (endpoint) {
      case Endpoint.Redis(var host, var port, var user, var tls) ->
          Json.object()
              .put(TYPE, REDIS)
              .put(HOST, host)
              .put(PORT, port)
              .putIfPresent(USER, user)
              .put(TLS, tls)
              .build();
      case Endpoint.Rest(var base) ->
          Json.object().put(TYPE, REST).put(URL, base.toString()).build();
    };
  }

  private static Json pause(Pause pause) {
    return switch (pause) {
      case Pause.Until(var end) -> Json.of(end.toString());
      case Pause.UntilResumed() -> Json.of(true);
    };
  }

  /// How constants are written: `redis-cloud`.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
