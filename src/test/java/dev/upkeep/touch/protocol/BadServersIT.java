package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.json.Json;
import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.Behaviour;
import dev.upkeep.testing.Behaviours;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.FakeUpstash;
import dev.upkeep.testing.FullBacklog;
import dev.upkeep.testing.HttpReply;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.ServerIdentity;
import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.touch.FailureKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// Every kind of bad server at once, visited by one real process with 64 MiB of memory. Each has to
/// end within the time of a touch and be called what it is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadServersIT {
  private static final String CANARY = "c4n4ry-Pa55w0rd";

  private record Case(String url, FailureKind kind) {}

  private final Map<String, Case> cases = new LinkedHashMap<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Map<String, Json.Obj> byEndpoint = new LinkedHashMap<>();
  private UpkeepProcess.Result result = new UpkeepProcess.Result(-1, "", "", Duration.ZERO);

  @BeforeAll
  void visit_all() throws Exception {
    broken();
    wrongProtocol();
    badCertificates();
    badWebServers();
    StringBuilder text = new StringBuilder();
    int n = 0;
    for (Case bad : cases.values()) {
      String prefix = "DB" + n++ + "_";
      if (bad.url().startsWith("http")) {
        text.append(prefix + "KV_REST_API_URL=" + bad.url() + "\n");
        text.append(prefix + "KV_REST_API_TOKEN=" + CANARY + "\n");
      } else {
        text.append(prefix + "REDIS_URL=" + bad.url() + "\n");
      }
    }
    result =
        new UpkeepProcess()
            .javaOption("-Xmx64m")
            .env("UPKEEP_LABEL", "test")
            .stdin(text.toString())
            .run("ping", "--stdin", "--json", "-v", "--ca-file", Certificates.caFile().toString());
    for (String line : result.out().lines().toList()) {
      Json.Obj touch = Json.parse(line).asObject().orElseThrow();
      byEndpoint.put(touch.string("endpoint").orElseThrow(), touch);
    }
  }

  private void broken() throws IOException {
    bad("accepts and never answers", Behaviours.silent(), FailureKind.TIMEOUT);
    bad(
        "answers one byte a second",
        Behaviours.dripping("+OK\r\n".repeat(100), Duration.ofSeconds(1)),
        FailureKind.TIMEOUT);
    bad(
        "drips a line for ever",
        Behaviours.drippingForever(Duration.ofMillis(200)),
        FailureKind.TIMEOUT);
    bad("closes at once", Behaviours.closing(), FailureKind.CLOSED);
    bad("resets at once", Behaviours.resetting(), FailureKind.CLOSED);
    bad("closes after AUTH", Behaviours.closing().after("AUTH"), FailureKind.CLOSED);
    bad("closes instead of AUTH", Behaviours.closing().insteadOf("AUTH"), FailureKind.CLOSED);
    bad("closes instead of SET", Behaviours.closing().insteadOf("SET"), FailureKind.CLOSED);
    bad("closes in mid-reply", Behaviours.closingInMidReply(), FailureKind.CLOSED);
    bad(
        "announces a byte too many",
        Behaviours.announcingBulk((1L << 20) + 1),
        FailureKind.PROTOCOL);
    bad("announces an element too many", Behaviours.announcingArray(1025), FailureKind.PROTOCOL);
    bad("nests an array too many", Behaviours.nestingArrays(5), FailureKind.PROTOCOL);
    bad("sends an endless line", Behaviours.endlessLine(), FailureKind.PROTOCOL);
    bad("sends an endless array", Behaviours.endlessArray(1024), FailureKind.PROTOCOL);
    bad("acknowledges SET and forgets it", Behaviours.forgetful(), FailureKind.PROTOCOL);
    bad("says OK to PING", Behaviours.okToPing(), FailureKind.PROTOCOL);
    bad("is an SSH server", Behaviours.ssh(), FailureKind.PROTOCOL);
    bad("is a web server", Behaviours.http(), FailureKind.PROTOCOL);
    for (String garbage : Behaviours.GARBAGE) {
      bad("sends " + Json.of(garbage).write(), Behaviours.sending(garbage), FailureKind.PROTOCOL);
    }
    bad(
        "quotes the password",
        Behaviours.replying(
            command -> "-ERR unknown command, with args beginning with: " + command + "\r\n"),
        FailureKind.AUTH);
    FullBacklog backlog = closing(FullBacklog.start());
    cases.put("never accepts", new Case(redis("redis", backlog.port()), FailureKind.TIMEOUT));
    RedisServer stopped = RedisServer.start();
    int port = stopped.port();
    stopped.close();
    cases.put("is stopped", new Case(redis("redis", port), FailureKind.REFUSED));
  }

  private void wrongProtocol() {
    RedisServer both = closing(RedisServer.builder().tls(Certificates.server()).start());
    cases.put("plain to a TLS port", new Case(redis("redis", both.tlsPort()), FailureKind.TLS));
    cases.put("TLS to a plain port", new Case(redis("rediss", both.port()), FailureKind.TLS));
    BadServer silent = closing(BadServer.start(Behaviours.silent()));
    cases.put(
        "TLS to a silent port", new Case(redis("rediss", silent.port()), FailureKind.TIMEOUT));
    BadServer closing = closing(BadServer.start(Behaviours.closing()));
    cases.put(
        "TLS to a closing port", new Case(redis("rediss", closing.port()), FailureKind.CLOSED));
  }

  private void badCertificates() {
    Map<String, ServerIdentity> identities =
        Map.of(
            "an expired certificate", Certificates.expired(),
            "a certificate of the future", Certificates.notYetValid(),
            "a self-signed certificate", Certificates.selfSigned(),
            "another host's certificate", Certificates.wrongHost(),
            "a certificate for something else", Certificates.wrongUsage());
    identities.forEach((name, identity) -> {
      RedisServer server = closing(RedisServer.builder().tls(identity).start());
      cases.put(name, new Case(redis("rediss", server.tlsPort()), FailureKind.TLS));
      FakeUpstash rest = closing(FakeUpstash.start(identity));
      cases.put(name + " over REST", new Case(rest.uri().toString(), FailureKind.TLS));
    });
  }

  private void badWebServers() {
    web(
        "a login page with HTTP 200",
        HttpReply.html(200, "<html>Log in</html>"),
        FailureKind.PROTOCOL);
    web("HTTP 500", HttpReply.html(500, "<html>" + CANARY + "</html>"), FailureKind.SERVER);
    web("HTTP 401", HttpReply.json(401, "{\"error\":\"Unauthorized\"}"), FailureKind.AUTH);
    web(
        "a redirect",
        HttpReply.redirect(302, "https://example.com/" + CANARY),
        FailureKind.PROTOCOL);
    web("a huge body", HttpReply.huge((1L << 20) + 1), FailureKind.PROTOCOL);
    web("half a JSON", HttpReply.json(200, "[{\"result\":"), FailureKind.PROTOCOL);
    web("deep JSON", HttpReply.json(200, "[".repeat(65)), FailureKind.PROTOCOL);
    web(
        "an answer that quotes the token",
        HttpReply.json(400, "{\"error\":\"ERR bad token " + CANARY + "\"}"),
        FailureKind.SERVER);
  }

  private void web(String name, HttpReply reply, FailureKind kind) {
    FakeUpstash server = closing(FakeUpstash.start());
    server.answering(reply);
    cases.put(name, new Case(server.uri().toString(), kind));
  }

  private void bad(String name, Behaviour behaviour, FailureKind kind) {
    BadServer server = closing(BadServer.start(behaviour));
    cases.put(name, new Case(redis("redis", server.port()), kind));
  }

  private static String redis(String scheme, int port) {
    return scheme + "://default:" + CANARY + "@localhost:" + port;
  }

  private <T extends AutoCloseable> T closing(T resource) {
    open.add(resource);
    return resource;
  }

  @AfterAll
  void close_all() throws Exception {
    for (AutoCloseable resource : open.reversed()) {
      resource.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> each_is_called_what_it_is() {
    return cases.entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> {
                  String endpoint = entry.getValue().url().replace(":" + CANARY, "");
                  Json.Obj touch = Optional.ofNullable(byEndpoint.get(endpoint)).orElseThrow();
                  assertThat(touch.string("kind"))
                      .as(touch.write())
                      .contains(kindName(entry.getValue().kind()));
                  assertThat(touch.string("message")).isPresent();
                  assertThat(touch.string("advice")).isPresent();
                }));
  }

  private static String kindName(FailureKind kind) {
    String[] words = kind.name().toLowerCase(java.util.Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(words[i].substring(0, 1).toUpperCase(java.util.Locale.ROOT))
          .append(words[i].substring(1));
    }
    return name.toString();
  }

  @Test
  void none_is_missing_and_the_exit_code_says_that_touches_failed() {
    assertThat(byEndpoint).hasSameSizeAs(cases);
    assertThat(result.exitCode()).isEqualTo(1);
  }

  /// The slow ones are visited side by side, so all of them together have the 30 s of one touch;
  /// the rest is for starting Java on a busy machine.
  @Test
  void none_outlives_the_time_of_a_touch() {
    assertThat(result.took()).isLessThan(Duration.ofSeconds(50));
  }

  @Test
  void no_error_of_the_virtual_machine_is_provoked() {
    assertThat(result.everything())
        .doesNotContain("OutOfMemoryError", "StackOverflowError", "\"kind\":\"internal\"");
  }

  @Test
  void no_secret_is_repeated() {
    assertThat(result.everything()).doesNotContain(CANARY, CANARY.substring(3));
  }
}
