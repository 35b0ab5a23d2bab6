package dev.upkeep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A server on 127.0.0.1 that does to every client what its [Behaviour] says, and remembers what it
/// was asked. Its threads are virtual, thus daemons.
public final class BadServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Behaviour behaviour;
  private final Optional<ServerIdentity> tls;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final List<List<String>> commands = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  private BadServer(ServerSocket listener, Behaviour behaviour, Optional<ServerIdentity> tls) {
    this.listener = listener;
    this.behaviour = behaviour;
    this.tls = tls;
  }

  /// Over plain TCP.
  public static BadServer start(Behaviour behaviour) {
    return start(behaviour, Optional.empty());
  }

  /// Over TLS, with this certificate.
  public static BadServer start(Behaviour behaviour, ServerIdentity identity) {
    return start(behaviour, Optional.of(identity));
  }

  /// Answers each command, HELLO and AUTH too, with these bytes.
  public static BadServer replying(Function<List<String>, String> rawReply) {
    return start(Behaviours.replying(rawReply));
  }

  private static BadServer start(Behaviour behaviour, Optional<ServerIdentity> tls) {
    try {
      BadServer server =
          new BadServer(
              new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), behaviour, tls);
      server.spawn(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /// `redis://127.0.0.1:…`, or `rediss://localhost:…` with TLS; without a password.
  public String url() {
    return tls.isPresent() ? "rediss://localhost:" + port() : "redis://127.0.0.1:" + port();
  }

  /// Every command so far, of all connections, in the order of arrival. Those that a behaviour did
  /// not read are missing.
  public List<List<String>> commands() {
    return List.copyOf(commands);
  }

  /// How many connections were accepted so far.
  public int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    closeQuietly(listener);
    open.forEach(BadServer::closeQuietly);
    threads.forEach(Thread::interrupt);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        connections.incrementAndGet();
        spawn(() -> serve(socket));
        if (listener.isClosed()) {
          closeQuietly(socket); // close() may have looked just before we added it
        }
      } catch (IOException e) {
        // Closed, or a client that left before it was let in.
      }
    }
  }

  private void serve(Socket accepted) {
    try (accepted;
        Socket socket = tls.isPresent() ? encrypted(accepted, tls.get()) : accepted) {
      socket.setTcpNoDelay(true);
      behaviour.serve(new Visit(socket, commands::add));
    } catch (IOException e) {
      // The client went away or did not speak our protocol: whatever it was, it is over.
    } finally {
      open.remove(accepted);
    }
  }

  private static Socket encrypted(Socket socket, ServerIdentity identity) throws IOException {
    return identity.serverContext().getSocketFactory().createSocket(socket, null, true);
  }

  private void spawn(Runnable task) {
    Thread thread =
        Thread.ofVirtual()
            .name("bad-server")
            .unstarted(() -> {
              try {
                task.run();
              } finally {
                threads.remove(Thread.currentThread());
              }
            });
    threads.add(thread);
    thread.start();
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // It need not be open any more.
    }
  }
}
