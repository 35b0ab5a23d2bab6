package dev.upkeep.control.wire;

import dev.upkeep.database.EnumWord;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The members of one object that came over the wire. Each is asked for as what it must be, and one
/// that is absent or something else is a [WireException].
public record Fields(Json.Obj json) {
  /// Turns one object into a value. Longer than any interval, window or pause.
  private static final Duration LONGEST = Duration.ofDays(36_525);

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  @FunctionalInterface
  interface Reader<T> {
    T read(Fields fields) throws WireException;
  }

  static Fields parse(String line, int maxChars) throws WireException {
    try {
      return of(Json.parse(line, maxChars));
    } catch (JsonException notJson) {
      throw new WireException("A line is one JSON object: " + notJson.getMessage() + ".");
    }
  }

  public static Fields of(Json json) throws WireException {
    return new Fields(
        json.asObject().orElseThrow(() -> new WireException("A line is one JSON object.")));
  }

  boolean has(String name) {
    return json.get(name).filter(value -> !(value instanceof Json.Null)).isPresent();
  }

  public String text(String name) throws WireException {
    return json.string(name).orElseThrow(() -> unfit(name));
  }

  boolean flag(String name) throws WireException {
    return json.bool(name).orElseThrow(() -> unfit(name));
  }

  public long number(String name) throws WireException {
    return json.integer(name).orElseThrow(() -> unfit(name));
  }

  public int count(String name) throws WireException {
    long number = number(name);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw unfit(name);
    }
    return (int) number;
  }

  UUID uuid(String name) throws WireException {
    return parsed(name, text(name), UUID::fromString);
  }

  public Instant instant(String name) throws WireException {
    return parsed(name, text(name), Instant::parse);
  }

  /// An instant that can be reckoned with.
  Instant moment(String name) throws WireException {
    Instant found = instant(name);
    if (found.isBefore(EARLIEST) || found.isAfter(LATEST)) {
      throw unfit(name);
    }
    return found;
  }

  /// A length of time that can be added to any moment.
  Duration duration(String name) throws WireException {
    Duration found = parsed(name, text(name), Duration::parse);
    if (found.abs().compareTo(LONGEST) > 0) {
      throw unfit(name);
    }
    return found;
  }

  <E extends Enum<E>> E word(String name, Class<E> words) throws WireException {
    return EnumWord.parse(words, text(name)).orElseThrow(() -> unfit(name));
  }

  Fields fields(String name) throws WireException {
    return new Fields(json.object(name).orElseThrow(() -> unfit(name)));
  }

  <T> Optional<T> ifPresent(String name, Reader<T> reader) throws WireException {
    return has(name) ? Optional.of(reader.read(this)) : Optional.empty();
  }

  Optional<String> optionalText(String name) throws WireException {
    return ifPresent(name, fields -> fields.text(name));
  }

  Optional<Instant> optionalInstant(String name) throws WireException {
    return ifPresent(name, fields -> fields.instant(name));
  }

  <T> List<T> objects(String name, Reader<T> reader) throws WireException {
    List<T> read = new ArrayList<>();
    for (Json item : items(name)) {
      read.add(reader.read(new Fields(item.asObject().orElseThrow(() -> unfit(name)))));
    }
    return read;
  }

  List<String> texts(String name) throws WireException {
    List<String> read = new ArrayList<>();
    for (Json item : items(name)) {
      read.add(item.asString().orElseThrow(() -> unfit(name)));
    }
    return read;
  }

  List<UUID> uuids(String name) throws WireException {
    List<UUID> read = new ArrayList<>();
    for (String text : texts(name)) {
      read.add(parsed(name, text, UUID::fromString));
    }
    return read;
  }

  <E extends Enum<E>> List<E> words(String name, Class<E> words) throws WireException {
    List<E> read = new ArrayList<>();
    for (String text : texts(name)) {
      read.add(EnumWord.parse(words, text).orElseThrow(() -> unfit(name)));
    }
    return read;
  }

  /// What a member that is not what it should be is answered with.
  static WireException unfit(String name) {
    return new WireException("The member " + name + " is missing or not what it should be.");
  }

  private List<Json> items(String name) throws WireException {
    return json.array(name).orElseThrow(() -> unfit(name));
  }

  private static <T> T parsed(String name, String text, Function<String, T> parser)
      throws WireException {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeException notOne) {
      throw unfit(name);
    }
  }
}
