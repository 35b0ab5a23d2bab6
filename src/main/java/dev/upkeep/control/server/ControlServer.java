package dev.upkeep.control.server;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.control.instance.InstanceLock;
import dev.upkeep.control.instance.Peer;
import dev.upkeep.control.instance.SocketFile;
import dev.upkeep.control.wire.Message;
import dev.upkeep.control.wire.Wire;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets other processes of the same user ask the agent, over a Unix socket that file modes, the
/// system's word on who connects, and limits protect. Every client has a thread of its own, so none
/// waits for another.
public final class ControlServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(100);
  private static final int IMPORTS = 2;

  /// As many as there are touches at a time.
  private static final int DIAGNOSES = 16;

  private final AgentPlace place;
  private final AgentApi api;
  private final Limits limits;
  private final Deadlines deadlines = new Deadlines();
  private final Answers.Shared shared;
  private final Map<ServerConnection, Thread> connections = new ConcurrentHashMap<>();
  private final Semaphore room;
  private final InstanceLock lock;
  private final Instant began;
  private volatile Optional<Bound> bound = Optional.empty();
  private volatile boolean complained;
  private volatile boolean closing;

  /// Where it listens.
  ///
  /// @param inode tells the socket's file from another one of the same name; empty where the system
  ///   has no such number
  private record Bound(
      ServerSocketChannel listener, SocketFile socket, Optional<Object> inode, UserPrincipal self) {
    boolean isThere() throws IOException {
      return socket.exists() && socket.inode().equals(inode);
    }
  }

  /// A server that does not listen yet.
  ///
  /// @param lock must be held until after [#close()]
  /// @param api is not closed
  public ControlServer(InstanceLock lock, AgentApi api, InstantSource clock) {
    this(lock, api, clock, Limits.USUAL);
  }

  public ControlServer(InstanceLock lock, AgentApi api, InstantSource clock, Limits limits) {
    this.lock = lock;
    this.place = lock.place();
    this.api = api;
    this.began = clock.instant();
    this.limits = limits;
    this.room = new Semaphore(limits.connections());
    this.shared =
        new Answers.Shared(
            new Semaphore(IMPORTS),
            late -> deadlines.arm(limits.answer(), late),
            new Semaphore(DIAGNOSES));
  }

  /// Begins to listen. Where the disk does not let it, [#tend] tries again.
  ///
  /// @throws IOException if there is no place for a socket at all, as a sentence
  public void start() throws IOException {
    place.socket();
    listen();
  }

  /// Sees that others can still find the agent, and mends it: a full disk, or a cleaner of old
  /// files, may have taken socket, note or lock. To be called every half minute, by one thread.
  ///
  /// @return false if another agent keeps here now, and this one should end
  public boolean tend() {
    if (closing) {
      return true;
    }
    try {
      if (!lock.renew()) {
        return false;
      }
      place.prepare();
      if (bound.isEmpty() || !bound.get().isThere()) {
        listen();
      } else if (!Files.exists(place.infoFile())) {
        tell(bound.get().socket());
      }
    } catch (IOException e) {
      complain(e);
    }
    return true;
  }

  private void listen() {
    try {
      Optional<Bound> before = bound;
      Bound opened = bind();
      bound = Optional.of(opened);
      before.ifPresent(old -> quietly(old.listener()::close));
      Thread.ofVirtual()
          .name("control-accept")
          .start(() -> accept(opened.listener(), opened.self()));
      if (complained) {
        LOG.info("The control socket is there again.");
        complained = false;
      }
      tell(opened.socket());
    } catch (IOException e) {
      complain(e);
    }
  }

  private Bound bind() throws IOException {
    SocketFile socket = new SocketFile(place.socket());
    // The socket file outlives a crash. We hold the lock, so nobody can be listening: delete it.
    socket.delete();
    ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      // Between these two lines the folder's mode protects it.
      opened.bind(UnixDomainSocketAddress.of(socket.path()), limits.connections());
      socket.restrict();
      return new Bound(opened, socket, socket.inode(), socket.owner());
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private void tell(SocketFile socket) throws IOException {
    place.tell(
        new AgentPlace.Info(ProcessHandle.current().pid(), Wire.VERSION, socket.path(), began));
  }

  /// Once for each time that it goes wrong.
  private void complain(IOException e) {
    if (complained) {
      LOG.debug("The control socket is not whole yet: {}", e.getMessage());
    } else {
      complained = true;
      LOG.warn(
          "Other programs may not find this agent for now: {}. The touching goes on, and Upkeep"
              + " tries again each half minute.",
          e.getMessage());
    }
  }

  private void accept(ServerSocketChannel from, UserPrincipal self) {
    while (!closing && from.isOpen()) {
      try {
        welcome(from.accept(), self);
      } catch (ClosedChannelException closed) {
        return;
      } catch (IOException e) {
        LOG.warn("The control socket could not take a client: {}", e.getMessage());
        if (!pause()) {
          return;
        }
      }
    }
  }

  private void welcome(SocketChannel channel, UserPrincipal self) throws IOException {
    if (!Peer.isUser(channel, self)) {
      turnAway(channel, "This is another user's agent.");
    } else if (!findsRoom()) {
      turnAway(channel, "The agent has too many clients. Close some.");
    } else {
      serve(new ServerConnection(channel, api, limits, deadlines, shared));
    }
  }

  /// Whoever has been quiet for longest makes room for somebody who has a question.
  private boolean findsRoom() {
    if (room.tryAcquire()) {
      return true;
    }
    long now = System.nanoTime();
    boolean _ =
        connections.keySet().stream()
            .sorted(Comparator.comparingLong(connection -> connection.quietSince() - now))
            .anyMatch(ServerConnection::makeRoom);
    try {
      return room.tryAcquire(limits.room().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static void turnAway(SocketChannel channel, String reason) throws IOException {
    try (channel) {
      // A few bytes always fit into a new socket's buffer, so this cannot block.
      String line = new Message.Ended(reason).line() + "\n";
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private void serve(ServerConnection connection) {
    Thread thread =
        Thread.ofVirtual()
            .name("control-client")
            .unstarted(() -> {
              try {
                connection.run();
              } finally {
                connections.remove(connection);
                room.release();
              }
            });
    connections.put(connection, thread);
    thread.start();
    if (closing) {
      connection.finish();
    }
  }

  /// How many clients there are.
  public int connections() {
    return connections.size();
  }

  private static boolean pause() {
    try {
      Thread.sleep(AFTER_FAILURE);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /// Takes no more clients, tells watchers, lets answers that are under way be finished for a
  /// moment, and removes the socket. A request may call this, too: its own answer is not waited
  /// for.
  @Override
  public void close() {
    closing = true;
    bound.ifPresent(own -> {
      quietly(own.listener()::close);
      connections.keySet().forEach(ServerConnection::finish);
      awaitConnections();
      connections.forEach((connection, thread) -> {
        if (thread != Thread.currentThread()) {
          connection.cut();
        }
      });
      quietly(() -> removeOurs(own));
    });
    deadlines.close();
  }

  /// What another agent has put there in the meantime stays.
  private void removeOurs(Bound own) throws IOException {
    if (own.isThere()) {
      Files.deleteIfExists(place.infoFile());
      own.socket().delete();
    }
  }

  private void awaitConnections() {
    long end = System.nanoTime() + limits.grace().toNanos();
    try {
      for (Thread thread : connections.values()) {
        long left = end - System.nanoTime();
        if (thread != Thread.currentThread() && left > 0) {
          thread.join(Duration.ofNanos(left));
        }
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void quietly(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      LOG.debug("Closing the control socket: {}", e.getMessage());
    }
  }
}
