package dev.upkeep.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One value of the Redis protocol, as much of RESP2 as the fixtures speak. See
/// <https://redis.io/docs/latest/develop/reference/protocol-spec/>.
public sealed interface Resp {
  record Text(String text) implements Resp {}

  record Failure(String text) implements Resp {}

  record Whole(long value) implements Resp {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bulk(byte[] bytes) implements Resp {}

  record Nil() implements Resp {}

  record Items(List<Resp> items) implements Resp {}

  /// As `redis-cli` would print it, without the quotes.
  default String display() {
    return switch (this) {
      case Text(String text) -> text;
      case Failure(String text) -> "(error) " + text;
      case Whole(long value) -> Long.toString(value);
      case Bulk(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
      case Nil() -> "(nil)";
      case Items(List<Resp> items) -> String.join("\n", items.stream().map(Resp::display).toList());
    };
  }

  /// A command is an array of bulk strings.
  static byte[] command(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ascii("*" + arguments.length + "\r\n"));
    for (String argument : arguments) {
      byte[] bytes = argument.getBytes(StandardCharsets.UTF_8);
      out.writeBytes(ascii("$" + bytes.length + "\r\n"));
      out.writeBytes(bytes);
      out.writeBytes(ascii("\r\n"));
    }
    return out.toByteArray();
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
      case '$' -> bulk(in, length(rest));
      case '*', '~', '>' -> items(in, length(rest));
      case '%' -> items(in, 2 * length(rest));
      default -> throw new StreamCorruptedException("not the Redis protocol: " + line);
    };
  }

  private static Resp bulk(InputStream in, int length) throws IOException {
    if (length < 0) {
      return new Nil();
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length || in.readNBytes(2).length < 2) {
      throw new EOFException();
    }
    return new Bulk(bytes);
  }

  private static Resp items(InputStream in, int count) throws IOException {
    if (count < 0) {
      return new Nil();
    }
    List<Resp> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(read(in));
    }
    return new Items(items);
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

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
