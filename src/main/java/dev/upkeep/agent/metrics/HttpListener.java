package dev.upkeep.agent.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes connections, each on a virtual thread of its own, one request a connection. When there are
/// too many, the one that has kept us waiting longest goes: whoever asks is answered, however many
/// say nothing.
final class HttpListener implements AutoCloseable {
  static final int CONNECTIONS = 128;

  /// A whole connection; scrapes give up after 10 s by default.
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final Duration LONGEST_CLOSING = Duration.ofSeconds(1);
  private static final Duration GOODBYE = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(100);
  private static final int MAX_IGNORED = 64 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);

  private final ServerSocket listener;
  private final Talk talk;
  private volatile Thread acceptor = Thread.currentThread();
  private final Map<Socket, Long> connections = new ConcurrentHashMap<>();

  private HttpListener(ServerSocket listener, Talk talk) {
    this.listener = listener;
    this.talk = talk;
  }

  /// What is said on one connection.
  @FunctionalInterface
  interface Talk {
    void hold(Socket socket) throws IOException;
  }

  /// Listens.
  ///
  /// @throws IOException if the address cannot be had
  static HttpListener open(InetSocketAddress address, Talk talk) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(address, CONNECTIONS);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    HttpListener listener = new HttpListener(socket, talk);
    listener.acceptor = Thread.ofVirtual().name("metrics-accept").start(listener::accept);
    return listener;
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        take(listener.accept());
      } catch (IOException e) {
        if (!listener.isClosed()) {
          LOG.warn("The address of metrics could not take a client: {}", e.getMessage());
          pause();
        }
      }
    }
  }

  private void take(Socket socket) {
    long now = System.nanoTime();
    if (connections.size() >= CONNECTIONS) {
      connections.entrySet().stream()
          .min(Comparator.comparingLong(entry -> entry.getValue() - now))
          .ifPresent(oldest -> end(oldest.getKey()));
    }
    connections.put(socket, now);
    Thread.ofVirtual().name("metrics").start(() -> serve(socket));
    Executor later =
        CompletableFuture.delayedExecutor(LONGEST.toNanos(), TimeUnit.NANOSECONDS, Runnable::run);
    later.execute(() -> end(socket));
    if (listener.isClosed()) {
      end(socket);
    }
  }

  private void serve(Socket socket) {
    try {
      talk.hold(socket);
      socket.shutdownOutput();
      ignoreRest(socket);
    } catch (IOException gone) {
      LOG.debug("A reader of metrics is gone: {}", gone.getMessage());
    } finally {
      end(socket);
    }
  }

  /// What is closed with something unread is reset, and the answer with it.
  private static void ignoreRest(Socket socket) throws IOException {
    socket.setSoTimeout((int) GOODBYE.toMillis());
    InputStream in = socket.getInputStream();
    byte[] some = new byte[4096];
    int all = 0;
    for (int count = in.read(some); count >= 0 && all < MAX_IGNORED; count = in.read(some)) {
      all += count;
    }
  }

  private void end(Socket socket) {
    connections.remove(socket);
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // That is what was wanted.
    }
  }

  private static void pause() {
    try {
      Thread.sleep(AFTER_FAILURE);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /// Gives the address up at once, and cuts off what is being sent.
  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException alreadyGone) {
      // That is what was wanted.
    }
    connections.keySet().forEach(this::end);
    try {
      // The address is free only when nobody waits at it any more.
      boolean _ = acceptor.join(LONGEST_CLOSING);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
