package dev.upkeep.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.testing.Wait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What readers of the metrics cannot do to an agent. Of one as a process: the JDK's server reads
/// its limits once, and other tests have servers of their own.
final class MetricsLimitsIT {
  private static final Pattern SERVED =
      Pattern.compile("Metrics are served at http://127\\.0\\.0\\.1:([1-9][0-9]*)/metrics");

  /// In ms; far beyond every limit of the server.
  private static final int PATIENCE = 90_000;

  @TempDir private Path home;
  private UpkeepProcess.Started agent;
  private int port;

  @BeforeEach
  void start() {
    agent =
        new UpkeepProcess()
            .env("UPKEEP_HOME", home.toString())
            .env("UPKEEP_PASSPHRASE", "passphrase")
            .start("agent", "--headless", "--metrics", "127.0.0.1:0");
    port =
        Wait.until(
            "address of the metrics",
            () ->
                SERVED
                    .matcher(agent.errSoFar())
                    .results()
                    .findFirst()
                    .map(found -> Integer.parseInt(found.group(1))));
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  @Test
  void a_request_that_never_ends_is_cut_off() throws IOException {
    try (Socket slow = connect()) {
      slow.getOutputStream().write("GET /metr".getBytes(StandardCharsets.US_ASCII));

      assertThat(end(slow)).isTrue();
    }
  }

  @Test
  void connections_are_few() throws IOException {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int n = 0; n < 40; n++) {
        sockets.add(connect());
      }

      assertThat(end(sockets.getLast())).isTrue();
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void a_head_without_end_is_refused() throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write("GET /metrics HTTP/1.1\r\n".getBytes(StandardCharsets.UTF_8));
      byte[] line = ("X-Filler: " + "x".repeat(1000) + "\r\n").getBytes(StandardCharsets.UTF_8);
      boolean cut = false;
      try {
        for (int n = 0; n < 10_000; n++) {
          socket.getOutputStream().write(line);
        }
      } catch (SocketException closed) {
        cut = true;
      }

      assertThat(cut).as("ten megabytes of headers are not read").isTrue();
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE);
    return socket;
  }

  /// Whether the other side ends the connection, saying nothing of what it serves.
  private static boolean end(Socket socket) throws IOException {
    try {
      byte[] rest = socket.getInputStream().readAllBytes();
      return !new String(rest, StandardCharsets.UTF_8).contains("upkeep_");
    } catch (SocketException reset) {
      return true;
    }
  }
}
