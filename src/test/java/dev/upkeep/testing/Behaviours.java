package dev.upkeep.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The ways in which a server can be bad. Unless it says otherwise, a behaviour starts with the
/// client's first bytes; [Behaviour#insteadOf] and [Behaviour#after] choose a later moment.
public final class Behaviours {
  /// Replies that no Redis sends: lengths that are negative, no numbers, or beyond every type.
  public static final List<String> GARBAGE =
      List.of(
          "$-2\r\n",
          "$abc\r\n",
          "$\r\n",
          "$99999999999999999999\r\n",
          "*-2\r\n",
          "*1x\r\n",
          "%-1\r\n",
          ":twelve\r\n",
          "$3\r\nabcdef\r\n",
          "?what\r\n",
          "\r\n",
          "\0\0\0\0\r\n",
          "\u00ff\u00fe\u00fd");

  private static final int CHUNK = 64 << 10;

  private Behaviours() {}

  /// An ordinary Redis, with the faults it was given.
  public static Behaviour redis(FakeRedis redis) {
    return visit -> {
      for (var command = visit.command(); command.isPresent(); command = visit.command()) {
        visit.reply(redis, command.get());
      }
    };
  }

  /// Answers each command with these bytes, `-ERR max requests limit exceeded. …\r\n`.
  public static Behaviour replying(Function<List<String>, String> rawReply) {
    return visit -> {
      for (var command = visit.command(); command.isPresent(); command = visit.command()) {
        visit.send(rawReply.apply(command.get()).getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  /// Accepts and never answers.
  public static Behaviour silent() {
    return Visit::holdOpen;
  }

  /// Sends this, one byte per interval, then holds the connection open.
  public static Behaviour dripping(String raw, Duration interval) {
    return visit -> {
      visit.awaitInput();
      for (int i = 0; i < raw.length(); i++) {
        visit.send(raw.substring(i, i + 1));
        visit.pause(interval);
      }
      visit.holdOpen();
    };
  }

  /// Sends a line that never ends, one byte per interval.
  public static Behaviour drippingForever(Duration interval) {
    return visit -> {
      visit.awaitInput();
      visit.send("+");
      while (true) {
        visit.pause(interval);
        visit.send("a");
      }
    };
  }

  /// Closes at once, without waiting for a word. What the client sees of it, an end of the stream
  /// or a reset, depends on whether it has written meanwhile.
  public static Behaviour closing() {
    return visit -> {};
  }

  /// Resets the connection. Not at once: the reset would sometimes overtake the client's `connect`.
  public static Behaviour resetting() {
    return visit -> {
      visit.awaitInput();
      visit.resetOnClose();
    };
  }

  /// Closes in the middle of a reply.
  public static Behaviour closingInMidReply() {
    return visit -> {
      visit.awaitInput();
      visit.send("$100\r\nonly this mu");
    };
  }

  /// Sends this, then holds the connection open.
  public static Behaviour sending(String raw) {
    return visit -> {
      visit.awaitInput();
      visit.send(raw);
      visit.holdOpen();
    };
  }

  /// Announces a string of so many bytes and sends a few.
  public static Behaviour announcingBulk(long bytes) {
    return sending("$" + bytes + "\r\nabc");
  }

  /// Announces an array of so many elements and sends a few.
  public static Behaviour announcingArray(long elements) {
    return sending("*" + elements + "\r\n+OK\r\n+OK\r\n");
  }

  /// An array in an array in an array …
  public static Behaviour nestingArrays(int depth) {
    return sending("*1\r\n".repeat(depth) + "+OK\r\n");
  }

  /// A status line without an end, as fast as it can.
  public static Behaviour endlessLine() {
    return endless("+", "a".repeat(CHUNK));
  }

  /// Small, valid replies without an end, as fast as it can.
  public static Behaviour endlessReplies() {
    return endless("", "+OK\r\n".repeat(CHUNK / 5));
  }

  /// One array of the length announced, whose small, valid elements keep coming.
  public static Behaviour endlessArray(long elements) {
    return endless("*" + elements + "\r\n", ":1\r\n".repeat(CHUNK / 4));
  }

  /// Acknowledges SET and forgets it.
  public static Behaviour forgetful() {
    return redis(new FakeRedis().forgetful());
  }

  /// The next so many GETs see an older value, or nothing.
  public static Behaviour staleReads(int times, Optional<String> older) {
    return redis(new FakeRedis().staleReads(times, older));
  }

  /// Says OK to PING.
  public static Behaviour okToPing() {
    return redis(new FakeRedis().answering("PING", new Resp.Text("OK")));
  }

  /// An SSH server, which speaks first.
  public static Behaviour ssh() {
    return visit -> {
      visit.send("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n");
      visit.holdOpen();
    };
  }

  /// A web server that takes whatever comes for a bad request.
  public static Behaviour http() {
    return http("400 Bad Request", "<html><body><h1>400 Bad Request</h1></body></html>");
  }

  /// A web server that answers this to whatever comes, and closes.
  public static Behaviour http(String status, String html) {
    return visit -> {
      visit.awaitInput();
      visit.send(
          "HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
              .formatted(status, html.length(), html));
    };
  }

  private static Behaviour endless(String head, String chunk) {
    return visit -> {
      visit.awaitInput();
      visit.send(head);
      repeat(visit, chunk.getBytes(StandardCharsets.US_ASCII));
    };
  }

  /// Ends with the exception of a write to a client that has gone.
  private static void repeat(Visit visit, byte[] chunk) throws IOException {
    while (true) {
      visit.send(chunk);
    }
  }
}
