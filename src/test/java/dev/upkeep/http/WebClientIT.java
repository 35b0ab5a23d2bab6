package dev.upkeep.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebClientIT {
  private static final String PATH = "/canary-path?canary-query";

  @Test
  void aRequestArrivesAsItWasMeant() throws Exception {
    CompletableFuture<String> head = new CompletableFuture<>();
    try (RawServer server =
            new RawServer(socket -> {
              String text = RawServer.readHead(socket);
              byte[] body = socket.getInputStream().readNBytes(6);
              head.complete(text + new String(body, StandardCharsets.UTF_8));
              RawServer.write(
                  socket, "HTTP/1.1 201 OK\r\nX-Sync: one\r\nContent-Length: 3\r\n\r\n\u00e9!");
            });
        WebClient client = WebClient.to(server.uri("http", "/"))) {
      Response response =
          client.send(
              Request.postJson(server.uri("http", "/a/b?c=d"), "\"é\"ok")
                  .withHeader("Authorization", "Bearer token"));

      assertThat(response.status()).isEqualTo(201);
      assertThat(response.ok()).isTrue();
      assertThat(response.body()).isEqualTo("é!");
      assertThat(response.header("x-SYNC")).contains("one");
      assertThat(response.header("X-Absent")).isEmpty();
      assertThat(head.get(5, TimeUnit.SECONDS))
          .startsWith("POST /a/b?c=d HTTP/1.1\r\n")
          .contains("Authorization: Bearer token\r\n")
          .contains("Content-Type: application/json\r\n")
          .contains("User-Agent: Upkeep\r\n")
          .doesNotContainIgnoringCase("upgrade")
          .endsWith("\r\n\r\n\"é\"ok");
    }
  }

  @Test
  void severalRequestsShareOneConnection() throws Exception {
    try (RawServer server =
            new RawServer(socket -> {
              while (!RawServer.readHead(socket).isEmpty()) {
                RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
              }
            });
        WebClient client = WebClient.to(server.uri("http", "/"))) {
      SendTimings first = client.send(Request.get(server.uri("http", "/1"))).timings();
      SendTimings second = client.send(Request.get(server.uri("http", "/2"))).timings();

      assertThat(server.connections()).isEqualTo(1);
      assertThat(first.resolve()).isPresent();
      assertThat(second.resolve()).isEmpty();
      assertThat(second.exchange()).isPresent();
    }
  }

  @Test
  void redirectsAreAnswersAndAreNotFollowed() throws Exception {
    try (RawServer server =
            RawServer.answering(
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
        WebClient client = WebClient.to(server.uri("http", "/"))) {
      assertThat(client.send(Request.get(server.uri("http", PATH))).status()).isEqualTo(302);
    }
  }

  @Test
  void anUnauthorizedAnswerWithoutAChallengeIsAnAnswer() throws Exception {
    try (RawServer server =
            RawServer.answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno");
        WebClient client = WebClient.to(server.uri("http", "/"))) {
      assertThat(client.send(Request.get(server.uri("http", PATH))).body()).isEqualTo("no");
    }
  }

  @Test
  void aBodyMayBeAsLongAsAllowedAndNotAByteLonger() throws Exception {
    try (RawServer server =
            RawServer.answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
        WebClient client = WebClient.to(server.uri("http", "/"))) {
      Request request = Request.get(server.uri("http", PATH));

      assertThat(client.send(request.withMaxBodyBytes(5)).body()).isEqualTo("hello");
      assertFails(BodyTooLargeException.class, () -> client.send(request.withMaxBodyBytes(4)));
    }
  }

  @Test
  void anotherServerNeedsAnotherClient() {
    try (WebClient client = WebClient.to(URI.create("https://one.example/"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.send(Request.get(URI.create("https://two.example" + PATH))))
          .withMessageNotContaining("canary");
    }
  }

  @Test
  void noThreadIsLeftBehind() throws Exception {
    try (RawServer server =
        new RawServer(socket -> {
          RawServer.readHead(socket);
          RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
          readToTheEnd(socket);
        })) {
      WebClient client = WebClient.to(server.uri("http", "/"));
      client.send(Request.get(server.uri("http", PATH)));
      List<Thread> threads = clientThreads();
      assertThat(threads).isNotEmpty();

      client.close();
      for (Thread thread : threads) {
        thread.join(5_000);
      }
      assertThat(threads).noneMatch(Thread::isAlive);
    }
  }

  private static List<Thread> clientThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("HttpClient-"))
        .toList();
  }

  private static int readToTheEnd(Socket socket) throws IOException {
    int last = 0;
    while (last >= 0) {
      last = socket.getInputStream().read();
    }
    return last;
  }

  private static void assertFails(Class<? extends IOException> expected, ThrowingCallable call) {
    assertThatExceptionOfType(expected)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e).isExactlyInstanceOf(expected))
        .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain("canary"));
  }
}
