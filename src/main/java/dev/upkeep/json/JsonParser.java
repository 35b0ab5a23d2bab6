package dev.upkeep.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Builds the tree of one text. Gson finds the tokens and is strict about them; this class counts
/// what they cost and sees that no member name comes twice.
final class JsonParser {
  /// Where Gson stopped. Its text goes on with a path of member names, which are not ours to
  /// repeat.
  private static final Pattern POSITION = Pattern.compile("at line (\\d+) column (\\d+)");

  private final JsonReader reader;
  private int nodes;

  private JsonParser(String text) {
    reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    // Ours is hit first, with the better message.
    reader.setNestingLimit(Json.MAX_DEPTH + 1);
  }

  /// What is made of a text.
  private interface Reading<T> {
    T read(JsonParser parser) throws IOException, JsonException;
  }

  static Json parse(String text) throws JsonException {
    return whole(text, parser -> parser.value(0));
  }

  static void forEach(String text, int maxItems, Consumer<? super Json> each) throws JsonException {
    int _ = whole(text, parser -> parser.items(maxItems, each));
  }

  private static <T> T whole(String text, Reading<T> reading) throws JsonException {
    JsonParser parser = new JsonParser(text);
    try {
      T value = reading.read(parser);
      if (parser.reader.peek() != JsonToken.END_DOCUMENT) {
        throw parser.problem("something follows the value");
      }
      return value;
    } catch (EOFException tooShort) {
      throw new JsonException("the JSON ends too early");
    } catch (IOException | IllegalStateException | NumberFormatException notJson) {
      throw parser.problem("not valid JSON");
    }
  }

  private int items(int maxItems, Consumer<? super Json> each) throws IOException, JsonException {
    if (reader.peek() != JsonToken.BEGIN_ARRAY) {
      throw problem("not an array");
    }
    int items = 0;
    reader.beginArray();
    while (reader.hasNext()) {
      if (++items > maxItems) {
        throw problem("the array has more than " + maxItems + " items");
      }
      nodes = 0;
      each.accept(value(1));
    }
    reader.endArray();
    return items;
  }

  private Json value(int depth) throws IOException, JsonException {
    if (++nodes > Json.MAX_NODES) {
      throw problem("the JSON has more than " + Json.MAX_NODES + " values");
    }
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(deeper(depth));
      case BEGIN_ARRAY -> array(deeper(depth));
      case STRING -> new Json.Str(reader.nextString());
      case NUMBER -> new Json.Num(reader.nextString());
      case BOOLEAN -> new Json.Bool(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield new Json.Null();
      }
      case NAME, END_OBJECT, END_ARRAY, END_DOCUMENT -> throw problem("a value is missing");
    };
  }

  private int deeper(int depth) throws JsonException {
    if (depth == Json.MAX_DEPTH) {
      throw problem("the JSON is nested more than " + Json.MAX_DEPTH + " deep");
    }
    return depth + 1;
  }

  private Json object(int depth) throws IOException, JsonException {
    Map<String, Json> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      if (members.put(reader.nextName(), value(depth)) != null) {
        throw problem("a member name occurs twice");
      }
    }
    reader.endObject();
    return new Json.Obj(members);
  }

  private Json array(int depth) throws IOException, JsonException {
    List<Json> items = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      items.add(value(depth));
    }
    reader.endArray();
    return new Json.Arr(items);
  }

  /// Gson tells its position to people only, through the reader's text.
  private JsonException problem(String what) {
    Matcher found = POSITION.matcher(reader.toString());
    return new JsonException(
        found.find() ? what + " at line " + found.group(1) + ", column " + found.group(2) : what);
  }
}
