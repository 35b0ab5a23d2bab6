package dev.upkeep.upstash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.upkeep.database.Secret;
import dev.upkeep.testing.FakeDeveloperApi;
import dev.upkeep.testing.HttpReply;
import dev.upkeep.upstash.DeveloperApi.Rights;
import dev.upkeep.upstash.DeveloperApiException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a linked account is asked, and how the answers are read, from a server made from the
/// documentation; nobody claims that this is the real one.
final class AccountLookIT {
  private static final String KEY = "c4n4ry-aaaa-bbbb-key";
  private static final Account ACCOUNT = new Account(FakeDeveloperApi.EMAIL, Secret.of(KEY));
  private static final String PROBE = "DELETE /v2/redis/database/readonly-check-nonexistent";

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

  @Test
  void a_look_brings_facts_and_no_way_in() throws DeveloperApiException {
    server.with(
        FakeDeveloperApi.limited(
            FakeDeveloperApi.database("id-1", "shop", "eu1-a"), 500_000, 268_435_456));

    AccountDatabase shop = api.look(ACCOUNT).databases().getFirst();

    assertThat(shop.access()).isEmpty();
    assertThat(shop.facts())
        .isEqualTo(
            new AccountDatabase.Facts(
                "active",
                Optional.of(500_000L),
                Optional.of(268_435_456L),
                Optional.of(268_435_456L)));
  }

  @Test
  void the_example_of_the_description_for_no_limit_is_none() throws DeveloperApiException {
    server.with(
        FakeDeveloperApi.limited(
            FakeDeveloperApi.database("id-1", "shop", "eu1-a"), 8_024_278_031_528_736_858L, -1));

    assertThat(api.look(ACCOUNT).databases().getFirst().facts().requestLimit()).isEmpty();
    assertThat(api.look(ACCOUNT).databases().getFirst().facts().diskLimit()).isEmpty();
  }

