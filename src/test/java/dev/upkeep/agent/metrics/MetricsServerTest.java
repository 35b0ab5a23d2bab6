package dev.upkeep.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.upkeep.control.AgentException.Gone;
import dev.upkeep.definitions.MetricsAddress;
import dev.upkeep.testing.MetricsParser;
import dev.upkeep.testing.Statuses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
final class MetricsServerTest {
  private static final MetricsAddress ANY_PORT = MetricsAddress.parse(":0").orElseThrow();

  private final Told told = new Told();
  private MetricsServer server;

  /// What the agent says.
  private static final class Told implements MetricsServer.Pages {
    volatile Optional<String> trouble = Optional.empty();
    volatile boolean gone;

    @Override
    public MetricsSnapshot scrape() throws Gone {
      answer();
      return new MetricsSnapshot(
          Statuses.NOW, Statuses.agent(true), true, List.of(Statuses.alive("shop")), Map.of());
    }

    @Override
    public Optional<String> trouble() throws Gone {
      answer();
      return trouble;
    }

    private void answer() throws Gone {
      if (gone) {
        throw new Gone("The agent did not answer within 5 s.");
      }
    }
  }

  @BeforeEach
  void open() throws IOException {
    server = MetricsServer.open(ANY_PORT, told);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String ask(String request, String... headers) {
    return ask(server.address(), request, headers);
  }

  /// The whole answer to a request without a body, head and all.
  private static String ask(MetricsAddress address, String request, String... headers) {
    try (Socket socket = new Socket(address.socket().getAddress(), address.port())) {
      String head = request + " HTTP/1.1\r\nConnection: close\r\n" + lines(headers) + "\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lines(String... headers) {
    return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  @Test
  void the_metrics_are_served_in_the_format_that_is_asked_for() throws InterruptedException {
    String plain = ask("GET /metrics");
    String open = ask("GET /metrics?x=y", "Accept: application/openmetrics-text; version=1.0.0");

    assertThat(plain).startsWith("HTTP/1.1 200 ").contains("text/plain; version=0.0.4");
    assertThat(MetricsParser.parse(body(plain), false)).isNotEmpty();
    assertThat(open).startsWith("HTTP/1.1 200 ").contains("application/openmetrics-text");
    assertThat(MetricsParser.parse(body(open), true)).isNotEmpty();
  }

  @Test
  void an_agent_that_is_well_says_so() {
    assertThat(ask("GET /healthz"))
        .startsWith("HTTP/1.1 200 ")
        .contains("application/json")
        .endsWith("\r\n\r\n{\"status\":\"ok\"}\n");
  }

  @Test
  void an_agent_that_is_not_well_says_why() {
    told.trouble = Optional.of("The schedule rests.");

    assertThat(ask("GET /healthz"))
        .startsWith("HTTP/1.1 503 ")
        .endsWith("{\"status\":\"unavailable\",\"reason\":\"The schedule rests.\"}\n");
    assertThat(ask("GET /metrics")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void an_agent_that_does_not_answer_is_unavailable() {
    told.gone = true;

    assertThat(ask("GET /healthz")).startsWith("HTTP/1.1 503 ").contains("did not answer");
    assertThat(ask("GET /metrics")).startsWith("HTTP/1.1 503 ").contains("did not answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/healthz"})
  void head_is_answered_without_a_body_and_with_its_length(String path) {
    String answer = ask("HEAD " + path);

    assertThat(answer)
        .startsWith("HTTP/1.1 200 ")
        .containsIgnoringCase("content-length: " + body(ask("GET " + path)).length())
        .endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/metrics/",
        "/Metrics",
        "/healthz/../etc/passwd",
        "/%6detrics",
        "/favicon.ico"
      })
  void nothing_else_is_there(String path) {
    assertThat(ask("GET " + path)).startsWith("HTTP/1.1 404 ").doesNotContain("upkeep_");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
  void nothing_can_be_done_there(String method) {
    assertThat(ask(method + " /metrics"))
        .startsWith("HTTP/1.1 405 ")
        .containsIgnoringCase("allow: GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST:9464", "127.0.0.1:9464", "127.9.8.7", "[::1]:9464"})
  void a_loopback_address_answers_to_its_own_names(String host) {
    assertThat(ask("GET /metrics", "Host: " + host)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rebound.example",
        "rebound.example:9464",
        "localhost.rebound.example",
        "127.0.0.1.rebound.example",
        "169.254.169.254",
        "[::2]",
        "[::1].example"
      })
  void a_name_that_merely_leads_there_reads_nothing(String host) {
    for (String path : List.of("/metrics", "/healthz", "/")) {
      assertThat(ask("GET " + path, "Host: " + host))
          .startsWith("HTTP/1.1 403 ")
          .doesNotContain("shop", "status", "/metrics");
    }
  }

  @Test
  void whoever_opens_it_to_the_network_is_asked_by_any_name() throws IOException {
    MetricsAddress everywhere = MetricsAddress.parse("0.0.0.0:0").orElseThrow();
    try (MetricsServer open = MetricsServer.open(everywhere, told)) {
      MetricsAddress near =
          MetricsAddress.parse("127.0.0.1:" + open.address().port()).orElseThrow();

      assertThat(ask(near, "GET /metrics", "Host: upkeep.example:9464"))
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void an_address_that_is_taken_is_an_error_and_one_that_was_given_up_is_free() throws IOException {
    MetricsAddress address = server.address();

    assertThatIOException().isThrownBy(() -> MetricsServer.open(address, told));
    server.close();
    server = MetricsServer.open(address, told);

    assertThat(ask("GET /healthz")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void readers_that_say_nothing_keep_nobody_else_from_reading() throws IOException {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int n = 0; n < 8; n++) {
        Socket socket = connect();
        socket.getOutputStream().write("GET /metr".getBytes(StandardCharsets.US_ASCII));
        silent.add(socket);
      }

      assertThat(ask("GET /healthz")).startsWith("HTTP/1.1 200 ");
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void however_many_say_nothing_health_is_answered() throws IOException {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int n = 0; n < 2 * HttpListener.CONNECTIONS; n++) {
        Socket socket = connect();
        socket.getOutputStream().write("GET /metr".getBytes(StandardCharsets.US_ASCII));
        silent.add(socket);
        if (n % 16 == 0) {
          assertThat(ask("GET /healthz")).startsWith("HTTP/1.1 200 ");
        }
      }

      assertThat(ask("GET /healthz")).startsWith("HTTP/1.1 200 ");
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void a_hundred_scrapes_at_once_are_all_answered() throws Exception {
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService readers = Executors.newFixedThreadPool(100)) {
      CyclicBarrier together = new CyclicBarrier(100);
      for (int n = 0; n < 100; n++) {
        answers.add(
            readers.submit(() -> {
              together.await();
              return ask("GET /metrics");
            }));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get()).startsWith("HTTP/1.1 200 ").contains("upkeep_");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense\r\n\r\n", "GET /metrics\r\n\r\n", "\r\n\r\n"})
  void what_is_no_request_is_told_so(String text) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 400 ")
          .doesNotContain("upkeep_");
    }
  }

  private Socket connect() throws IOException {
    return new Socket(server.address().socket().getAddress(), server.address().port());
  }

  @Test
  void the_other_loopback_address_will_do() throws IOException {
    MetricsAddress six = MetricsAddress.parse("[::1]:0").orElseThrow();
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(six.socket());
    } catch (IOException noIpv6) {
      Assumptions.abort("this computer has no IPv6");
    }
    try (MetricsServer open = MetricsServer.open(six, told)) {
      String host = "Host: [::1]:" + open.address().port();

      assertThat(ask(open.address(), "GET /healthz", host)).startsWith("HTTP/1.1 200 ");
    }
  }
}
