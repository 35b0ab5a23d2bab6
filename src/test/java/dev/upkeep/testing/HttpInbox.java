package dev.upkeep.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A web server on this computer that keeps what it is sent, and answers as the test says.
public final class HttpInbox implements AutoCloseable {
  private final HttpServer server;
  private final String scheme;
  private final List<Mail> all = new CopyOnWriteArrayList<>();
  private final List<Mail> taken = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile int status = 204;
  private volatile String body = "";
  private volatile Map<String, String> headers = Map.of();
  private volatile boolean holding;

  /// One request.
  ///
  /// @param path with its query
  /// @param headers by their names in small letters
  public record Mail(String method, String path, Map<String, String> headers, String body) {}

  private HttpInbox(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.setExecutor(Thread::startVirtualThread);
    server.createContext("/", this::answer);
    server.start();
  }

  public static HttpInbox start() {
    try {
      return new HttpInbox(HttpServer.create(here(), 50), "http");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Over TLS, with this certificate.
  public static HttpInbox start(ServerIdentity identity) {
    try {
      HttpsServer server = HttpsServer.create(here(), 50);
      server.setHttpsConfigurator(new HttpsConfigurator(identity.serverContext()));
      return new HttpInbox(server, "https");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetSocketAddress here() {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
  }

  public String url(String path) {
    return scheme + "://localhost:" + server.getAddress().getPort() + path;
  }

  /// Answers so from now on. What is answered 200 to 299 counts as taken.
  public HttpInbox answering(int newStatus) {
    return answering(newStatus, "", Map.of());
  }

  /// Answers so from now on, with a body and headers.
  public HttpInbox answering(int newStatus, String newBody, Map<String, String> newHeaders) {
    headers = newHeaders;
    body = newBody;
    status = newStatus;
    holding = false;
    return this;
  }

  /// Takes what comes and never answers.
  public HttpInbox holding() {
    holding = true;
    return this;
  }

  /// Every request, taken or not.
  public List<Mail> all() {
    return List.copyOf(all);
  }

  /// The requests that were answered as taken.
  public List<Mail> taken() {
    return List.copyOf(taken);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Mail mail =
        new Mail(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            headersOf(exchange),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    int now = status;
    boolean hold = holding;
    if (now >= 200 && now < 300 && !hold) {
      taken.add(mail);
    }
    all.add(mail);
    if (hold) {
      await();
    }
    headers.forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(now, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> headersOf(HttpExchange exchange) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    return headers;
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
