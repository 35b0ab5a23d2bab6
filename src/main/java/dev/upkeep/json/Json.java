package dev.upkeep.json;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/// One JSON value, as [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259) knows it; immutable.
///
/// Reading is forgiving: an accessor is empty both where a member is absent and where it is of
/// another type, so a reader states what it needs and nothing else. No value prints its content,
/// because texts and numbers may be secrets; [#write()] is the one way out.
public sealed interface Json {
  /// The longest text that [#parse(String)] reads, in UTF-16 units: 1 MiB.
  int MAX_CHARS = 1 << 20;

  /// How deep arrays and objects may lie in each other.
  int MAX_DEPTH = 64;

  /// How many values one text may hold, each array, object and member counted.
  int MAX_NODES = 100_000;

  /// Reads exactly one value of at most [#MAX_CHARS]. Stricter than the RFC where that protects the
  /// reader: a member name may occur once, and [#MAX_DEPTH] and [#MAX_NODES] hold.
  ///
  /// @throws JsonException if the text is anything else
  static Json parse(String text) throws JsonException {
    return parse(text, MAX_CHARS);
  }

  /// Like [#parse(String)], with another limit to the length.
  ///
  /// @param maxChars in UTF-16 units
  /// @throws JsonException if the text is longer, or not one JSON value
  static Json parse(String text, int maxChars) throws JsonException {
    requireLength(text, maxChars);
    return JsonParser.parse(text);
  }

  /// Reads a long array without ever holding it as a whole: each item is read, handed over and
  /// forgotten. [#MAX_DEPTH] holds for the text, [#MAX_NODES] for each item.
  ///
  /// @param maxChars in UTF-16 units
  /// @param maxItems how many the array may have
  /// @param each must not throw; may have been given items before a problem behind them was found
  /// @throws JsonException if the text is longer, or not one JSON array with so many items
  static void forEach(String text, int maxChars, int maxItems, Consumer<? super Json> each)
      throws JsonException {
    requireLength(text, maxChars);
    JsonParser.forEach(text, maxItems, each);
  }

  private static void requireLength(String text, int maxChars) throws JsonException {
    if (text.length() > maxChars) {
      throw new JsonException("the text has more than " + maxChars + " characters");
    }
  }

  /// Begins an object.
  static JsonBuilder object() {
    return new JsonBuilder();
  }

  static Json of(String value) {
    return new Str(value);
  }

  static Json of(long value) {
    return new Num(Long.toString(value));
  }

  /// A number with a fraction.
  ///
  /// @throws IllegalArgumentException if it is infinite or not a number: JSON has neither
  static Json of(double value) {
    return new Num(Double.toString(value));
  }

  static Json of(boolean value) {
    return new Bool(value);
  }

  /// An array of what the function makes of each item, in their order: `Json.array(names,
  /// Json::of)`.
  static <T> Arr array(Collection<T> items, Function<? super T, ? extends Json> toJson) {
    return new Arr(items.stream().<Json>map(toJson).toList());
  }

  default Optional<Obj> asObject() {
    return this instanceof Obj object ? Optional.of(object) : Optional.empty();
  }

  default Optional<List<Json>> asArray() {
    return this instanceof Arr(var items) ? Optional.of(items) : Optional.empty();
  }

  default Optional<String> asString() {
    return this instanceof Str(var value) ? Optional.of(value) : Optional.empty();
  }

  default Optional<Boolean> asBoolean() {
    return this instanceof Bool(var value) ? Optional.of(value) : Optional.empty();
  }

  /// A number without a fraction that fits, be it written `5`, `5.0` or `5e0`.
  default Optional<Long> asLong() {
    return this instanceof Num number ? number.toLong() : Optional.empty();
  }

  /// The nearest `double`; empty where only infinity is near.
  default Optional<Double> asDouble() {
    return this instanceof Num number ? number.toDouble() : Optional.empty();
  }

  /// Compact and always a single line: whatever could end one, or cannot be encoded as UTF-8, is
  /// escaped.
  ///
  /// @throws IllegalArgumentException if the value is deeper than [#MAX_DEPTH]
  default String write() {
    return new JsonWriter(false).write(this);
  }

  /// For people: one member or item a line, indented by two spaces, without a final line break.
  ///
  /// @throws IllegalArgumentException if the value is deeper than [#MAX_DEPTH]
  default String writePretty() {
    return new JsonWriter(true).write(this);
  }

  /// Members by name.
  ///
  /// @param members in the order in which they were read or put; unmodifiable
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public Optional<Json> get(String name) {
      return Optional.ofNullable(members.get(name));
    }

    public Optional<Obj> object(String name) {
      return get(name).flatMap(Json::asObject);
    }

    public Optional<List<Json>> array(String name) {
      return get(name).flatMap(Json::asArray);
    }

    public Optional<String> string(String name) {
      return get(name).flatMap(Json::asString);
    }

    public Optional<Boolean> bool(String name) {
      return get(name).flatMap(Json::asBoolean);
    }

    /// See [Json#asLong()].
    public Optional<Long> integer(String name) {
      return get(name).flatMap(Json::asLong);
    }

    /// See [Json#asDouble()].
    public Optional<Double> decimal(String name) {
      return get(name).flatMap(Json::asDouble);
    }

    @Override
    public String toString() {
      return "Obj[" + members.size() + " members]";
    }
  }

  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return "Arr[" + items.size() + " items]";
    }
  }

  /// Any text; it may even hold half of a surrogate pair, which the RFC lets pass.
  record Str(String value) implements Json {
    @Override
    public String toString() {
      return "Str[" + value.length() + " chars]";
    }
  }

  /// A number as it was written, so that nothing is rounded on its way through: `1.0` and `1` are
  /// not equal. Its size costs nothing until somebody asks for it, not even that of `1e999999999`.
  ///
  /// @param literal as in RFC 8259, section 6
  record Num(String literal) implements Json {
    private static final int MAX_LENGTH = 1024;
    private static final Pattern NUMBER =
        Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][-+]?[0-9]++)?+");

    public Num {
      if (literal.length() > MAX_LENGTH || !NUMBER.matcher(literal).matches()) {
        throw new IllegalArgumentException("not a JSON number");
      }
    }

    private Optional<Long> toLong() {
      try {
        return Optional.of(new BigDecimal(literal).longValueExact());
      } catch (ArithmeticException | NumberFormatException fractionOrTooLarge) {
        return Optional.empty();
      }
    }

    private Optional<Double> toDouble() {
      double value = Double.parseDouble(literal);
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    @Override
    public String toString() {
      return "Num[" + literal.length() + " chars]";
    }
  }

  record Bool(boolean value) implements Json {}

  /// A member that is there and says nothing; every typed accessor treats it as absent.
  record Null() implements Json {}
}
