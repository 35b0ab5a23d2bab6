package dev.upkeep.agent.metrics;

import dev.upkeep.control.AgentException;
import dev.upkeep.definitions.MetricsAddress;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves two pages over HTTP to whoever asks: metrics, and whether the agent is well. Nothing can
/// be changed there, and nothing on either page is secret.
///
/// A slow or hostile reader holds one of many connections, for seconds, and makes room for others
/// when there are too many; it never holds the agent's thread.
public final class MetricsServer implements AutoCloseable {
  public static final String METRICS = "/metrics";
  static final String HEALTH = "/healthz";

  private static final String UNAVAILABLE = "Service Unavailable";

  private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);

  private static final Duration REQUEST = Duration.ofSeconds(10);

  private final MetricsAddress address;
  private final Pages pages;
  private Optional<HttpListener> listener = Optional.empty();

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

  private record Reply(int status, String words, String contentType, String text) {
    static Reply sentence(int status, String words, String sentence) {
      return new Reply(status, words, "text/plain; charset=utf-8", sentence + "\n");
    }
  }

  private MetricsServer(MetricsAddress address, Pages pages) {
    this.address = address;
    this.pages = pages;
  }

  /// Listens.
  ///
  /// @throws IOException if the address cannot be had
  public static MetricsServer open(MetricsAddress address, Pages pages) throws IOException {
    MetricsServer asked = new MetricsServer(address, pages);
    HttpListener listener = HttpListener.open(address.socket(), asked::hold);
    MetricsServer opened = new MetricsServer(address.onPort(listener.port()), pages);
    opened.listener = Optional.of(listener);
    return opened;
  }

  /// Where it listens, with the port that it was given.
  public MetricsAddress address() {
    return address;
  }

  private void hold(Socket socket) throws IOException {
    RequestHead head;
    try {
      head = RequestHead.read(socket, REQUEST);
    } catch (RequestHead.MalformedException e) {
      send(socket, false, Reply.sentence(400, "Bad Request", "This is no request of HTTP."));
      return;
    }
    try {
      send(socket, head.method().equals("HEAD"), reply(head));
    } catch (RuntimeException e) {
      LOG.error("A page of metrics could not be made.", e);
    }
  }

  private Reply reply(RequestHead head) {
    if (address.loopback() && !LoopbackHost.named(head.header("host"))) {
      // A page of the web whose name leads here reads nothing; see LoopbackHost.
      return Reply.sentence(403, "Forbidden", "Ask by 127.0.0.1, [::1] or localhost.");
    }
    if (!head.path().equals(METRICS) && !head.path().equals(HEALTH)) {
      return Reply.sentence(404, "Not Found", "There are " + METRICS + " and " + HEALTH + ".");
    }
    if (!head.method().equals("GET") && !head.method().equals("HEAD")) {
      return Reply.sentence(405, "Method Not Allowed", "Nothing can be changed here.");
    }
    return head.path().equals(METRICS) ? metrics(head) : health();
  }

  private Reply metrics(RequestHead head) {
    try {
      MetricsPage.Page page = MetricsPage.of(pages.scrape(), head.header("accept").orElse(""));
      return new Reply(200, "OK", page.contentType(), page.text());
    } catch (AgentException e) {
      return Reply.sentence(503, UNAVAILABLE, String.valueOf(e.getMessage()));
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
        trouble.isEmpty() ? 200 : 503,
        trouble.isEmpty() ? "OK" : UNAVAILABLE,
        "application/json",
        json.build().write() + "\n");
  }

  private static void send(Socket socket, boolean headOnly, Reply reply) throws IOException {
    byte[] body = reply.text().getBytes(StandardCharsets.UTF_8);
    List<String> head = new ArrayList<>();
    head.add("HTTP/1.1 " + reply.status() + " " + reply.words());
    head.add("Content-Type: " + reply.contentType());
    head.add("Content-Length: " + body.length);
    head.add("Cache-Control: no-store");
    head.add("X-Content-Type-Options: nosniff");
    if (reply.status() == 405) {
      head.add("Allow: GET, HEAD");
    }
    head.add("Connection: close");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes((String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    if (!headOnly) {
      whole.writeBytes(body);
    }
    socket.getOutputStream().write(whole.toByteArray());
  }

  /// Gives the address up at once; pages that are being sent are cut off.
  @Override
  public void close() {
    listener.ifPresent(HttpListener::close);
  }
}
