package dev.upkeep.control.instance;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.Samples;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.server.ControlServer;
import dev.upkeep.control.server.Limits;
import dev.upkeep.control.wire.RawClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/// A fake agent behind a real socket.
public final class Served implements AutoCloseable {
  static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          256,
          Duration.ofSeconds(10),
          4096);

  public final AgentPlace place;
  final InstanceLock lock;
  public final ControlServer server;

  private Served(AgentPlace place, InstanceLock lock, ControlServer server) {
    this.place = place;
    this.lock = lock;
    this.server = server;
  }

  public static Served by(AgentApi agent, Path folder) throws IOException {
    return by(agent, folder, LIMITS);
  }

  public static Served by(AgentApi agent, Path folder, Limits limits) throws IOException {
    AgentPlace place = AgentPlace.in(folder);
    InstanceLock lock = InstanceLock.tryAcquire(place).orElseThrow();
    ControlServer server = new ControlServer(lock, agent, InstantSource.fixed(Samples.NOW), limits);
    server.start();
    return new Served(place, lock, server);
  }

  public ControlClient client() throws AgentException {
    return ControlClient.connect(place);
  }

  public RawClient raw() throws IOException {
    return RawClient.connect(place.socket());
  }

  /// Waits until every client is gone.
  public void awaitNoConnections() {
    while (server.connections() > 0) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    server.close();
    lock.close();
  }
}
