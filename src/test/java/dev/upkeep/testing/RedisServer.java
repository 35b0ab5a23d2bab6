package dev.upkeep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A real `redis-server` on free ports of 127.0.0.1, which keeps nothing on disk.
///
/// The plain port is always open, also with TLS: tests need both to confuse them.
public final class RedisServer implements AutoCloseable {
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);
  private static final int PORT_CLASHES = 5;

  private final RedisProcess process;
  private final RedisServerBuilder settings;
  private final int port;
  private final int tlsPort;

  private RedisServer(RedisServerBuilder settings) {
    this.settings = settings;
    // Free now; if somebody takes one before Redis does, start() tries again.
    this.port = freePort();
    this.tlsPort = freePortOtherThan(port);
    this.process = RedisProcess.start(settings.configuration(port, tlsPort));
  }

  public static RedisServerBuilder builder() {
    return new RedisServerBuilder();
  }

  /// A server without password or TLS.
  public static RedisServer start() {
    return builder().start();
  }

  static RedisServer start(RedisServerBuilder settings) {
    for (int clashes = 0; ; clashes++) {
      RedisServer server = new RedisServer(settings);
      try {
        server.awaitReady();
        return server;
      } catch (IllegalStateException e) {
        boolean again = server.process.lostItsPort() && clashes < PORT_CLASHES;
        server.close();
        if (!again) {
          throw e;
        }
      }
    }
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return port;
  }

  public int tlsPort() {
    if (!settings.hasTls()) {
      throw new IllegalStateException("this server was started without tls()");
    }
    return tlsPort;
  }

  public Optional<String> password() {
    return settings.password();
  }

  /// `redis://`, with the password of `default` when there is one.
  public String url() {
    return "redis://" + credentials() + "127.0.0.1:" + port;
  }

  /// `rediss://` to `localhost`, with the password of `default` when there is one.
  public String tlsUrl() {
    return "rediss://" + credentials() + "localhost:" + tlsPort();
  }

  /// What a command answers, as `redis-cli` prints it; lists are lines.
  ///
  /// @throws IllegalStateException for an error reply
  public String command(String... command) {
    Resp reply = ask(command);
    if (reply instanceof Resp.Failure(String text)) {
      throw new IllegalStateException(command[0] + ": " + text);
    }
    return reply.display();
  }

  /// Every key with its value (the hex of DUMP, which does not hold the TTL).
  public Map<String, String> snapshot() {
    Map<String, String> all = new TreeMap<>();
    List<Resp> keys = ask("KEYS", "*") instanceof Resp.Items(List<Resp> found) ? found : List.of();
    for (Resp key : keys) {
      if (ask("DUMP", key.display()) instanceof Resp.Bulk(byte[] value)) {
        all.put(key.display(), HexFormat.of().formatHex(value));
      }
    }
    return all;
  }

  /// Freezes the process: it accepts connections (the kernel does) and answers nothing.
  public void pause() {
    process.signal("STOP");
  }

  public void resume() {
    process.signal("CONT");
  }

  /// Ends the process; afterwards its ports refuse.
  public void stop() {
    process.kill();
  }

  @Override
  public void close() {
    process.kill();
    process.deleteFolder();
  }

  private Resp ask(String... command) {
    try (RespClient client = RespClient.connect(port)) {
      if (password().isPresent()) {
        client.call(settings.authCommand(), password().get());
      }
      Resp reply = client.call(command);
      client.quit();
      return reply;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("redis-server did not start:\n" + process.log());
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /// A server that does not let us ask is ready, too; a replica must have caught up with its
  /// master.
  private boolean isReady() {
    try {
      String reply = ask("INFO").display();
      if (!reply.contains("process_id:")) {
        return process.isAlive();
      }
      // Somebody else's Redis may have taken the port first.
      return reply.contains("process_id:" + process.pid() + "\r")
          && reply.contains("loading:0")
          && (!settings.isReplica() || reply.contains("master_link_status:up"));
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private String credentials() {
    return password()
        .map(it -> ":" + URLEncoder.encode(it, StandardCharsets.UTF_8).replace("+", "%20") + "@")
        .orElse("");
  }

  private static int freePortOtherThan(int taken) {
    int port = freePort();
    return port == taken ? freePortOtherThan(taken) : port;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
