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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The Upstash Developer API as its documentation has it (`devops/developer-api/openapi.yml` of the
/// vendor's documentation, with HTTP Basic): `GET /v2/redis/databases`, `GET` and `DELETE
/// /v2/redis/database/{id}`, `GET /v2/redis/stats/{id}`. It was never compared with the real one.
///
/// What is assumed, because no document says it:
///
/// - a read-only key is refused with status 403 and a JSON text that contains "Readonly API key";
///   that text is what the vendor's own server looks for, the status is a guess
/// - a full key that deletes what does not exist hears 404 and a JSON text
/// - what a read-only key does not see of a database is absent, not masked ([#hidingSecrets])
/// - the counters of the month begin at zero with the first of the month in UTC
/// - a database that was archived or deleted is in no list any more, and its stats are 404
public final class FakeDeveloperApi implements AutoCloseable {
  public static final String EMAIL = "someone@example.com";

  private static final String ONE = "/v2/redis/database/";
  private static final String STATS = "/v2/redis/stats/";
  private static final List<String> SERIES =
      List.of(
          "connection_count",
          "keyspace",
          "throughput",
          "diskusage",
          "latencymean",
          "latency_99",
          "read_latency_mean",
          "read_latency_99",
          "write_latency_mean",
          "write_latency_99",
          "hits",
          "misses",
          "read",
          "write",
          "dailyrequests",
          "dailybilling",
          "bandwidths");

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<JsonObject> databases = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, JsonObject> stats = new ConcurrentHashMap<>();
  private volatile Optional<HttpReply> canned = Optional.empty();
  private volatile boolean silent;
  private volatile boolean readOnly;
  private volatile boolean hiding;
  private volatile String email = EMAIL;
  private volatile String key;

  private FakeDeveloperApi(HttpServer server, String apiKey) {
    this.server = server;
    this.key = apiKey;
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

  /// Another one in the place of what there was.
  public FakeDeveloperApi replaced(List<JsonObject> all) {
    databases.clear();
    databases.addAll(all);
    return this;
  }

  /// The database of this id is gone.
  public FakeDeveloperApi without(String id) {
    databases.removeIf(one -> one.get("database_id").getAsString().equals(id));
    stats.remove(id);
    return this;
  }

  /// From now on the key may only read.
  public FakeDeveloperApi readOnly() {
    readOnly = true;
    return this;
  }

  /// From now on the key does not see how to get into a database.
  public FakeDeveloperApi hidingSecrets() {
    hiding = true;
    return this;
  }

  /// From now on it is the account of this address.
  public FakeDeveloperApi of(String newEmail) {
    email = newEmail;
    return this;
  }

  /// From now on another key is the right one.
  public FakeDeveloperApi revoked() {
    key = "another key";
    return this;
  }

  /// What is counted of a database, in the members of the description.
  public FakeDeveloperApi counting(String id, long reads, long writes) {
    JsonObject json = new JsonObject();
    JsonObject point = new JsonObject();
    point.addProperty("x", "2026-11-30 15:12:52.76649148 +0000 UTC");
    point.addProperty("y", reads + writes);
    JsonArray series = new JsonArray();
    series.add(point);
    for (String list : SERIES) {
      json.add(list, series.deepCopy());
    }
    json.add("monitor_count", point);
    JsonArray days = new JsonArray();
    days.add("Monday");
    json.add("days", days);
    json.addProperty("daily_net_commands", reads + writes);
    json.addProperty("daily_read_requests", reads);
    json.addProperty("daily_write_requests", writes);
    json.addProperty("dailybandwidth", 2_048);
    json.addProperty("total_monthly_bandwidth", 50_444);
    json.addProperty("total_monthly_requests", reads + writes);
    json.addProperty("total_monthly_read_requests", reads);
    json.addProperty("total_monthly_write_requests", writes);
    json.addProperty("total_monthly_script_requests", 0);
    json.addProperty("total_monthly_storage", 4_096);
    json.addProperty("current_storage", 1_024);
    json.addProperty("total_monthly_billing", 0.0);
    json.addProperty("queue_optimized", false);
    JsonObject command = new JsonObject();
    command.addProperty("metric_identifier", "SET");
    command.add("data_points", series.deepCopy());
    JsonArray commands = new JsonArray();
    commands.add(command);
    json.add("command_counts", commands);
    return counting(id, json);
  }

  /// The same in any form.
  public FakeDeveloperApi counting(String id, JsonObject json) {
    stats.put(id, json);
    return this;
  }

  /// With the limits that the description knows.
  public static JsonObject limited(JsonObject database, long requests, long bytes) {
    database.addProperty("db_request_limit", requests);
    database.addProperty("db_memory_threshold", bytes);
    database.addProperty("db_disk_threshold", bytes);
    return database;
  }

  /// From now on every request is answered as its path and key deserve, again.
  public FakeDeveloperApi answeringAgain() {
    canned = Optional.empty();
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
                .encodeToString((email + ":" + key).getBytes(StandardCharsets.UTF_8));
    if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return HttpReply.json(401, "\"Unauthorized\"");
    }
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("DELETE") && path.startsWith(ONE)) {
      return delete(path.substring(ONE.length()));
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      return HttpReply.json(405, "\"Method not allowed\"");
    }
    if (path.equals("/v2/redis/databases")) {
      JsonArray all = new JsonArray();
      databases.forEach(one -> all.add(seen(one, false)));
      return HttpReply.json(200, all.toString());
    }
    if (path.startsWith(ONE)) {
      boolean hide = "credentials=hide".equals(exchange.getRequestURI().getQuery());
      return found(
          databases.stream()
              .filter(one -> path.equals(ONE + one.get("database_id").getAsString()))
              .findFirst()
              .map(one -> seen(one, hide)));
    }
    if (path.startsWith(STATS)) {
      return found(Optional.ofNullable(stats.get(path.substring(STATS.length()))));
    }
    return found(Optional.empty());
  }

  private static HttpReply found(Optional<JsonObject> one) {
    return one.map(json -> HttpReply.json(200, json.toString()))
        .orElseGet(() -> HttpReply.json(404, "\"Not found\""));
  }

  private HttpReply delete(String id) {
    if (readOnly) {
      return HttpReply.json(403, "\"Readonly API key can not be used for this operation\"");
    }
    boolean there = databases.removeIf(one -> one.get("database_id").getAsString().equals(id));
    return there ? HttpReply.json(200, "\"OK\"") : HttpReply.json(404, "\"database not found\"");
  }

  private JsonObject seen(JsonObject one, boolean hide) {
    JsonObject seen = one.deepCopy();
    if (hide || hiding) {
      List.of("password", "rest_token", "read_only_rest_token").forEach(seen::remove);
    }
    return seen;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    executor.shutdownNow();
  }
}
