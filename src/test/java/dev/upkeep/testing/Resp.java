package dev.upkeep.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One value of the Redis protocol, as much of it as the fixtures speak. See
/// <https://redis.io/docs/latest/develop/reference/protocol-spec/>.
public sealed interface Resp {
  record Text(String text) implements Resp {}

  record Failure(String text) implements Resp {}

  record Whole(long value) implements Resp {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bulk(byte[] bytes) implements Resp {}

  record Nil() implements Resp {}

  record Items(List<Resp> items) implements Resp {}

  /// A map: keys and values in turn.
  record Pairs(List<Resp> items) implements Resp {}

  static Resp bulk(String text) {
    return new Bulk(text.getBytes(StandardCharsets.UTF_8));
  }

  /// As `redis-cli` would print it, without the quotes.
  default String display() {
    return switch (this) {
      case Text(String text) -> text;
      case Failure(String text) -> "(error) " + text;
      case Whole(long value) -> Long.toString(value);
      case Bulk(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
      case Nil() -> "(nil)";
      case Items(List<Resp> items) -> lines(items);
      case Pairs(List<Resp> items) -> lines(items);
    };
  }

  /// As it goes over the wire.
  ///
  /// @param resp3 whether the client asked for protocol 3, which has maps and a null of its own
  default byte[] raw(boolean resp3) {
    return switch (this) {
      case Text(String text) -> utf8("+" + text + "\r\n");
      case Failure(String text) -> utf8("-" + text + "\r\n");
      case Whole(long value) -> utf8(":" + value + "\r\n");
      case Bulk(byte[] bytes) -> joined(utf8("$" + bytes.length + "\r\n"), bytes, utf8("\r\n"));
      case Nil() -> utf8(resp3 ? "_\r\n" : "$-1\r\n");
      case Items(List<Resp> items) -> all("*" + items.size() + "\r\n", items, resp3);
      case Pairs(List<Resp> items) ->
          all((resp3 ? "%" + items.size() / 2 : "*" + items.size()) + "\r\n", items, resp3);
    };
  }

  /// A command is an array of bulk strings.
  static byte[] command(String... arguments) {
    return new Items(Stream.of(arguments).map(Resp::bulk).toList()).raw(false);
  }

  /// Reads one value. The peer is one of our own: lengths are limited, but nothing else is.
  ///
  /// @throws EOFException when the stream ends
  static Resp read(InputStream in) throws IOException {
    String line = line(in);
    if (line.isEmpty()) {
      throw new StreamCorruptedException("an empty line");
    }
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+' -> new Text(rest);
      case '-' -> new Failure(rest);
      case ':' -> new Whole(Long.parseLong(rest));
      case '_' -> new Nil();
      case '$' -> bulkOf(in, length(rest));
      case '*' -> array(in, length(rest));
      case '%' -> new Pairs(items(in, 2 * length(rest)));
      default -> throw new StreamCorruptedException("not the Redis protocol: " + line);
    };
  }

  private static Resp bulkOf(InputStream in, int length) throws IOException {
    if (length < 0) {
      return new Nil();
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length || in.readNBytes(2).length < 2) {
      throw new EOFException();
    }
    return new Bulk(bytes);
  }

  private static Resp array(InputStream in, int count) throws IOException {
    return count < 0 ? new Nil() : new Items(items(in, count));
  }

  private static List<Resp> items(InputStream in, int count) throws IOException {
    List<Resp> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(read(in));
    }
    return items;
  }

  private static int length(String digits) throws IOException {
    try {
      int length = Integer.parseInt(digits);
      if (length <= 16 << 20) {
        return length;
      }
    } catch (NumberFormatException e) {
      // Falls through to the complaint.
    }
    throw new StreamCorruptedException("not a length: " + digits);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      if (line.size() > 64 << 10) {
        throw new StreamCorruptedException("an endless line");
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static String lines(List<Resp> items) {
    return String.join("\n", items.stream().map(Resp::display).toList());
  }

  private static byte[] all(String head, List<Resp> items, boolean resp3) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(utf8(head));
    items.forEach(item -> out.writeBytes(item.raw(resp3)));
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
