package dev.upkeep.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import dev.upkeep.alert.service.Delivery;
import dev.upkeep.alert.service.Delivery.Delivered;
import dev.upkeep.alert.service.Delivery.NotDelivered;
import dev.upkeep.alert.service.Delivery.Silent;
import dev.upkeep.alert.service.Post;
import dev.upkeep.database.Secret;
import dev.upkeep.testing.HttpInbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AlertDeliveryIT {
  private static final Post FAILED = Posts.failed(List.of(WebhookBodiesTest.failed("shop")));

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch testIsOver = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 10);
    server.setExecutor(Thread::startVirtualThread);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          String path = exchange.getRequestURI().toString();
          requests.add(
              (exchange.getRequestMethod()
                      + " "
                      + path
                      + " "
                      + new String(body, StandardCharsets.UTF_8))
                  .strip());
          if (path.contains("slow")) {
            awaitTheEnd();
          }
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          String status = path.replaceFirst(".*status-", "");
          exchange.sendResponseHeaders(status.equals(path) ? 204 : Integer.parseInt(status), -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    testIsOver.countDown();
    server.stop(0);
  }

  @Test
  void aWebhookIsPostedAsJson() {
    assertThat(webhook("/canary").send(FAILED)).isEqualTo(new Delivered(204));
    assertThat(requests).containsExactly("POST /canary " + WebhookBodiesTest.body("json", FAILED));
  }

  @Test
  void anErrorIsNotDelivered() {
    assertThat(webhook("/canary/status-500").send(FAILED))
        .isEqualTo(new NotDelivered("127.0.0.1 answered with an error (500)"));
  }

  @Test
  void aRedirectIsNotFollowed() {
    assertThat(webhook("/canary/status-302").send(FAILED))
        .isEqualTo(new NotDelivered("127.0.0.1 redirects elsewhere (302)"));
    assertThat(requests).hasSize(1);
  }

  @Test
  void aSlowServiceIsGivenUp() {
    HttpDelivery hasty = new HttpDelivery(Duration.ofMillis(300));

    assertThat(new Webhook(uri("/canary/slow"), hasty).send(FAILED))
        .isEqualTo(new NotDelivered("127.0.0.1 did not answer completely in time"));
    assertThat(new Heartbeat(uri("/canary/slow"), hasty).up("ok", Duration.ZERO))
        .isInstanceOf(NotDelivered.class);
  }

  @Test
  void aRefusedConnectionIsNotDelivered() {
    Webhook webhook = webhook("/canary");
    stop();

    assertThat(webhook.send(FAILED))
        .isEqualTo(new NotDelivered("127.0.0.1 refused the connection"));
  }

  @Test
  void aNameThatDoesNotResolveIsNotDelivered() {
    Webhook webhook = Webhook.of(Secret.of("https://upkeep-test.invalid/canary"));

    assertThat(webhook.send(FAILED))
        .isEqualTo(new NotDelivered("the name upkeep-test.invalid does not resolve"));
  }

  @Test
  void aServiceWithoutTlsIsNotDelivered() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      Thread.ofVirtual().start(() -> answerInPlainText(plain));
      String url = "https://127.0.0.1:" + plain.getLocalPort() + "/canary";

      assertThat(Webhook.of(Secret.of(url)).send(FAILED))
          .isEqualTo(new NotDelivered("no trusted encrypted connection to 127.0.0.1"));
    }
  }

  @Test
  void aHeartbeatIsAGet() {
    assertThat(heartbeat("/canary?x=1").up("ok", Duration.ZERO)).isEqualTo(new Delivered(204));
    assertThat(requests).containsExactly("GET /canary?x=1");
  }

  @Test
  void aFailureIsReportedWhereTheServiceHasAForm() {
    Heartbeat kuma = heartbeat("/api/push/canary?status=up&msg=OK&ping=");

    assertThat(kuma.up("2 databases", Duration.ofMillis(42))).isEqualTo(new Delivered(204));
    assertThat(kuma.down("shop: no answer")).isEqualTo(new Delivered(204));
    assertThat(requests)
        .containsExactly(
            "GET /api/push/canary?status=up&msg=2+databases&ping=42",
            "GET /api/push/canary?status=down&msg=shop%3A+no+answer");
  }

  @ParameterizedTest
  @CsvSource({
    "200, '{\"ok\":true}', ''",
    "200, pong, ''",
    "200, '{\"ok\":false,\"msg\":\"Paused.\"}', 'localhost answered with an error (200): Paused'",
    "404, '{\"ok\":false,\"msg\":\"Monitor not found: canary.\"}',"
        + " 'localhost answered with an error (404): Monitor not found: •••'",
    "404, nothing, 'localhost answered with an error (404)'"
  })
  void whatUptimeKumaSaysIsTold(int status, String body, String problem) {
    try (HttpInbox kuma = HttpInbox.start().answering(status, body, Map.of())) {
      Delivery delivery =
          Heartbeat.of(Secret.of(kuma.url("/api/push/canary"))).up("all", Duration.ZERO);

      assertThat(delivery instanceof NotDelivered not ? not.reason() : "").isEqualTo(problem);
      assertThat(kuma.all()).extracting(HttpInbox.Mail::method).containsExactly("GET");
    }
  }

  @Test
  void aFailureIsSilenceForAnUnknownService() {
    assertThat(heartbeat("/canary").down("shop: no answer")).isEqualTo(new Silent());
    assertThat(requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "canary", "http://canary.example/x", "https://u:canary@x.example/", "ftp://c"})
  void anUnusableAddressIsExplainedAndNotRepeated(String url) {
    for (String problem :
        List.of(Webhook.problem(url).orElseThrow(), Heartbeat.problem(url).orElseThrow())) {
      assertThat(problem).doesNotContain("canary").endsWith(".");
    }
    if (!url.isEmpty()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Webhook.of(Secret.of(url)))
          .withMessageNotContaining("canary");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Heartbeat.of(Secret.of(url)))
          .withMessageNotContaining("canary");
    }
  }

  @Test
  void usableAddressesHaveNoProblemAndAreNotPrinted() {
    assertThat(Webhook.problem("https://hooks.slack.com/services/canary")).isEmpty();
    assertThat(Heartbeat.problem("https://hc-ping.com/canary")).isEmpty();
    assertThat(webhook("/canary")).hasToString("Webhook[127.0.0.1]");
    assertThat(heartbeat("/canary")).hasToString("Heartbeat[127.0.0.1]");
  }

  private Webhook webhook(String path) {
    return Webhook.of(Secret.of(uri(path).toString()));
  }

  private Heartbeat heartbeat(String path) {
    return Heartbeat.of(Secret.of(uri(path).toString()));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static void answerInPlainText(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      socket
          .getOutputStream()
          .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      while (socket.getInputStream().read() >= 0) {
        // Until the client has seen enough.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitTheEnd() {
    try {
      testIsOver.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
