package dev.upkeep.database;

import dev.upkeep.database.DatabaseJson.Reading;
import dev.upkeep.json.Json;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads one definition and collects what is wrong with it. For one use.
final class DatabaseReader {
  /// `UUID.fromString` takes shorter groups as well, which would not be written as they were read.
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private final Json.Obj json;
  private final List<String> problems = new ArrayList<>();

  DatabaseReader(Json.Obj json) {
    this.json = json;
  }

  Reading read(Optional<UUID> idIfAbsent) {
    Optional<UUID> id =
        member(DatabaseJson.ID, "An id is a UUID.", text(DatabaseReader::uuid))
            .or(() -> idIfAbsent);
    Optional<String> name = member(DatabaseJson.NAME, "A name is a text.", Json::asString);
    Optional<Endpoint> endpoint =
        member(DatabaseJson.ENDPOINT, "An endpoint is an object.", Json::asObject)
            .flatMap(this::endpoint);
    Optional<Provider> provider = word(DatabaseJson.PROVIDER, Provider.class);
    Optional<Duration> window = duration(DatabaseJson.WINDOW, "A window ");
    Optional<TouchMode> mode = word(DatabaseJson.MODE, TouchMode.class);
    Optional<String> key = member(DatabaseJson.KEY, "A key is a text.", Json::asString);
    Optional<Path> caFile =
        member(DatabaseJson.CA_FILE, "A CA file is a path.", text(DatabaseReader::path));
    Optional<Duration> interval = duration(DatabaseJson.INTERVAL, "An interval ");
    Optional<Optional<Pause>> paused =
        member(
            DatabaseJson.PAUSED,
            "A pause is true, false, or an instant in UTC.",
            DatabaseReader::pause);
    Optional<String> secret =
        member(
            DatabaseJson.SECRET,
            "A secret is given as env:NAME or file:/absolute/path.",
            Json::asString);
    require(DatabaseJson.ID, id.isPresent());
    require(DatabaseJson.NAME, name.isPresent());
    require(DatabaseJson.ENDPOINT, endpoint.isPresent());
    if (!problems.isEmpty()) {
      return new Reading.Unusable(problems);
    }
    return new Reading.Usable(
        new Database(
            id.orElseThrow(),
            name.orElseThrow(),
            endpoint.orElseThrow(),
            provider.orElseGet(() -> Provider.of(endpoint.orElseThrow().host())),
            window,
            mode.orElse(TouchMode.WRITE),
            key.orElse(Database.DEFAULT_KEY),
            caFile,
            interval,
            paused.flatMap(p -> p),
            secret));
  }

  private Optional<Endpoint> endpoint(Json.Obj members) {
    try {
      Optional<Endpoint> endpoint =
          switch (members.string(DatabaseJson.PROTOCOL).orElse("")) {
            case DatabaseJson.REDIS -> redis(members);
            case DatabaseJson.REST ->
                members.string(DatabaseJson.URL).map(url -> new Endpoint.Rest(URI.create(url)));
            default -> Optional.empty();
          };
      if (endpoint.isEmpty()) {
        problems.add(
            "An endpoint has protocol redis with host, port, user and tls, or protocol rest with"
                + " url.");
      }
      return endpoint;
    } catch (IllegalArgumentException badAddress) {
      // Its message may quote the address.
      problems.add("The address of the endpoint is not valid.");
      return Optional.empty();
    }
  }

  private static Optional<Endpoint> redis(Json.Obj members) {
    Optional<Long> port =
        members.get(DatabaseJson.PORT).isEmpty()
            ? Optional.of((long) Address.DEFAULT_PORT)
            : members.integer(DatabaseJson.PORT);
    Optional<Boolean> tls =
        members.get(DatabaseJson.TLS).isEmpty()
            ? Optional.of(true)
            : members.bool(DatabaseJson.TLS);
    boolean userFits =
        members.get(DatabaseJson.USER).isEmpty() || members.string(DatabaseJson.USER).isPresent();
    if (members.string(DatabaseJson.HOST).isEmpty()
        || port.isEmpty()
        || tls.isEmpty()
        || !userFits) {
      return Optional.empty();
    }
    return Optional.of(
        new Endpoint.Redis(
            members.string(DatabaseJson.HOST).get(),
            Math.clamp(port.get(), 0, Integer.MAX_VALUE),
            members.string(DatabaseJson.USER),
            tls.get()));
  }

  /// Empty where the member is absent, and with a problem where it is of no use.
  private <T> Optional<T> member(String name, String problem, Function<Json, Optional<T>> reader) {
    Optional<Json> value = json.get(name).filter(v -> !(v instanceof Json.Null));
    Optional<T> read = value.flatMap(reader);
    if (value.isPresent() && read.isEmpty()) {
      problems.add(problem);
    }
    return read;
  }

  private <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
    List<String> known = List.of(words.getEnumConstants()).stream().map(EnumWord::of).toList();
    return member(
        name,
        "The " + name + " is one of " + String.join(", ", known) + ".",
        text(word -> EnumWord.parse(words, word)));
  }

  private Optional<Duration> duration(String name, String subject) {
    return member(name, subject + DurationText.EXPECTED, text(DurationText::parse));
  }

  private void require(String name, boolean present) {
    if (!present && problems.isEmpty()) {
      problems.add("A database needs the member " + name + ".");
    }
  }

  private static <T> Function<Json, Optional<T>> text(Function<String, Optional<T>> reader) {
    return value -> value.asString().flatMap(reader);
  }

  private static Optional<UUID> uuid(String text) {
    return UUID_FORM.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  private static Optional<Optional<Pause>> pause(Json value) {
    return switch (value) {
      case Json.Bool(var rests) ->
          Optional.of(rests ? Optional.of(new Pause.UntilResumed()) : Optional.empty());
      case Json.Str(var text) -> {
        try {
          yield Optional.of(Optional.of(new Pause.Until(Instant.parse(text))));
        } catch (DateTimeException notAnInstant) {
          yield Optional.empty();
        }
      }
      case Json.Num _, Json.Null _, Json.Arr _, Json.Obj _ -> Optional.empty();
    };
  }
}
