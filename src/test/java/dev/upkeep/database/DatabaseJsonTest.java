package dev.upkeep.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.language.Sentence;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseJsonTest {
  private static final UUID ID = UUID.fromString("01234567-89ab-4cde-8f01-23456789abcd");
  private static final Database PLAIN =
      Database.of(
          ID, "Orders", new Endpoint.Redis("a.upstash.io", 6379, Optional.of("default"), true));

  private static final Database FULL =
      PLAIN
          .edit()
          .provider(Provider.REDIS_CLOUD)
          .window(Optional.of(Duration.ofDays(14)))
          .mode(TouchMode.READ)
          .key("mine")
          .caFile(Optional.of(Path.of("/etc/ca.pem")))
          .clientCertificate(
              Optional.of(
                  new ClientCertificate(
                      "file:/etc/me.pem", Optional.of("env:KEY"), Optional.of("file:/run/open"))))
          .serverName(Optional.of("a.example.com"))
          .sentinel(
              Optional.of(new Sentinel("shop", Optional.of("asker"), Optional.of("env:ASKER"))))
          .interval(Optional.of(Duration.ofMinutes(90)))
          .paused(Optional.of(new Pause.Until(Instant.parse("2026-03-01T00:00:00Z"))))
          .secretReference(Optional.of("env:ORDERS"))
          .tags(List.of("web"))
          .done();

  @Test
  void a_definition_is_written_with_names_that_stay() {
    assertThat(DatabaseJson.write(FULL).write())
        .isEqualTo(
            """
            {"id":"01234567-89ab-4cde-8f01-23456789abcd","name":"Orders",\
            "endpoint":{"type":"redis","host":"a.upstash.io","port":6379,"user":"default",\
            "tls":true},"provider":"redis-cloud","window":"14d","mode":"read","key":"mine",\
            "caFile":"/etc/ca.pem",\
            "clientCertificate":{"certificate":"file:/etc/me.pem","key":"env:KEY",\
            "passphrase":"file:/run/open"},"serverName":"a.example.com",\
            "sentinel":{"master":"shop","user":"asker","secret":"env:ASKER"},"interval":"1h30m",\
            "paused":"2026-03-01T00:00:00Z","tags":["web"],"secretReference":"env:ORDERS"}\
            """);
    assertThat(DatabaseJson.read(DatabaseJson.write(FULL)).found()).contains(FULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"日本語 🚀👩‍👩‍👧", "עברית العربية", "\"\\', <b> =1+1", "<!-- @everyone -->"})
  void a_hostile_name_comes_back_as_it_was(String name) throws JsonException {
    Database database = PLAIN.withName(name.repeat(4));

    String line = DatabaseJson.write(database).write();

    assertThat(read(line).found()).contains(database);
    assertThat(line.lines()).hasSize(1);
  }

  @Test
  void a_rest_endpoint_comes_back() {
    Database rest =
        Database.of(ID, "Rest", new Endpoint.Rest(URI.create("https://[::1]:8443/base")))
            .withPaused(Optional.of(new Pause.UntilResumed()));

    assertThat(DatabaseJson.read(DatabaseJson.write(rest)).found()).contains(rest);
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void every_provider_comes_back(Provider provider) {
    Database database = PLAIN.edit().provider(provider).done();

    assertThat(DatabaseJson.read(DatabaseJson.write(database)).found()).contains(database);
  }

  @Test
  void what_a_person_leaves_out_gets_its_default() throws JsonException {
    String short_ =
        """
        {"name":"Orders","endpoint":{"type":"redis","host":"a.upstash.io","user":"default"},
         "comment":"mine"}\
        """;

    Json.Obj json = Json.parse(short_).asObject().orElseThrow();

    assertThat(DatabaseJson.read(json, ID).found()).contains(PLAIN);
    assertThat(DatabaseJson.read(json).problems())
        .map(Sentence::english)
        .containsExactly("id is a UUID, and missing.");
  }

  @Test
  void what_has_its_default_is_left_out() {
    assertThat(DatabaseJson.write(PLAIN).members().keySet())
        .containsExactly("id", "name", "endpoint");
  }

  @Test
  void every_member_that_is_written_is_a_known_one() {
    Set<String> written = new HashSet<>(DatabaseJson.write(FULL).members().keySet());
    written.add(DatabaseJson.SECRET);

    assertThat(written).isEqualTo(DatabaseJson.MEMBERS);
  }

  @Test
  void a_reference_is_still_read_by_its_first_name() throws JsonException {
    String now = DatabaseJson.write(FULL).write();
    String then = now.replace("\"secretReference\":", "\"secret\":");

    assertThat(then).isNotEqualTo(now);
    assertThat(read(then).found()).contains(FULL);
  }

  @Test
  void every_problem_is_told_at_once_and_none_repeats_a_value() throws JsonException {
    DatabaseJson.Reading reading =
        read(
            """
            {"id":"canary-1","name":5,"endpoint":{"type":"rest","url":"https://u:canary@h"},
             "provider":"canary","window":"canary","mode":"canary","key":[],"caFile":"canary\\u0000",
             "interval":"-PT5S","paused":"canary","secret":{}}\
            """);

    assertThat(reading.problems()).hasSize(11).noneMatch(p -> p.english().contains("canary"));
    assertThat(reading.found()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"redis\",\"host\":\"h\",\"port\":0}",
        "{\"type\":\"redis\",\"host\":\"h\",\"port\":4294973675}",
        "{\"type\":\"redis\",\"host\":\"h\",\"port\":\"6379\"}",
        "{\"type\":\"redis\",\"host\":\"h\",\"tls\":\"no\"}",
        "{\"type\":\"redis\",\"host\":\"h\",\"user\":5}",
        "{\"type\":\"redis\",\"host\":\"a b\"}",
        "{\"type\":\"rest\",\"url\":\"ftp://h\"}",
        "{\"type\":\"rest\",\"url\":\"https://\"}",
        "{\"type\":\"rest\",\"url\":\"mailto:a@b\"}",
        "{\"type\":\"telnet\"}",
        "{\"type\":\"redis\",\"host\":\"h\",\"password\":\"p\"}",
        "{}"
      })
  void an_endpoint_that_is_none_is_a_problem(String endpoint) throws JsonException {
    Json.Obj json =
        Json.parse("{\"name\":\"x\",\"endpoint\":" + endpoint + "}").asObject().orElseThrow();

    assertThat(DatabaseJson.read(json, ID).problems()).hasSize(1);
  }

  @Test
  void the_rules_hold_for_what_comes_from_outside_but_hide_nothing_that_is_there() {
    Database ruleless =
        PLAIN.edit().interval(Optional.of(Duration.ofSeconds(1))).name("a\u202eb").done();

    assertThat(DatabaseJson.read(DatabaseJson.write(ruleless)).problems()).hasSize(2);
    assertThat(DatabaseJson.readTrusted(DatabaseJson.write(ruleless)).found()).contains(ruleless);
  }

  @Test
  void a_negative_duration_is_a_problem_not_a_fault() {
    Database negative = PLAIN.edit().interval(Optional.of(Duration.ofSeconds(-1))).done();

    assertThat(DatabaseJson.read(DatabaseJson.write(negative)).problems()).hasSize(1);
  }

  private static DatabaseJson.Reading read(String line) throws JsonException {
    return DatabaseJson.read(Json.parse(line).asObject().orElseThrow());
  }
}
