package dev.upkeep.agent.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a client of HTTP asks: the head of its request, as far as two pages need it ([RFC
/// 9112](https://www.rfc-editor.org/rfc/rfc9112)). A body is not read.
///
/// @param path without the query
record RequestHead(String method, String path, Map<String, String> headers) {
  private static final int MAX_BYTES = 16 * 1024;

  RequestHead {
    headers = Map.copyOf(headers);
  }

  /// The head is not one of HTTP, or too long.
  static final class MalformedException extends IOException {
    private static final long serialVersionUID = 1L;

    private MalformedException(String message) {
      super(message);
    }
  }

  /// A header by its name, which is given in small letters.
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// Reads up to the empty line.
  ///
  /// @param patience for all of it, however the bytes come
  /// @throws MalformedException if there is none within reason
  /// @throws IOException if it does not come
  static RequestHead read(Socket socket, Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    StringBuilder text = new StringBuilder();
    InputStream in = socket.getInputStream();
    byte[] some = new byte[2048];
    while (text.indexOf("\r\n\r\n") < 0 && text.indexOf("\n\n") < 0) {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new SocketTimeoutException("the request does not end");
      }
      socket.setSoTimeout((int) left);
      int count = in.read(some);
      if (count < 0) {
        throw new MalformedException("the request ends in its head");
      }
      text.append(new String(some, 0, count, StandardCharsets.ISO_8859_1));
      if (text.length() > MAX_BYTES) {
        throw new MalformedException("the head is too long");
      }
    }
    return of(text.toString());
  }

  private static RequestHead of(String text) throws MalformedException {
    List<String> lines = text.lines().takeWhile(line -> !line.isEmpty()).toList();
    List<String> words = lines.isEmpty() ? List.of() : List.of(lines.getFirst().split(" ", -1));
    if (words.size() != 3 || !words.getLast().startsWith("HTTP/1.")) {
      throw new MalformedException("this is no request");
    }
    Map<String, String> headers = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new MalformedException("this is no header");
      }
      headers.putIfAbsent(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    String target = words.get(1);
    int query = target.indexOf('?');
    return new RequestHead(
        words.getFirst(), query < 0 ? target : target.substring(0, query), headers);
  }
}
