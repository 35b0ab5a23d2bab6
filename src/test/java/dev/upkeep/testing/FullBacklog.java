package dev.upkeep.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// A port that listens, accepts nobody, and whose queue is full: connecting hangs, as it does with
/// a firewall that drops packets.
public final class FullBacklog implements AutoCloseable {
  private static final int ENOUGH = 64;

  private final ServerSocket listener;
  private final List<Socket> queued = new ArrayList<>();

  private FullBacklog(ServerSocket listener) {
    this.listener = listener;
  }

  public static FullBacklog start() throws IOException {
    FullBacklog server =
        new FullBacklog(new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1")));
    for (int i = 0; i < ENOUGH; i++) {
      Socket socket = new Socket();
      server.queued.add(socket);
      try {
        socket.connect(
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.port()), 300);
      } catch (SocketTimeoutException e) {
        return server;
      }
    }
    server.close();
    throw new IllegalStateException("this system queues more connections than it was told to");
  }

  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : queued) {
      socket.close();
    }
  }
}