  @Test
  void one_database_is_told_with_its_way_in_and_another_id_is_none() throws DeveloperApiException {
    server.with(FakeDeveloperApi.database("id-1", "shop", "eu1-a"));

    assertThat(api.database(ACCOUNT, "id-1").flatMap(AccountDatabase::access)).isPresent();
    assertThat(
            catchThrowableOfType(DeveloperApiException.class, () -> api.database(ACCOUNT, "id-2"))
                .kind())
        .isEqualTo(Kind.UNUSABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../team", "a/b", "a?b", "a b", "", "%2e", "ä"})
  void an_id_that_is_no_part_of_a_path_is_never_asked_for(String id) throws DeveloperApiException {
    assertThat(api.stats(ACCOUNT, id)).isEmpty();
    assertThat(api.database(ACCOUNT, id)).isEmpty();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void a_key_that_may_only_read_hears_the_documented_refusal() throws DeveloperApiException {
    server.readOnly();

    assertThat(api.rights(ACCOUNT)).isEqualTo(Rights.READ_ONLY);
    assertThat(server.requests()).containsExactly(PROBE);
  }

  @Test
  void a_key_that_may_delete_finds_nothing_to_delete() throws DeveloperApiException {
    server.with(FakeDeveloperApi.database("id-1", "shop", "eu1-a"));

    assertThat(api.rights(ACCOUNT)).isEqualTo(Rights.FULL);
    assertThat(server.requests()).containsExactly(PROBE);
    assertThat(api.look(ACCOUNT).databases()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "403, '\"forbidden\"', UNKNOWN",
    "404, '<html>Readonly</html>', UNKNOWN",
    "500, '\"Readonly API key\"', UNKNOWN",
    "503, '', UNKNOWN",
    "405, '\"no\"', UNKNOWN",
    "400, '{\"error\":\"Readonly API key\"}', READ_ONLY",
    "404, '\"database not found\"', FULL",
  })
  void only_the_documented_refusal_is_read_only(int status, String body, Rights rights)
      throws DeveloperApiException {
    server.answering(HttpReply.json(status, body));

    assertThat(api.rights(ACCOUNT)).isEqualTo(rights);
    assertThat(server.requests()).as("it is not tried again").hasSize(1);
  }

  @Test
  void a_redirect_is_not_followed() throws DeveloperApiException {
    server.answering(HttpReply.redirect(307, server.uri() + "/redis/database/id-1"));

    assertThat(api.rights(ACCOUNT)).isEqualTo(Rights.UNKNOWN);
    assertThat(server.requests()).containsExactly(PROBE);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204})
  void a_server_that_claims_to_have_deleted_it_ends_the_linking(int status) {
    server.answering(HttpReply.json(status, status == 204 ? "" : "\"OK\""));

    assertThat(catchThrowableOfType(DeveloperApiException.class, () -> api.rights(ACCOUNT)))
        .hasMessageContaining("not linked");
  }

  @Test
  void how_long_to_wait_is_known() {
    server.answering(HttpReply.tooMany(90));

    assertThat(
            catchThrowableOfType(DeveloperApiException.class, () -> api.stats(ACCOUNT, "id-1"))
                .retryAfter())
        .contains(Duration.ofSeconds(90));
  }

  @Test
  void what_is_counted_is_read() throws DeveloperApiException {
    server.counting("id-1", 30, 12);

    AccountStats stats = api.stats(ACCOUNT, "id-1").orElseThrow();

    assertThat(stats)
        .isEqualTo(
            new AccountStats(
                Optional.of(30L),
                Optional.of(12L),
                Optional.of(42L),
                Optional.of(30L),
                Optional.of(12L),
                Optional.of(50_444L),
                Optional.of(1_024L),
                Optional.of(42L),
                Optional.of(Instant.parse("2026-11-30T15:12:52.76649148Z"))));
  }

  @ParameterizedTest
  @CsvSource({
    "'{}'",
    "'{\"keyspace\":null,\"total_monthly_requests\":null}'",
    "'{\"keyspace\":[],\"total_monthly_requests\":-1}'",
    "'{\"keyspace\":[{}],\"total_monthly_requests\":\"many\"}'",
    "'{\"keyspace\":[{\"x\":\"soon\",\"y\":1}],\"total_monthly_requests\":{}}'",
    "'{\"keyspace\":[{\"x\":1,\"y\":1}],\"total_monthly_requests\":1e300}'",
  })
  void what_makes_no_sense_is_not_told(String json) throws DeveloperApiException {
    server.counting("id-1", JsonParser.parseString(json).getAsJsonObject());

    AccountStats stats = api.stats(ACCOUNT, "id-1").orElseThrow();

    assertThat(stats.keys()).isEmpty();
    assertThat(stats.monthRequests()).isEmpty();
  }

  @Test
  void a_figure_may_be_a_series_and_a_series_one_point() throws DeveloperApiException {
    JsonObject json =
        JsonParser.parseString(
                """
                {"total_monthly_requests": [
                   {"x": "2026-11-30 10:00:00.1 +0000 UTC", "y": 9},
                   {"x": "2026-11-30 12:00:00 +0000 UTC", "y": 11.0}],
                 "keyspace": {"x": "2026-11-30 12:00:00 +0000 UTC m=+0.1", "y": 3},
                 "total_monthly_read_requests": "5", "unheard": [[1], {"x": {}}]}
                """)
            .getAsJsonObject();
    server.counting("id-1", json);

    AccountStats stats = api.stats(ACCOUNT, "id-1").orElseThrow();

    assertThat(stats.monthRequests()).contains(11L);
    assertThat(stats.keys()).contains(3L);
    assertThat(stats.monthReads()).contains(5L);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-08-31 15:12:52.799480932 +0000 UTC, 2025-08-31T15:12:52.799480932Z",
    "2023-05-22 10:59:23.426 +0000 UTC, 2023-05-22T10:59:23.426Z",
    "2023-05-22 10:59:23 +0000 UTC, 2023-05-22T10:59:23Z",
    "2023-05-22 10:59:23 +0200 CEST, 2023-05-22T08:59:23Z",
    "2023-05-22T10:59:23Z, 2023-05-22T10:59:23Z",
    "2023-05-22 10:59:23.5 +0000 UTC m=+0.000012, 2023-05-22T10:59:23.5Z",
    "2023-02-31 10:59:23 +0000 UTC, ''",
    "yesterday, ''",
  })
  void a_time_in_the_form_of_go_is_read(String text, String instant) {
    assertThat(GoTime.read(text))
        .isEqualTo(instant.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(instant)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"keyspace\":", "[]", "", "<html>Hotel</html>", "\"OK\""})
  void what_is_cut_off_or_not_the_api_is_told(String body) {
    server.answering(HttpReply.json(200, body));

    assertThat(
            catchThrowableOfType(DeveloperApiException.class, () -> api.stats(ACCOUNT, "id-1"))
                .kind())
        .isEqualTo(Kind.UNUSABLE);
  }

  @Test
  void an_answer_that_never_comes_is_waited_for_so_long_and_no_longer() {
    server.silent();
    DeveloperApi impatient = new DeveloperApi(server.uri(), Duration.ofMillis(50));

    assertThat(
            catchThrowableOfType(
                    DeveloperApiException.class, () -> impatient.stats(ACCOUNT, "id-1"))
                .kind())
        .isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void a_body_that_ends_too_early_is_told() {
    server.answering(
        new HttpReply(200, Map.of("Content-Encoding", "identity"), "[{\"database_id\":\"1\"", 1));

    assertThat(catchThrowableOfType(DeveloperApiException.class, () -> api.look(ACCOUNT)).kind())
        .isEqualTo(Kind.UNUSABLE);
  }

  @Test
  void ten_thousand_databases_are_looked_at() throws DeveloperApiException {
    server.with(
        IntStream.range(0, 10_000)
            .mapToObj(n -> FakeDeveloperApi.database("id-" + n, "db " + n, "eu1-" + n))
            .toList());

    List<AccountDatabase> all = api.look(ACCOUNT).databases();

    assertThat(all).hasSize(10_000).allMatch(one -> one.access().isEmpty());
  }
}
