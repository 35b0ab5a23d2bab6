package dev.upkeep.testing;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// One connection to a [BadServer], seen from the server.
public final class Visit {
  private final Socket socket;
  private final PushbackInputStream in;
  private final OutputStream out;
  private final Consumer<List<String>> record;
  private boolean resp3;

  Visit(Socket socket, Consumer<List<String>> record) throws IOException {
    this.socket = socket;
    this.in = new PushbackInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.record = record;
  }

  /// The next command, its arguments as UTF-8; empty when the client has gone.
  public Optional<List<String>> command() throws IOException {
    try {
      if (Resp.read(in) instanceof Resp.Items(List<Resp> items) && !items.isEmpty()) {
        List<String> command = items.stream().map(Resp::display).toList();
        record.accept(command);
        return Optional.of(command);
      }
      throw new IOException("not a command");
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  /// Answers as this Redis would, in the protocol version that the client asked for.
  public void reply(FakeRedis redis, List<String> command) throws IOException {
    Resp reply = redis.execute(command);
    if (command.get(0).toUpperCase(Locale.ROOT).equals("HELLO") && reply instanceof Resp.Pairs) {
      resp3 = command.size() > 1 && command.get(1).equals("3");
    }
    send(reply.raw(resp3));
  }

  /// Waits until the client has said anything, without reading it.
  public void awaitInput() throws IOException {
    int b = in.read();
    if (b >= 0) {
      in.unread(b);
    }
  }

  /// One byte a char.
  public void send(String raw) throws IOException {
    send(raw.getBytes(StandardCharsets.ISO_8859_1));
  }

  public void send(byte[] raw) throws IOException {
    out.write(raw);
    out.flush();
  }

  /// Reads and ignores everything until the client goes.
  public void holdOpen() throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }

  /// Closing will send a reset instead of an orderly end.
  public void resetOnClose() throws IOException {
    socket.setSoLinger(true, 0);
  }

  /// Sleeps, for behaviours that are slow.
  ///
  /// @throws IOException when the server is closed meanwhile
  public void pause(Duration duration) throws IOException {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
