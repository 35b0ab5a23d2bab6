package dev.upkeep.control.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A client that keeps no rule.
public final class RawClient implements AutoCloseable {
  public static final String HELLO = "{\"request\":\"hello\",\"version\":" + Wire.VERSION + "}\n";

  public final SocketChannel channel;

  private RawClient(SocketChannel channel) {
    this.channel = channel;
  }

  public static RawClient connect(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket));
    return new RawClient(channel);
  }

  public RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  public RawClient send(byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
    return this;
  }

  /// The next line with its end, or less where the connection ends.
  public String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (channel.read(one.clear()) > 0) {
      line.write(one.get(0));
      if (one.get(0) == '\n') {
        break;
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /// Everything until the other side closes.
  public String rest() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer some = ByteBuffer.allocate(8192);
    try {
      while (channel.read(some.clear()) >= 0) {
        all.write(some.array(), 0, some.position());
      }
    } catch (IOException cutOff) {
      // Closed with something of ours unread: a reset is as good as an end.
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
