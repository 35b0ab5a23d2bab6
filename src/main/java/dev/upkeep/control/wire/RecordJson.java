package dev.upkeep.control.wire;

import dev.upkeep.control.Integration;
import dev.upkeep.control.wire.RecordShape.Part;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseJson;
import dev.upkeep.database.EnumWord;
import dev.upkeep.database.Secret;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.json.JsonException;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.SentenceJson;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// The JSON form of records, which follows from their components and is written down nowhere else:
/// a member for each, of its name and in their order, and none for an empty `Optional`. A record of
/// a sealed type begins with its kind; a record of nothing but a map is that map. Instants and
/// durations are ISO 8601, so nothing is rounded. Reading is strict: a member that is absent or
/// something else is a [WireException]; members of other names are another version's.
public final class RecordJson {
  /// Flags that an older client does not send; absent is false.
  private static final Set<String> NEWER = Set.of("trustAddresses", "dryRun");

  /// Longer than any interval, window or pause: it can be added to any moment.
  private static final Duration LONGEST = Duration.ofDays(36_525);

  private static final Map<Class<?>, Function<Json, Optional<?>>> SIMPLE =
      Map.ofEntries(
          Map.entry(boolean.class, Json::asBoolean),
          Map.entry(long.class, Json::asLong),
          Map.entry(Long.class, Json::asLong),
          Map.entry(int.class, RecordJson::count),
          Map.entry(Integer.class, RecordJson::count),
          Map.entry(String.class, Json::asString),
          Map.entry(UUID.class, json -> json.asString().map(UUID::fromString)),
          Map.entry(Instant.class, json -> json.asString().map(Instant::parse)),
          Map.entry(Duration.class, RecordJson::duration),
          Map.entry(Secret.class, json -> json.asString().map(Secret::of)),
          Map.entry(Sentence.class, SentenceJson::read),
          Map.entry(Path.class, json -> json.asString().map(Path::of)));

  private final boolean trusted;

  private RecordJson(boolean trusted) {
    this.trusted = trusted;
  }

  public static Json.Obj write(Record value) {
    JsonBuilder json = Json.object();
    putAll(json, value);
    return json.build();
  }

  static <T> T parse(Class<T> type, String line, int maxChars, boolean trusted)
      throws WireException {
    try {
      return read(type, Json.parse(line, maxChars), trusted);
    } catch (JsonException notJson) {
      throw new WireException("A line is one JSON object: " + notJson.getMessage() + ".");
    }
  }

  /// Reads what [#write] has written.
  ///
  /// @param trusted whether who wrote it has held definitions against the rules already: one that
  ///   breaks them nevertheless must not hide the rest
  public static <T> T read(Class<T> type, Json json, boolean trusted) throws WireException {
    return type.cast(new RecordJson(trusted).object(RecordShape.tag(type), type, json));
  }

  private static void putAll(JsonBuilder json, Record value) {
    RecordShape shape = RecordShape.of(value.getClass());
    shape.tag().ifPresent(tag -> json.put(tag, RecordShape.word(value.getClass())));
    for (Part part : shape.parts()) {
      switch (part.of(value)) {
        case Map<?, ?> map when part.inline() -> putAll(json, map);
        case Record inner when part.inline() -> putAll(json, inner);
        case Optional<?> perhaps -> json.putIfPresent(part.name(), perhaps, RecordJson::json);
        case Object whole -> json.put(part.name(), json(whole));
      }
    }
  }

  private static JsonBuilder putAll(JsonBuilder json, Map<?, ?> map) {
    map.forEach((key, value) -> json.put(word(key), json(value)));
    return json;
  }

  private static Json json(Object value) {
    return switch (value) {
      case Boolean flag -> Json.of(flag);
      case Number number -> Json.of(number.longValue());
      case Secret secret -> Json.of(secret.reveal());
      case Database database -> DatabaseJson.write(database);
      case Sentence sentence -> SentenceJson.write(sentence);
      case Record record -> write(record);
      case Collection<?> items -> Json.array(items, RecordJson::json);
      case Map<?, ?> map -> putAll(Json.object(), map).build();
      default -> Json.of(word(value));
    };
  }

