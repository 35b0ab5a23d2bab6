package dev.upkeep.definitions;

import static dev.upkeep.definitions.Samples.ODD;
import static dev.upkeep.definitions.Samples.PLAIN;
import static dev.upkeep.definitions.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.database.Database;
import dev.upkeep.database.Provider;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DefinitionsTextTest {
  private static final String GOOD =
      "{\"name\": \"good\", \"endpoint\": {\"type\": \"redis\", \"host\": \"good.example\"}}";

  private static Reading read(String... entries) throws JsonException, DefinitionsException {
    return DefinitionsText.read(
        "{\"format\": 1, \"databases\": [" + String.join(", ", entries) + "]}");
  }

  @Test
  void what_is_written_is_read_as_the_same() throws JsonException, DefinitionsException {
    Settings settings = Settings.DEFAULT.with(Map.of("alert.after", "1", "alert.desktop", "no"));
    Definitions definitions = Samples.of(SHOP, ODD, PLAIN).with(settings);

    Reading reading = DefinitionsText.read(DefinitionsText.write(definitions));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.definitions().databases()).containsExactly(SHOP, ODD, PLAIN);
    assertThat(reading.definitions().settings()).isEqualTo(settings);
    assertThat(reading.definitions().revision()).isEqualTo(8);
  }

  @Test
  void the_file_says_what_the_user_set_and_no_more() throws DefinitionsException {
    Definitions definitions =
        new Definitions(
            3,
            Settings.DEFAULT.with(Map.of("alert.after", "1")),
            List.of(SHOP),
            List.of(),
            UnknownMembers.NOTHING);

    assertThat(DefinitionsText.write(definitions))
        .isEqualTo(
            """
            {
              "format": 1,
              "revision": 3,
              "settings": {
                "alert.after": 1
              },
              "databases": [
                {
                  "id": "00000000-0000-0000-0000-000000000001",
                  "name": "shop",
                  "endpoint": {
                    "type": "redis",
                    "host": "shop.upstash.io",
                    "port": 6379,
                    "user": "default",
                    "tls": true
                  }
                }
              ]
            }
            """);
  }

  @Test
  void an_entry_written_by_hand_needs_a_name_and_a_host() throws Exception {
    Database good = read(GOOD).definitions().databases().getFirst();

    assertThat(good.endpoint().display()).isEqualTo("rediss://good.example:6379");
    assertThat(good.key()).isEqualTo(Database.DEFAULT_KEY);
    assertThat(good.provider()).isEqualTo(Provider.OTHER);
    assertThat(read(GOOD).definitions().databases().getFirst().id())
        .as("the id is the same at every start")
        .isEqualTo(good.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5                                      | An entry is an object",
        "{}                                     | name is a text, and missing.",
        "{'name': 'a'}                          | endpoint is an object",
        "{'name': 5, E}                         | name is a text",
        "{'name': 'a\\nb', E}                   | A name has no line breaks",
        "{'name': 'GOOD', E}                    | Another database has this name",
        "{'name': 'a', E, 'id': 'x'}            | id is a UUID",
        "{'name': 'a', E, 'id': '1-2-3-4-5'}    | id is a UUID",
        "{'name': 'a', E, 'window': '30'}       | window is a duration",
        "{'name': 'a', E, 'window': 30}         | window is a duration",
        "{'name': 'a', E, 'window': '10m'}      | A window is between",
        "{'name': 'a', E, 'interval': '1s'}     | An interval is between",
        "{'name': 'a', E, 'mode': 'scan'}       | mode is one of write, read, ping.",
        "{'name': 'a', E, 'provider': 'acme'}   | provider is one of upstash, vercel, redis-cloud",
        "{'name': 'a', E, 'key': ''}            | A key has",
        "{'name': 'a', E, 'key': null}          | key is a text.",
        "{'name': 'a', E, 'caFile': 'ca.pem'}   | A CA file needs its whole path",
        "{'name': 'a', E, 'paused': 'soon'}     | paused is true, false, or an instant",
        "{'name': 'a', E, 'secret': 'c4n4ry'}   | A secret reference is env:NAME",
        "{'name': 'a', 'endpoint': {}}          | endpoint: its type is redis or rest.",
        "{'name': 'a', 'endpoint': {'type': 'redis'}} | endpoint: a host has",
        "{'name': 'a', 'endpoint': {'type': 'redis', 'host': 'h', 'port': 0}}    | a port is",
        "{'name': 'a', 'endpoint': {'type': 'redis', 'host': 'h', 'port': 99999999999}} | a port is",
        "{'name': 'a', 'endpoint': {'type': 'redis', 'host': 'h', 'port': '1'}}  | its port is a",
        "{'name': 'a', 'endpoint': {'type': 'redis', 'host': 'h', 'tls': 'no'}}  | its tls is true",
        "{'name': 'a', 'endpoint': {'type': 'redis', 'host': 'h', 'password': 'c4n4ry'}} | passwords",
        "{'name': 'a', 'endpoint': {'type': 'rest', 'url': 'https://c4n4ry@h'}} | REST address",
        "{'name': 'a', 'endpoint': {'type': 'rest', 'url': 'https://h\\u0000x'}} | REST address",
      })
  void a_bad_entry_is_reported_with_what_to_do_and_the_good_ones_load(String entry, String problem)
      throws Exception {
    String json =
        entry.replace("E", "'endpoint': {'type': 'redis', 'host': 'h.example'}").replace('\'', '"');

    Reading reading = read(GOOD, json, "{\"name\": 7}");

    assertThat(reading.definitions().databases())
        .extracting(Database::name)
        .containsExactly("good");
    assertThat(reading.problems())
        .anySatisfy(
            sentence -> assertThat(sentence.english()).startsWith("Database 2").contains(problem))
        .anySatisfy(sentence -> assertThat(sentence.english()).startsWith("Database 3: name"))
        .allSatisfy(sentence ->
            assertThat(sentence.english()).doesNotContain("c4n4ry").doesNotContain("\n"));
    assertThat(DefinitionsText.write(reading.definitions())).doesNotContain("c4n4ry");
  }

  @Test
  void every_problem_of_an_entry_is_told_at_once() throws Exception {
    Reading reading = read("{\"name\": \"a\", \"mode\": 1, \"window\": \"x\", \"key\": \"\"}");

    assertThat(reading.problems())
        .hasSize(4)
        .allSatisfy(problem -> assertThat(problem.english()).startsWith("Database 1, \"a\": "));
  }

  @Test
  void two_entries_cannot_share_an_id() throws Exception {
    String id = ", \"id\": \"00000000-0000-0000-0000-000000000009\"}";
    Reading reading =
        read(
            GOOD.substring(0, GOOD.length() - 1) + id,
            GOOD.substring(0, GOOD.length() - 1).replace("\"good\"", "\"other\"") + id);

    assertThat(reading.definitions().databases())
        .extracting(Database::name)
        .containsExactly("good");
    assertThat(reading.problems()).singleElement().asString().contains("this id already");
  }

  @Test
  void a_bad_entry_is_written_again_so_that_it_can_be_corrected() throws Exception {
    String bad = "{\"name\":\"a\",\"window\":\"for ever\"}";
    Definitions definitions = read(GOOD, bad).definitions().put(SHOP);

    List<Json> entries = new ArrayList<>(entries(DefinitionsText.write(definitions)));

    assertThat(entries).hasSize(3).contains(Json.parse(bad));
  }

  @Test
  void what_only_another_version_understands_is_written_again() throws Exception {
    String text =
        """
        {"format": 1, "revision": 4, "theme": {"name": "dark"},
         "settings": {"colour": "blue", "alert.after": 99999, "interval": "1h"},
         "databases": [{"name": "good", "tags": ["a"],
           "endpoint": {"type": "redis", "host": "good.example"}}]}
        """;
    Reading reading = DefinitionsText.read(text);
    assertThat(reading.problems())
        .map(Sentence::english)
        .containsExactly(
            "Settings: alert.after is a whole number from 1 to 100. Until then the default"
                + " counts.");
    assertThat(reading.definitions().settings().get(Setting.ALERT_AFTER)).isEqualTo(3);

    Database good = reading.definitions().databases().getFirst();
    Definitions changed =
        reading
            .definitions()
            .put(good.withName("better"))
            .with(reading.definitions().settings().with(Map.of("interval", "2h")));
    Json.Obj written = Json.parse(DefinitionsText.write(changed)).asObject().orElseThrow();

    assertThat(written.object("theme").orElseThrow().string("name")).contains("dark");
    Json.Obj settings = written.object("settings").orElseThrow();
    assertThat(settings.string("colour")).contains("blue");
    assertThat(settings.integer("alert.after")).contains(99_999L);
    assertThat(settings.string("interval")).contains("2h");
    assertThat(entries(DefinitionsText.write(changed)).getFirst().asObject().orElseThrow())
        .satisfies(entry -> assertThat(entry.array("tags")).isPresent());
  }

  @Test
  void a_setting_that_could_not_be_read_is_written_anew_once_it_is_set() throws Exception {
    Settings read =
        DefinitionsText.read(
                "{\"format\": 1, \"settings\": {\"alert.after\": 0}, \"databases\": []}")
            .definitions()
            .settings();

    Settings set = read.with(Map.of("alert.after", "2"));

    assertThat(SettingsJson.write(set)).isEqualTo(Json.object().put("alert.after", 2).build());
  }

  @Test
  void a_secret_that_somebody_wrote_into_the_file_is_reported_and_not_written_again()
      throws Exception {
    String text =
        """
        {"format": 1, "password": "c4n4ry-1",
         "settings": {"api_key": "c4n4ry-2", "later": {"restToken": "c4n4ry-3"}},
         "databases": [
           {"name": "a", "password": "c4n4ry-4", "link": "rediss://default:c4n4ry-5@h:6379",
            "later": [{"pwd": "c4n4ry-6"}, "https://h/?_token=c4n4ry-7"],
            "endpoint": {"type": "redis", "host": "a.example"}},
           {"name": "b", "secret": "c4n4ry-8", "endpoint": {"url": "redis://:c4n4ry-9@h"}},
           {"name": "c", "secret": "env:KEPT", "window": 1}]}
        """;

    Reading reading = DefinitionsText.read(text);

    assertThat(reading.definitions().databases()).extracting(Database::name).containsExactly("a");
    assertThat(reading.problems())
        .filteredOn(problem -> problem.english().contains(SecretMembers.PROBLEM.english()))
        .hasSize(4);
    assertThat(reading.problems()).noneMatch(problem -> problem.english().contains("c4n4ry"));
    assertThat(DefinitionsText.write(reading.definitions()))
        .doesNotContain("c4n4ry")
        .contains("env:KEPT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "{}",
        "{\"format\": 1}",
        "{\"databases\": []}",
        "{\"format\": 0, \"databases\": []}",
        "{\"format\": \"1\", \"databases\": []}",
        "{\"format\": 1, \"databases\": {}}",
        "{\"format\": 1, \"databases\": []",
        "{\"format\": 1, \"databases\": []} {}"
      })
  void anything_else_is_damaged(String text) {
    assertThatThrownBy(() -> DefinitionsText.read(text)).isInstanceOf(JsonException.class);
  }

  @Test
  void a_newer_format_is_refused_whatever_else_is_in_it() {
    assertThatExceptionOfType(DefinitionsException.class)
        .isThrownBy(() -> DefinitionsText.read("{\"format\": 2}"))
        .withMessageContaining("A newer version of Upkeep wrote this file")
        .withMessageContaining("the file stays as it is");
  }

  @Test
  void a_thousand_databases_are_no_trouble() throws Exception {
    List<Database> many = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      many.add(SHOP.edit().id(new UUID(1, i)).name("database " + i).done());
    }
    Definitions definitions = Definitions.EMPTY.put(many);

    assertThat(DefinitionsText.read(DefinitionsText.write(definitions)).definitions().databases())
        .isEqualTo(many);
  }

  private static List<Json> entries(String text) throws JsonException {
    return Json.parse(text).asObject().orElseThrow().array("databases").orElseThrow();
  }
}
