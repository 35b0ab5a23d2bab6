package dev.upkeep.database;

import dev.upkeep.json.Json;
import dev.upkeep.language.Sentence;
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

/// Reads one definition and collects everything that is wrong with it, so that a person has to
/// correct it only once. For one use.
final class DatabaseReader {
  /// Stand-ins for what could not be read. They break no rule, so that what is said of the rest is
  /// true.
  private static final UUID NOBODY = new UUID(0, 0);

  private static final String NAMELESS = "?";
  private static final Endpoint NOWHERE = new Endpoint.Redis("nowhere", 1, Optional.empty(), true);

  private final Json.Obj json;
  private final List<Sentence> problems = new ArrayList<>();

  DatabaseReader(Json.Obj json) {
    this.json = json;
  }

  /// The definition, of use only if there are no [#problems()].
  ///
  /// @param idIfAbsent what makes the id a member that may be left out
  Database read(Optional<UUID> idIfAbsent) {
    UUID id = id(idIfAbsent);
    String name =
        required(DatabaseJson.NAME, Json::asString, "is a text, and missing.").orElse(NAMELESS);
    DatabaseEdit edit = Database.of(id, name, endpoint()).edit();
    word(DatabaseJson.PROVIDER, Provider.values(), edit::provider);
    word(DatabaseJson.MODE, TouchMode.values(), edit::mode);
    edit.window(duration(DatabaseJson.WINDOW));
    edit.interval(duration(DatabaseJson.INTERVAL));
    optional(DatabaseJson.KEY, Json::asString, "is a text.").ifPresent(edit::key);
    edit.caFile(optional(DatabaseJson.CA_FILE, DatabaseReader::path, "is the path of a file."));
    edit.clientCertificate(
        optional(
            DatabaseJson.CLIENT_CERTIFICATE,
            ClientCertificateJson::read,
            "is an object with certificate, and perhaps key and passphrase, each env:NAME or"
                + " file:/path."));
    edit.serverName(optional(DatabaseJson.SERVER_NAME, Json::asString, "is a host name."));
    edit.sentinel(
        optional(
            DatabaseJson.SENTINEL,
            SentinelJson::read,
            "is an object with master, and perhaps user and secret, which is env:NAME or"
                + " file:/path."));
    edit.paused(
        optional(
                DatabaseJson.PAUSED,
                DatabaseReader::pause,
                "is true, false, or an instant such as 2026-12-22T08:00:00Z.")
            .flatMap(pause -> pause));
    optional(DatabaseJson.TAGS, DatabaseReader::texts, "is an array of texts.")
        .ifPresent(edit::tags);
    edit.secretReference(
        reference(DatabaseJson.SECRET_REFERENCE).or(() -> reference(DatabaseJson.SECRET)));
    return edit.done();
  }

  private Optional<String> reference(String name) {
    return optional(name, Json::asString, "is env:NAME or file:/path.");
  }

  /// What was wrong, a sentence each, without any value.
  List<Sentence> problems() {
    return List.copyOf(problems);
  }

  private UUID id(Optional<UUID> idIfAbsent) {
    Optional<UUID> id =
        idIfAbsent.isPresent()
            ? optional(DatabaseJson.ID, DatabaseReader::uuid, "is a UUID, or left out.")
            : required(DatabaseJson.ID, DatabaseReader::uuid, "is a UUID, and missing.");
    return id.or(() -> idIfAbsent).orElse(NOBODY);
  }

  private Endpoint endpoint() {
    Optional<Json.Obj> members =
        required(DatabaseJson.ENDPOINT, Json::asObject, "is an object in braces, and missing.");
    try {
      return members.map(EndpointJson::read).orElse(NOWHERE);
    } catch (IllegalArgumentException e) {
      problems.add(Sentence.verbatim(FullStop.ended("endpoint: " + e.getMessage())));
      return NOWHERE;
    }
  }

  private <T> Optional<T> required(
      String name, Function<Json, Optional<T>> reader, String expected) {
    Optional<T> value = json.get(name).flatMap(reader);
    if (value.isEmpty()) {
      problems.add(Sentence.verbatim(name + " " + expected));
    }
    return value;
  }

  private <T> Optional<T> optional(
      String name, Function<Json, Optional<T>> reader, String expected) {
    return json.get(name).isPresent() ? required(name, reader, expected) : Optional.empty();
  }

  private <E extends Enum<E>> void word(String name, E[] constants, Consumer<E> setter) {
    List<String> words = Arrays.stream(constants).map(EnumWord::dashed).toList();
    optional(
            name,
            value -> value.asString().map(words::indexOf).filter(index -> index >= 0),
            "is one of " + String.join(", ", words) + ".")
        .ifPresent(index -> setter.accept(constants[index]));
  }

  private Optional<Duration> duration(String name) {
    return optional(
        name, value -> value.asString().flatMap(DurationText::parse), DurationText.EXPECTED);
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

  private static Optional<List<String>> texts(Json json) {
    return json.asArray()
        .filter(items -> items.stream().allMatch(item -> item.asString().isPresent()))
        .map(items -> items.stream().flatMap(item -> item.asString().stream()).toList());
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
