package dev.upkeep.definitions;

import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseEdit;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.DatabaseRules;
import dev.upkeep.database.DurationText;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Pause;
import dev.upkeep.database.Provider;
import dev.upkeep.database.TouchMode;
import dev.upkeep.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// Reads one entry of the file and collects everything that is wrong with it, so that a person has
/// to correct it only once. For one entry and one thread.
final class EntryReader {
  private static final Endpoint NOWHERE = new Endpoint.Redis("nowhere", 1, Optional.empty(), true);

  private final Json.Obj entry;
  private final List<String> problems = new ArrayList<>();

  private EntryReader(Json.Obj entry) {
    this.entry = entry;
  }

  /// What an entry holds.
  sealed interface Result {
    record Good(Database database) implements Result {}

    /// An entry that cannot be used.
    ///
    /// @param problems sentences for a person, without any value
    record Bad(List<String> problems) implements Result {}
  }

  static Result read(Json entry) {
    return entry
        .asObject()
        .map(object -> new EntryReader(object).read())
        .orElseGet(() -> new Result.Bad(List.of("An entry is an object in braces.")));
  }

  private Result read() {
    String name = value(DatabaseJson.NAME, Json::asString, "is a text, and missing.").orElse("?");
    Endpoint endpoint = endpoint().orElse(NOWHERE);
    DatabaseEdit edit = Database.of(id(name), name, endpoint).edit();
    word(DatabaseJson.PROVIDER, Provider.values(), edit::provider);
    word(DatabaseJson.MODE, TouchMode.values(), edit::mode);
    duration(DatabaseJson.WINDOW, edit::window);
    duration(DatabaseJson.INTERVAL, edit::interval);
    optional(DatabaseJson.KEY, Json::asString, "is a text.").ifPresent(edit::key);
    edit.caFile(optional(DatabaseJson.CA_FILE, EntryReader::path, "is the path of a file."));
    edit.paused(
        optional(
                DatabaseJson.PAUSED,
                EntryReader::pause,
                "is true, false, or an instant such as 2026-12-22T08:00:00Z.")
            .flatMap(pause -> pause));
    edit.secretReference(
        optional(DatabaseJson.SECRET, Json::asString, "is env:NAME or file:/path."));
    Database database = edit.done();
    problems.addAll(DatabaseRules.problems(database));
    return problems.isEmpty() ? new Result.Good(database) : new Result.Bad(List.copyOf(problems));
  }

  /// An entry written by hand needs no id: its name gives one that is the same at every start.
  private UUID id(String name) {
    return optional(DatabaseJson.ID, EntryReader::uuid, "is a UUID, or left out.")
        .orElseGet(() ->
            UUID.nameUUIDFromBytes(
                ("upkeep:" + DatabaseName.folded(name)).getBytes(StandardCharsets.UTF_8)));
  }

  private Optional<Endpoint> endpoint() {
    Optional<Json.Obj> found =
        value(DatabaseJson.ENDPOINT, Json::asObject, "is an object in braces, and missing.");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Json.Obj endpoint = found.get();
    String type = endpoint.string(DatabaseJson.TYPE).orElse("");
    try {
      return switch (type) {
        case DatabaseJson.REDIS -> Optional.of(redis(endpoint));
        case DatabaseJson.REST -> Optional.of(rest(endpoint));
        default -> throw new IllegalArgumentException("its type is redis or rest");
      };
    } catch (IllegalArgumentException e) {
      problems.add("endpoint: " + e.getMessage() + ".");
      return Optional.empty();
    }
  }

  /// Without a word about encryption it is on.
  private static Endpoint redis(Json.Obj json) {
    only(json, DatabaseJson.HOST, DatabaseJson.PORT, DatabaseJson.USER, DatabaseJson.TLS);
    long port = member(json, DatabaseJson.PORT, Json::asLong, "a number").orElse(6379L);
    return new Endpoint.Redis(
        member(json, DatabaseJson.HOST, Json::asString, "a text").orElse(""),
        Math.clamp(port, 0, 65_536),
        member(json, DatabaseJson.USER, Json::asString, "a text"),
        member(json, DatabaseJson.TLS, Json::asBoolean, "true or false").orElse(true));
  }

  private static Endpoint rest(Json.Obj json) {
    only(json, DatabaseJson.URL);
    String url = member(json, DatabaseJson.URL, Json::asString, "a text").orElse("");
    try {
      return new Endpoint.Rest(new URI(url));
    } catch (URISyntaxException e) {
      // Its message would quote the address.
      throw new IllegalArgumentException("a REST address is https:// and a host");
    }
  }

  /// An unknown member may be one that changes where the endpoint is, so it is not passed over.
  private static void only(Json.Obj json, String... names) {
    for (String name : json.members().keySet()) {
      if (!name.equals(DatabaseJson.TYPE) && !Arrays.asList(names).contains(name)) {
        throw new IllegalArgumentException(
            "it has nothing but type, " + String.join(", ", names) + "; passwords go elsewhere");
      }
    }
  }

  private static <T> Optional<T> member(
      Json.Obj json, String name, Function<Json, Optional<T>> reader, String expected) {
    Optional<Json> present = json.get(name);
    Optional<T> value = present.flatMap(reader);
    if (present.isPresent() && value.isEmpty()) {
      throw new IllegalArgumentException("its " + name + " is " + expected);
    }
    return value;
  }

  private <T> Optional<T> value(String name, Function<Json, Optional<T>> reader, String expected) {
    Optional<T> value = entry.get(name).flatMap(reader);
    if (value.isEmpty()) {
      problems.add(name + " " + expected);
    }
    return value;
  }

  private <T> Optional<T> optional(
      String name, Function<Json, Optional<T>> reader, String expected) {
    return entry.get(name).isPresent() ? value(name, reader, expected) : Optional.empty();
  }

  private <E extends Enum<E>> void word(String name, E[] constants, Consumer<E> setter) {
    List<String> words = Arrays.stream(constants).map(DatabaseJson::word).toList();
    optional(
            name,
            json -> json.asString().map(words::indexOf).filter(index -> index >= 0),
            "is one of " + String.join(", ", words) + ".")
        .ifPresent(index -> setter.accept(constants[index]));
  }

  private void duration(String name, Consumer<Optional<Duration>> setter) {
    setter.accept(
        optional(
            name, json -> json.asString().flatMap(DurationText::parse), DurationText.EXPECTED));
  }

  private static Optional<UUID> uuid(Json json) {
    try {
      // UUID.fromString also takes 1-2-3-4-5; what it then prints differs.
      return json.asString()
          .map(UUID::fromString)
          .filter(id -> json.asString().orElse("").equalsIgnoreCase(id.toString()));
    } catch (IllegalArgumentException noUuid) {
      return Optional.empty();
    }
  }

  private static Optional<Path> path(Json json) {
    try {
      return json.asString().map(Path::of);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static Optional<Optional<Pause>> pause(Json json) {
    if (json instanceof Json.Bool(var paused)) {
      return Optional.of(paused ? Optional.of(new Pause.UntilResumed()) : Optional.empty());
    }
    try {
      Optional<Pause> until = json.asString().map(Instant::parse).map(end -> new Pause.Until(end));
      return until.isPresent() ? Optional.of(until) : Optional.empty();
    } catch (DateTimeException noInstant) {
      return Optional.empty();
    }
  }
}
