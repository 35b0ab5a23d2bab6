package dev.upkeep.agent.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.upkeep.control.AgentException;
import dev.upkeep.definitions.MetricsAddress;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves two pages over HTTP to whoever asks: metrics, and whether the agent is well. Nothing can
/// be changed there, and nothing on either page is secret.
///
/// A slow or hostile reader holds one of a few connections, for seconds, and never the agent's
/// thread.
public final class MetricsServer implements AutoCloseable {
  public static final String METRICS = "/metrics";
  static final String HEALTH = "/healthz";

  private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);

  /// The server of the JDK is configured by properties alone, which it reads once. Times are in
  /// seconds, but for the last: how often it looks for requests that take too long, in ms.
  private static final Map<String, String> LIMITS =
      Map.of(
          "jdk.httpserver.maxConnections", "16",
          "sun.net.httpserver.maxIdleConnections", "4",
          "sun.net.httpserver.maxReqHeaders", "50",
          "sun.net.httpserver.maxReqHeaderSize", "16384",
          "sun.net.httpserver.maxReqTime", "10",
          "sun.net.httpserver.maxRspTime", "20",
          "sun.net.httpserver.timerMillis", "5000");

  private final MetricsAddress address;
  private final HttpServer server;
  private final ExecutorService threads;
  private final Pages pages;

  /// What is served. Asked from threads of the server's own.
  public interface Pages {
    /// What the metrics tell.
    ///
    /// @throws AgentException if the agent does not answer
    MetricsSnapshot scrape() throws AgentException;

    /// What is wrong with the agent, as a sentence.
    ///
    /// @throws AgentException if it does not answer
    Optional<String> trouble() throws AgentException;
  }

  private record Reply(int status, String contentType, String text) {
    static Reply sentence(int status, String sentence) {
      return new Reply(status, "text/plain; charset=utf-8", sentence + "\n");
    }
  }

  private MetricsServer(
      MetricsAddress address, HttpServer server, ExecutorService threads, Pages pages) {
    this.address = address;
    this.server = server;
    this.threads = threads;
    this.pages = pages;
  }

  /// Listens.
  ///
  /// @throws IOException if the address cannot be had
  public static MetricsServer open(MetricsAddress address, Pages pages) throws IOException {
    LIMITS.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
    HttpServer server = HttpServer.create(address.socket(), 0);
    MetricsServer opened =
        new MetricsServer(
            address.onPort(server.getAddress().getPort()),
            server,
            // One for each connection, of which there are few.
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("metrics").factory()),
            pages);
    server.setExecutor(opened.threads);
    server.createContext("/", opened::handle);
    server.start();
    return opened;
  }

  /// Where it listens, with the port that it was given.
  public MetricsAddress address() {
    return address;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, reply(exchange));
    } catch (RuntimeException e) {
      LOG.error("A page of metrics could not be made.", e);
    }
  }

  private Reply reply(HttpExchange exchange) {
    if (address.loopback()
        && !LoopbackHost.named(
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")))) {
      // A page of the web whose name leads here reads nothing; see LoopbackHost.
      return Reply.sentence(403, "Ask by 127.0.0.1, [::1] or localhost.");
    }
    String path = exchange.getRequestURI().getRawPath();
    if (!path.equals(METRICS) && !path.equals(HEALTH)) {
      return Reply.sentence(404, "There are " + METRICS + " and " + HEALTH + ".");
    }
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      return Reply.sentence(405, "Nothing can be changed here.");
    }
    return path.equals(METRICS) ? metrics(exchange) : health();
  }

  private Reply metrics(HttpExchange exchange) {
    try {
      MetricsPage.Page page =
          MetricsPage.of(
              pages.scrape(),
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept")).orElse(""));
      return new Reply(200, page.contentType(), page.text());
    } catch (AgentException e) {
      return Reply.sentence(503, String.valueOf(e.getMessage()));
    }
  }

  private Reply health() {
    Optional<String> trouble;
    try {
      trouble = pages.trouble();
    } catch (AgentException e) {
      trouble = Optional.of(String.valueOf(e.getMessage()));
    }
    JsonBuilder json =
        Json.object()
            .put("status", trouble.isEmpty() ? "ok" : "unavailable")
            .putIfPresent("reason", trouble);
    return new Reply(
        trouble.isEmpty() ? 200 : 503, "application/json", json.build().write() + "\n");
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    byte[] body = reply.text().getBytes(StandardCharsets.UTF_8);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(reply.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(reply.status(), body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /// Gives the address up at once; pages that are being sent are cut off.
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
