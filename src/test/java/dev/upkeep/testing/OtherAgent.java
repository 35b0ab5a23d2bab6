package dev.upkeep.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An agent of another version, as an update leaves one behind: speaks version 99 and understands
/// of ours nothing but stop, which ends it.
public final class OtherAgent implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final ServerSocketChannel listener;

  /// An agent that answers on this socket at once.
  public OtherAgent(Path socket) throws IOException {
    listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofVirtual().start(this::serve);
  }

  /// What it was asked, a line each.
  public List<String> lines() {
    return List.copyOf(lines);
  }

  private void serve() {
    while (listener.isOpen()) {
      try (SocketChannel client = listener.accept()) {
        BufferedReader in = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8));
        String line = in.readLine();
        lines.add(line);
        boolean stop = line.contains("\"stop\"");
        String answer =
            stop ? "{\"message\":\"done\"}\n" : "{\"message\":\"hello\",\"version\":99}\n";
        client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
        if (stop) {
          listener.close();
        }
      } catch (IOException gone) {
        // The client, or the test is over.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
