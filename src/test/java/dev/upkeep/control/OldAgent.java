package dev.upkeep.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Answers every connection with another version.
public record OldAgent(ServerSocketChannel listener) implements AutoCloseable {
  public static OldAgent listenAt(Path socket) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofVirtual()
        .start(() -> {
          try {
            while (true) {
              try (SocketChannel client = listener.accept()) {
                String hello = "{\"message\":\"hello\",\"version\":99,\"more\":true}\n";
                client.write(ByteBuffer.wrap(hello.getBytes(StandardCharsets.UTF_8)));
              }
            }
          } catch (IOException closed) {
            // The end of the test.
          }
        });
    return new OldAgent(listener);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
