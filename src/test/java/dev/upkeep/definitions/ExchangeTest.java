package dev.upkeep.definitions;

import static dev.upkeep.definitions.Samples.ODD;
import static dev.upkeep.definitions.Samples.PLAIN;
import static dev.upkeep.definitions.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Pause;
import dev.upkeep.json.Json;
import dev.upkeep.language.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ExchangeTest {
  private static final UUID NEW_ID = new UUID(5, 5);

  private static Exchange.Import plan(Definitions current, Database... found) {
    return Exchange.plan(current, new Reading(Samples.of(found), List.of()), () -> NEW_ID);
  }

  @Test
  void an_export_is_read_like_any_definitions() throws Exception {
    Definitions definitions =
        Samples.of(SHOP, ODD).with(Settings.DEFAULT.with(Map.of("interval", "1h")));

    Reading reading = DefinitionsText.read(Exchange.export(definitions));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.definitions().databases()).containsExactly(SHOP, ODD);
    assertThat(reading.definitions().settings()).isEqualTo(definitions.settings());
  }

  @Test
  void nothing_that_this_version_does_not_understand_is_exported() throws Exception {
    Definitions definitions =
        DefinitionsText.read(
                """
                {"format": 1, "revision": 77, "x1": "c4n4ry",
                 "settings": {"x2": "c4n4ry"},
                 "databases": [{"name": "unreadable c4n4ry"},
                   {"name": "a", "x3": "c4n4ry", "endpoint": {"type": "redis", "host": "h.example"}}]}
                """)
            .definitions();
    assertThat(DefinitionsText.write(definitions)).contains("c4n4ry", "77");

    assertThat(Exchange.export(definitions)).doesNotContain("c4n4ry").doesNotContain("77");
    assertThat(Json.parse(Exchange.export(definitions))).isInstanceOf(Json.Obj.class);
  }

  @Test
  void what_is_imported_is_paused_and_refers_to_no_secret_before_somebody_confirms_it() {
    Exchange.Import planned = plan(Samples.of(SHOP), ODD);

    assertThat(planned.databases())
        .containsExactly(
            new Exchange.Imported(
                ODD.edit()
                    .paused(Optional.of(new Pause.UntilResumed()))
                    .secretReference(Optional.empty())
                    .done(),
                Optional.of("env:ODD_TOKEN"),
                Optional.empty()));
    assertThat(planned.remarks()).isEmpty();
  }

  @Test
  void an_id_that_is_taken_becomes_a_new_one_so_that_no_stored_secret_leads_elsewhere()
      throws Exception {
    Database evil =
        SHOP.edit()
            .name("evil")
            .endpoint(new Endpoint.Redis("evil.example", 6379, Optional.of("default"), true))
            .done();

    Exchange.Import planned = plan(Samples.of(SHOP), evil);

    assertThat(planned.databases())
        .singleElement()
        .satisfies(imported -> assertThat(imported.database().id()).isEqualTo(NEW_ID));
    Definitions after = Samples.of(SHOP).put(planned.databases().getFirst().database());
    assertThat(after.find(SHOP.id())).contains(SHOP);
  }

  @Test
  void the_same_database_elsewhere_does_not_replace_the_one_that_is_here() {
    Database moved =
        SHOP.edit()
            .endpoint(new Endpoint.Redis("shop.upstash.io", 6380, Optional.of("default"), true))
            .done();

    Exchange.Import planned = plan(Samples.of(SHOP), moved);

    assertThat(planned.databases())
        .singleElement()
        .satisfies(imported -> {
          assertThat(imported.database().id()).isEqualTo(NEW_ID);
          assertThat(imported.database().name()).isEqualTo("shop (2)");
        });
  }

  @Test
  void what_is_here_already_is_passed_over() {
    Exchange.Import planned = plan(Samples.of(SHOP), SHOP.withName("SHOP"), PLAIN);

    assertThat(planned.databases())
        .extracting(Exchange.Imported::database)
        .extracting(Database::name)
        .containsExactly("plain");
    assertThat(planned.remarks())
        .map(Sentence::english)
        .containsExactly("\"SHOP\": It is here already.");
  }

  @Test
  void a_name_that_is_taken_gets_a_number_and_stays_within_the_limit() throws Exception {
    String longest = "🦊".repeat(150);
    Database first = SHOP.withName(longest);
    Database second = PLAIN.withName(longest);

    Exchange.Import planned = plan(Samples.of(first), second);
    Database imported = planned.databases().getFirst().database();

    assertThat(imported.name()).hasSizeLessThanOrEqualTo(300).endsWith("🦊 (2)");
    assertThat(Samples.of(first).put(imported).databases()).hasSize(2);
    assertThat(planned.remarks()).singleElement().asString().contains("The name is taken");
  }

  @Test
  void what_the_file_could_not_say_is_passed_on() {
    Exchange.Import planned =
        Exchange.plan(
            Definitions.EMPTY,
            new Reading(Definitions.EMPTY, List.of(Sentence.verbatim("Database 1: no."))),
            () -> NEW_ID);

    assertThat(planned.databases()).isEmpty();
    assertThat(planned.remarks()).map(Sentence::english).containsExactly("Database 1: no.");
  }
}
