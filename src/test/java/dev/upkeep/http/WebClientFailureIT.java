package dev.upkeep.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebClientFailureIT {
  private static final String PATH = "/canary-path?canary-query";

  @Test
  void aServerThatStopsInTheMiddleOfTheBodyRunsIntoTheTimeoutAndIsLeft() throws Exception {
    CompletableFuture<Integer> left = new CompletableFuture<>();
    try (RawServer server =
            new RawServer(socket -> {
              RawServer.readHead(socket);
              RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx");
              left.complete(readToTheEnd(socket));
            });
        WebClient client = WebClient.to(server.uri("http", "/"))) {
      assertFails(
          SocketTimeoutException.class,
          () ->
              client.send(
                  Request.get(server.uri("http", PATH)).withTimeout(Duration.ofSeconds(1))));
      assertThat(left.get(5, TimeUnit.SECONDS)).isEqualTo(-1);
    }
  }

  @Test
  void aConnectionThatEndsEarlyIsToldApart() throws Exception {
    for (String start :
        List.of(
            "",
            "HTTP/1.1 200 OK\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel")) {
      assertFailsWith(start, EOFException.class);
    }
  }

  @Test
  void aResetIsAnEarlyEnd() throws Exception {
    try (RawServer server =
            new RawServer(socket -> {
              RawServer.readHead(socket);
              socket.setSoLinger(true, 0);
            });
        WebClient client = WebClient.to(server.uri("http", "/"))) {
      assertFails(EOFException.class, () -> client.send(Request.get(server.uri("http", PATH))));
    }
  }

  @Test
  void whatIsNotHttpIsToldApart() throws Exception {
    for (String answer :
        List.of(
            "-ERR unknown command canary-path\r\n\r\n",
            "HTTP/1.1 canary-path OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: canary-path\r\n\r\n")) {
      assertFailsWith(answer, ProtocolException.class);
    }
  }

  @Test
  void aServerThatRepeatsTheRequestGetsNothingIntoAnException() throws Exception {
    try (RawServer server =
            new RawServer(socket -> RawServer.write(socket, RawServer.readHead(socket)));
        WebClient client = WebClient.to(server.uri("http", "/"))) {
      assertFails(
          ProtocolException.class,
          () ->
              client.send(
                  Request.get(server.uri("http", PATH))
                      .withHeader("Authorization", "Bearer canary-token")));
    }
  }

  @Test
  void aPortWhereNothingListensRefuses() throws Exception {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort() + PATH);
    }
    try (WebClient client = WebClient.to(nobody)) {
      assertFails(ConnectException.class, () -> client.send(Request.get(nobody)));
    }
  }

  @Test
  void aNameThatDoesNotResolveIsToldApart() {
    // RFC 6761: this name never exists.
    URI nowhere = URI.create("https://upkeep-test.invalid" + PATH);
    try (WebClient client = WebClient.to(nowhere)) {
      assertFails(UnknownHostException.class, () -> client.send(Request.get(nowhere)));
      assertThat(client.timings()).isEqualTo(SendTimings.NONE);
    }
  }

  @Test
  void anInterruptedThreadStopsWaitingAndStaysInterrupted() throws Exception {
    CompletableFuture<Void> asked = new CompletableFuture<>();
    try (RawServer server =
            new RawServer(socket -> {
              RawServer.readHead(socket);
              asked.complete(null);
              readToTheEnd(socket);
            });
        WebClient client = WebClient.to(server.uri("http", "/"))) {
      AtomicReference<Object> seen = new AtomicReference<>();
      Thread waiting =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  client.send(Request.get(server.uri("http", PATH)));
                } catch (IOException e) {
                  seen.set(e.getClass() + " " + Thread.currentThread().isInterrupted());
                }
              });
      asked.get(5, TimeUnit.SECONDS);
      waiting.interrupt();
      waiting.join(5_000);

      assertThat(seen).hasValue(InterruptedIOException.class + " true");
    }
  }

  private static int readToTheEnd(Socket socket) throws IOException {
    int last = 0;
    while (last >= 0) {
      last = socket.getInputStream().read();
    }
    return last;
  }

  private static void assertFailsWith(String answer, Class<? extends IOException> expected)
      throws IOException {
    try (RawServer server = RawServer.answering(answer);
        WebClient client = WebClient.to(server.uri("http", "/"))) {
      assertFails(expected, () -> client.send(Request.get(server.uri("http", PATH))));
    }
  }

  private static void assertFails(Class<? extends IOException> expected, ThrowingCallable call) {
    assertThatExceptionOfType(expected)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e).isExactlyInstanceOf(expected))
        .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain("canary"));
  }
}