  private static String word(Object value) {
    return value instanceof Enum<?> constant ? EnumWord.of(constant) : value.toString();
  }

  private Object object(String name, Class<?> type, Json json) throws WireException {
    Json.Obj members = object(name, json);
    Class<?> kind = type.isSealed() ? kind(type, members) : type;
    RecordShape shape = RecordShape.of(kind);
    List<Object> values = new ArrayList<>();
    for (Part part : shape.parts()) {
      values.add(component(part, members));
    }
    return shape.make(values.toArray()).orElseThrow(() -> unfit(name));
  }

  private static Json.Obj object(String name, Json json) throws WireException {
    return json.asObject().orElseThrow(() -> unfit(name));
  }

  private static Class<?> kind(Class<?> sealed, Json.Obj json) throws WireException {
    String tag = RecordShape.tag(sealed);
    return json.string(tag).map(RecordShape.kinds(sealed)::get).orElseThrow(() -> unfit(tag));
  }

  private Object component(Part part, Json.Obj json) throws WireException {
    String name = part.name();
    if (part.inline()) {
      return value(name, part.type(), json);
    }
    Optional<Json> member = json.get(name).filter(found -> !(found instanceof Json.Null));
    if (member.isEmpty() && part.optional()) {
      return Optional.empty();
    }
    if (member.isEmpty() && NEWER.contains(name)) {
      return false;
    }
    Object value = value(name, part.type(), member.orElseThrow(() -> unfit(name)));
    return part.optional() ? Optional.of(value) : value;
  }

  private Object value(String name, Type type, Json json) throws WireException {
    if (type instanceof ParameterizedType many) {
      return many.getRawType() == Map.class ? map(name, many, json) : items(name, many, json);
    }
    Class<?> one = (Class<?>) type;
    if (one == Database.class) {
      return database(object(name, json));
    }
    if (!SIMPLE.containsKey(one) && (one.isRecord() || one.isSealed())) {
      return object(name, one, json);
    }
    return simple(one, json).orElseThrow(() -> unfit(name));
  }

  private Object items(String name, ParameterizedType type, Json json) throws WireException {
    List<Object> items = new ArrayList<>();
    for (Json item : json.asArray().orElseThrow(() -> unfit(name))) {
      items.add(value(name, argument(type, 0), item));
    }
    return type.getRawType() == Set.class
        ? Collections.unmodifiableSet(new LinkedHashSet<>(items))
        : Collections.unmodifiableList(items);
  }

  private Object map(String name, ParameterizedType type, Json json) throws WireException {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (var member : object(name, json).members().entrySet()) {
      map.put(
          value(name, argument(type, 0), Json.of(member.getKey())),
          value(member.getKey(), argument(type, 1), member.getValue()));
    }
    return Collections.unmodifiableMap(map);
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  private Database database(Json.Obj json) throws WireException {
    DatabaseJson.Reading reading =
        trusted ? DatabaseJson.readTrusted(json) : DatabaseJson.read(json);
    return reading.found().orElseThrow(() -> new WireException(reading.problems()));
  }

  private static Optional<?> simple(Class<?> type, Json json) {
    if (type == Integration.class) {
      return json.asString().flatMap(Integration::of);
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> json.asString().filter(word(constant)::equals).isPresent())
          .findFirst();
    }
    try {
      return Objects.requireNonNull(SIMPLE.get(type), type::getName).apply(json);
    } catch (IllegalArgumentException | DateTimeException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> count(Json json) {
    return json.asLong().filter(n -> n >= 0 && n <= Integer.MAX_VALUE).map(Long::intValue);
  }

  private static Optional<Duration> duration(Json json) {
    return json.asString()
        .map(Duration::parse)
        .filter(found -> found.abs().compareTo(LONGEST) <= 0);
  }

  /// What a member that is not what it should be is answered with.
  private static WireException unfit(String name) {
    return new WireException("The member " + name + " is missing or not what it should be.");
  }
}
