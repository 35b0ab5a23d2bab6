package dev.upkeep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A real Sentinel on 127.0.0.1 that watches one server under the name [#MASTER].
public final class SentinelServer implements AutoCloseable {
  public static final String MASTER = "shop-db.1";

  private static final int PORT_CLASHES = 5;

  private final RedisProcess process;
  private final int port;

  private SentinelServer(RedisProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Without TLS and without a password of its own.
  public static SentinelServer watching(RedisServer master) {
    return watching("127.0.0.1", master.port(), Optional.empty(), List.of());
  }

  /// With whatever else it is to be told.
  ///
  /// @param more lines of its configuration
  public static SentinelServer watching(
      String host, int masterPort, Optional<ServerIdentity> tls, List<String> more) {
    for (int clashes = 0; ; clashes++) {
      int port = freePort();
      List<String> lines = new ArrayList<>(List.of("bind 127.0.0.1"));
      if (tls.isPresent()) {
        lines.add("port 0");
        lines.add("tls-port " + port);
        lines.add("tls-cert-file " + tls.get().certificateFile());
        lines.add("tls-key-file " + tls.get().keyFile());
        lines.add("tls-ca-cert-file " + Certificates.caFile());
        lines.add("tls-auth-clients no");
      } else {
        lines.add("port " + port);
      }
      lines.add("sentinel monitor " + MASTER + " " + host + " " + masterPort + " 1");
      lines.addAll(more);
      RedisProcess process = RedisProcess.start(lines, "--sentinel");
      Wait.until("Sentinel", () -> !process.isAlive() || process.log().contains("Sentinel ID is"));
      if (process.isAlive()) {
        return new SentinelServer(process, port);
      }
      boolean again = process.lostItsPort() && clashes < PORT_CLASHES;
      String log = process.log();
      process.deleteFolder();
      if (!again) {
        throw new IllegalStateException(log);
      }
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.kill();
    process.deleteFolder();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
