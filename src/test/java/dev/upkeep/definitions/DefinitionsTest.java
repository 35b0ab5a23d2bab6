package dev.upkeep.definitions;

import static dev.upkeep.definitions.Samples.ODD;
import static dev.upkeep.definitions.Samples.PLAIN;
import static dev.upkeep.definitions.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DefinitionsTest {
  private final Definitions definitions = Samples.of(SHOP, ODD);

  @Test
  void a_database_is_found_by_its_id_and_by_its_name_without_case() {
    assertThat(definitions.find(SHOP.id())).contains(SHOP);
    assertThat(definitions.named("SHOP ")).contains(SHOP);
    assertThat(definitions.named("=1+1, \"STRASSE\" 🦊")).contains(ODD);
    assertThat(definitions.named("shops")).isEmpty();
    assertThat(definitions.find(new UUID(9, 9))).isEmpty();
  }

  @Test
  void a_changed_database_keeps_its_place_and_a_new_one_comes_last() throws DefinitionsException {
    Definitions next = definitions.put(List.of(PLAIN, SHOP.withName("Shop")));

    assertThat(next.databases()).containsExactly(SHOP.withName("Shop"), ODD, PLAIN);
    assertThat(definitions.databases()).as("the revision before").containsExactly(SHOP, ODD);
  }

  @Test
  void two_databases_may_swap_their_names() throws DefinitionsException {
    Definitions next =
        definitions.put(List.of(SHOP.withName(ODD.name()), ODD.withName(SHOP.name())));

    assertThat(next.named("shop").orElseThrow().id()).isEqualTo(ODD.id());
  }

  @Test
  void every_broken_rule_and_every_taken_name_is_told_at_once() {
    assertThatExceptionOfType(DefinitionsException.class)
        .isThrownBy(() ->
            definitions.put(
                List.of(
                    PLAIN.edit().name("SHOP").key("").done(),
                    SHOP.edit().id(new UUID(0, 4)).name("a\nb").done())))
        .satisfies(e ->
            assertThat(e.problems())
                .containsExactly(
                    "\"SHOP\": A key has 1 to 512 bytes and no control or text-direction"
                        + " characters.",
                    "A name has no line breaks, control or text-direction characters.",
                    "\"SHOP\": Another database has this name already; choose another."));
  }

  @Test
  void every_change_is_a_new_revision() throws DefinitionsException {
    assertThat(definitions.put(PLAIN).revision()).isEqualTo(8);
    assertThat(definitions.remove(List.of(SHOP.id()), Instant.EPOCH).revision()).isEqualTo(8);
    assertThat(definitions.with(Settings.DEFAULT.with(Map.of("interval", "1h"))).revision())
        .isEqualTo(8);
  }

  @Test
  void a_change_that_was_based_on_another_revision_is_a_conflict() {
    assertThat(definitions.conflict(7)).isEmpty();
    assertThat(definitions.conflict(6)).isPresent();
    assertThat(definitions.conflict(8)).isPresent();
  }

  @Test
  void what_is_removed_is_gone() {
    Definitions next = definitions.remove(List.of(SHOP.id(), new UUID(9, 9)), Instant.EPOCH);

    assertThat(next.databases()).containsExactly(ODD);
  }
}
