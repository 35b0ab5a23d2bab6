package dev.upkeep.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The Upstash Developer API as its documentation has it: `GET /v2/redis/databases` with HTTP
/// Basic. Made from the documented members alone; it was never compared with the real one.
public final class FakeDeveloperApi implements AutoCloseable {
  public static final String EMAIL = "someone@example.com";

  private final HttpServer server;
  private final String apiKey;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<JsonObject> databases = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Optional<HttpReply> canned = Optional.empty();
  private volatile boolean silent;

  private FakeDeveloperApi(HttpServer server, String apiKey) {
    this.server = server;
    this.apiKey = apiKey;
  }

  /// One account, of [#EMAIL], with this key and no databases yet.
  public static FakeDeveloperApi start(String apiKey) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      FakeDeveloperApi api = new FakeDeveloperApi(server, apiKey);
      server.setExecutor(api.executor);
      server.createContext("/", api::handle);
      server.start();
      return api;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The documented members of a database that lives at a host and port, over TLS.
  public static JsonObject database(String id, String name, String endpoint) {
    JsonObject json = new JsonObject();
    json.addProperty("database_id", id);
    json.addProperty("database_name", name);
    json.addProperty("database_type", "Pay as You Go");
    json.addProperty("region", "global");
    json.addProperty("primary_region", "eu-west-1");
    JsonArray regions = new JsonArray();
    regions.add("us-east-1");
    json.add("read_regions", regions);
    json.addProperty("type", "free");
    json.addProperty("port", 6379);
    json.addProperty("creation_time", 1_752_649_602);
    json.addProperty("budget", 20);
    json.addProperty("state", "active");
    json.addProperty("password", "pw-" + id);
    json.addProperty("user_email", EMAIL);
    json.addProperty("endpoint", endpoint);
    json.addProperty("tls", true);
    json.addProperty("eviction", false);
    json.addProperty("auto_upgrade", false);
    json.addProperty("consistent", false);
    json.addProperty("reserved_per_region_price", 0);
    json.addProperty("next_daily_backup", 1_752_739_602);
    json.addProperty("modifying_state", "");
    json.addProperty("rest_token", "AXtoken-" + id);
    json.addProperty("read_only_rest_token", "AnToken-" + id);
    return json;
  }

  /// A database of this computer, without TLS.
  public static JsonObject local(String id, String name, int port, String password) {
    JsonObject json = database(id, name, "127.0.0.1");
    json.addProperty("port", port);
    json.addProperty("tls", false);
    json.addProperty("password", password);
    return json;
  }

  public FakeDeveloperApi with(JsonObject database) {
    databases.add(database);
    return this;
  }

  public FakeDeveloperApi with(List<JsonObject> many) {
    databases.addAll(many);
    return this;
  }

  /// From now on every request, whatever its key, gets this.
  public FakeDeveloperApi answering(HttpReply reply) {
    canned = Optional.of(reply);
    return this;
  }

  /// From now on no request is answered.
  public FakeDeveloperApi silent() {
    silent = true;
    return this;
  }

  /// What arrived, as method and path.
  public List<String> requests() {
    return new ArrayList<>(requests);
  }

  /// The base address, with the version in it.
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v2");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      if (silent) {
        closed.await();
        return;
      }
      HttpReply reply = canned.orElseGet(() -> answer(exchange));
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      long length = body.length * reply.repeat();
      exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
      for (long i = 0; i < reply.repeat() && length > 0; i++) {
        exchange.getResponseBody().write(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpReply answer(HttpExchange exchange) {
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((EMAIL + ":" + apiKey).getBytes(StandardCharsets.UTF_8));
    if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return HttpReply.json(401, "\"Unauthorized\"");
    }
    if (!exchange.getRequestURI().getPath().equals("/v2/redis/databases")) {
      return HttpReply.json(404, "\"Not found\"");
    }
    JsonArray all = new JsonArray();
    databases.forEach(all::add);
    return HttpReply.json(200, all.toString());
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    executor.shutdownNow();
  }
}
