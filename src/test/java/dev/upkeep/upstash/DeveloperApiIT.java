package dev.upkeep.upstash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upkeep.database.Secret;
import dev.upkeep.testing.FakeDeveloperApi;
import dev.upkeep.testing.HttpReply;
import dev.upkeep.upstash.DeveloperApiException.Kind;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys, refusals and answers that are none, against a server made from the documentation; nobody
/// claims that this is the real one.
final class DeveloperApiIT {
  private static final String KEY = "c4n4ry-aaaa-bbbb-key";
  private static final Account ACCOUNT = new Account(FakeDeveloperApi.EMAIL, Secret.of(KEY));

  private FakeDeveloperApi server;
  private DeveloperApi api;

  @BeforeEach
  void start() {
    server = FakeDeveloperApi.start(KEY);
    api = new DeveloperApi(server.uri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private DeveloperApiException failure(Account account) {
    DeveloperApiException e =
        catchThrowableOfType(DeveloperApiException.class, () -> api.databases(account));
    assertThat(e).as("it is not listed").isNotNull();
    assertThat(e)
        .hasMessageEndingWith(".")
        .hasMessageNotContainingAny("c4n4ry", FakeDeveloperApi.EMAIL)
        .hasNoCause();
    return e;
  }

  @Test
  void a_wrong_key_is_told_with_what_a_right_one_is() {
    DeveloperApiException e =
        failure(new Account(FakeDeveloperApi.EMAIL, Secret.of("c4n4ry-other")));

    assertThat(e.kind()).isEqualTo(Kind.REJECTED);
    assertThat(e).hasMessageContainingAll("Management API", "Vercel", "Fly.io");
  }

  @ParameterizedTest
  @CsvSource({"'', c4n4ry", "nobody, c4n4ry", "a@b c, c4n4ry", "a:b@c, c4n4ry", "a@b, 'c4n4ry c'"})
  void what_cannot_be_an_account_is_not_even_sent(String email, String key) {
    assertThat(failure(new Account(email, Secret.of(key))).kind()).isEqualTo(Kind.REJECTED);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void blanks_around_a_paste_do_not_matter() throws DeveloperApiException {
    Account pasted = new Account(" " + FakeDeveloperApi.EMAIL + "\n", Secret.of(KEY + "\n"));

    assertThat(api.databases(pasted).databases()).isEmpty();
  }

  @Test
  void too_many_requests_say_how_long_to_wait() {
    server.answering(HttpReply.tooMany(30));

    DeveloperApiException e = failure(ACCOUNT);

    assertThat(e.kind()).isEqualTo(Kind.TOO_OFTEN);
    assertThat(e).hasMessageContaining("in 30 s");
    assertThat(server.requests()).as("it is not tried again").hasSize(1);
  }

  @Test
  void a_date_to_wait_for_is_a_few_minutes() {
    HttpReply reply =
        new HttpReply(429, Map.of("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT"), KEY, 1);
    server.answering(reply);

    assertThat(failure(ACCOUNT)).hasMessageContaining("in a few minutes");
  }

  static Stream<HttpReply> unusable() {
    return Stream.of(
        HttpReply.json(500, "{\"error\":\"" + KEY + "\"}"),
        HttpReply.json(503, ""),
        HttpReply.json(418, KEY),
        HttpReply.html(200, "<html>Welcome to Hotel " + KEY + "</html>"),
        HttpReply.json(200, ""),
        HttpReply.json(200, "{\"databases\":[]}"),
        HttpReply.json(200, "[{}] " + KEY),
        HttpReply.json(200, "[{},{}]"),
        HttpReply.json(200, "[\"" + KEY + "\"]"),
        HttpReply.json(200, "[".repeat(65)),
        HttpReply.json(200, "[" + "{},".repeat(30_000) + "{}]"),
        HttpReply.huge(64L * 1024 * 1024));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void an_answer_that_is_no_list_is_told_as_a_sentence(HttpReply reply) {
    server.answering(reply);

    assertThat(failure(ACCOUNT).kind()).isEqualTo(Kind.UNUSABLE);
  }

  @Test
  void a_redirect_is_not_followed_since_the_key_would_go_along() {
    try (FakeDeveloperApi elsewhere = FakeDeveloperApi.start(KEY)) {
      server.answering(HttpReply.redirect(302, elsewhere.uri() + "/redis/databases"));

      assertThat(failure(ACCOUNT).kind()).isEqualTo(Kind.UNUSABLE);
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void nobody_there_and_no_answer_are_told_apart_from_a_refusal() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    api = new DeveloperApi(URI.create("http://127.0.0.1:" + port + "/v2"));
    assertThat(failure(ACCOUNT).kind()).isEqualTo(Kind.UNUSABLE);
    server.silent();
    api = new DeveloperApi(server.uri(), Duration.ofMillis(300));
    assertThat(failure(ACCOUNT).kind()).isEqualTo(Kind.UNREACHABLE);
    api = new DeveloperApi(URI.create("https://does-not-exist.invalid/v2"));
    assertThat(failure(ACCOUNT).kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.upstash.com/v2",
        "http://192.0.2.1/v2",
        "ftp://127.0.0.1/v2",
        "http://localhost.example.com/v2"
      })
  void a_key_goes_nowhere_but_over_https_or_to_this_computer(String address) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DeveloperApi(URI.create(address)));
  }

  @Test
  void an_account_prints_neither_its_address_nor_its_key() {
    assertThat(ACCOUNT.toString()).doesNotContain("c4n4ry", "someone");
  }
}
