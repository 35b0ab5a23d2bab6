package dev.upkeep.testing;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/// The Upstash REST API on 127.0.0.1, as its documentation describes it: one command at `/`,
/// several at `/pipeline`, a Bearer token, errors in the body, and a sync token for replicas that
/// lag. See <https://upstash.com/docs/redis/features/restapi>.
public final class FakeUpstash implements AutoCloseable {
  public static final String TOKEN = "AYNgAS2553feg6a2d9842h2a0gcdb5f8efe9934DQ=";
  public static final String READ_ONLY_TOKEN = "AoNgASQgYmE2NGFlYTQtOTk4NC00M2JhLTk2MTk0DQ=";
  private static final String SYNC_TOKEN = "upstash-sync-token";
  private static final Set<String> NOT_OVER_REST =
      Set.of("AUTH", "HELLO", "CLIENT", "SELECT", "QUIT");

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final FakeRedis redis = new FakeRedis();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicReference<Optional<HttpReply>> canned =
      new AtomicReference<>(Optional.empty());

  /// What arrived.
  ///
  /// @param headers names in lower case
  public record Request(String method, String path, Map<String, String> headers, String body) {}

  private FakeUpstash(HttpServer server) {
    this.server = server;
  }

  /// Over plain HTTP.
  public static FakeUpstash start() {
    try {
      return started(HttpServer.create(here(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Over HTTPS, with this certificate.
  public static FakeUpstash start(ServerIdentity identity) {
    try {
      HttpsServer server = HttpsServer.create(here(), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(identity.serverContext()));
      return started(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FakeUpstash started(HttpServer server) {
    FakeUpstash upstash = new FakeUpstash(server);
    server.setExecutor(upstash.executor);
    server.createContext("/", upstash::handle);
    server.start();
    return upstash;
  }

  private static InetSocketAddress here() {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
  }

  /// `http://127.0.0.1:…`, or `https://localhost:…` with a certificate.
  public URI uri() {
    String base = server instanceof HttpsServer ? "https://localhost:" : "http://127.0.0.1:";
    return URI.create(base + server.getAddress().getPort());
  }

  /// What is behind it; its faults are set here: [FakeRedis#failing], [FakeRedis#staleReads]. A
  /// read that carries the current sync token is never stale.
  public FakeRedis redis() {
    return redis;
  }

  /// From now on every request, whatever its token, gets this.
  public FakeUpstash answering(HttpReply reply) {
    canned.set(Optional.of(reply));
    return this;
  }

  /// From now on it behaves again.
  public FakeUpstash answeringNormally() {
    canned.set(Optional.empty());
    return this;
  }

  /// All requests so far.
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = received(exchange);
      requests.add(request);
      HttpReply reply = canned.get().orElseGet(() -> answer(request));
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set(SYNC_TOKEN, syncToken());
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      long length = body.length * reply.repeat();
      exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
      for (long i = 0; i < reply.repeat() && length > 0; i++) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static Request received(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        Map.copyOf(headers),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private HttpReply answer(Request request) {
    String authorization = request.headers().getOrDefault("authorization", "");
    boolean readOnly = authorization.equals("Bearer " + READ_ONLY_TOKEN);
    if (!readOnly && !authorization.equals("Bearer " + TOKEN)) {
      return HttpReply.json(401, error("WRONGPASS invalid or missing auth token").toString());
    }
    if (!request.method().equals("POST")) {
      return HttpReply.json(405, error("ERR method not allowed").toString());
    }
    boolean upToDate = syncToken().equals(request.headers().get(SYNC_TOKEN));
    try {
      JsonArray body = JsonParser.parseString(request.body()).getAsJsonArray();
      return switch (request.path()) {
        case "/" -> {
          JsonObject result = run(body, readOnly, upToDate);
          yield HttpReply.json(result.has("error") ? 400 : 200, text(result));
        }
        case "/pipeline" -> {
          JsonArray results = new JsonArray();
          body.forEach(it -> results.add(run(it.getAsJsonArray(), readOnly, upToDate)));
          yield HttpReply.json(200, text(results));
        }
        default -> HttpReply.json(400, error("ERR Command is not available").toString());
      };
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
      return HttpReply.json(400, error("ERR failed to parse request body").toString());
    }
  }

  private JsonObject run(JsonArray array, boolean readOnly, boolean upToDate) {
    List<String> command = new ArrayList<>();
    array.forEach(it -> command.add(it.getAsString()));
    String name = command.isEmpty() ? "" : command.get(0).toUpperCase(Locale.ROOT);
    if (NOT_OVER_REST.contains(name)) {
      return error("ERR Command is not available: '" + name + "'");
    }
    if (readOnly && name.equals("SET")) {
      return error("NOPERM this user has no permissions to run the 'set' command");
    }
    Resp reply = redis.execute(command, upToDate);
    if (reply instanceof Resp.Failure(String text)) {
      return error(text);
    }
    JsonObject result = new JsonObject();
    result.add("result", json(reply));
    return result;
  }

  private static JsonElement json(Resp reply) {
    return switch (reply) {
      case Resp.Nil() -> JsonNull.INSTANCE;
      case Resp.Whole(long value) -> new JsonPrimitive(value);
      default -> new JsonPrimitive(reply.display());
    };
  }

  private static JsonObject error(String text) {
    JsonObject error = new JsonObject();
    error.addProperty("error", text);
    return error;
  }

  /// Gson would leave a null result out.
  private static String text(JsonElement json) {
    return new Gson().newBuilder().serializeNulls().create().toJson(json);
  }

  /// Opaque to clients; changes with every write.
  private String syncToken() {
    return "zeus:" + redis.writes();
  }
}
