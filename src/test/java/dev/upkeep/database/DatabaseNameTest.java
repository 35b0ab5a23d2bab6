package dev.upkeep.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"shop", "Shop cache (prod)", "キャッシュ", "=1+1", "@everyone", "<b>", "🦊"})
  void an_ordinary_or_odd_name_is_accepted(String name) {
    assertThat(DatabaseName.problem(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "a\nb",
        "a\tb",
        "a\0b",
        "a\u001Bb",
        "a\u202Eb",
        "a\u2066b",
        "a\u200Fb",
        "a\u2028b",
        "a\u0085b",
        "a\uD800b"
      })
  void a_name_that_breaks_or_reorders_the_text_around_it_is_refused(String name) {
    assertThat(DatabaseName.problem(name)).isPresent();
  }

  @Test
  void a_name_has_at_most_300_characters() {
    assertThat(DatabaseName.problem("a".repeat(300))).isEmpty();
    assertThat(DatabaseName.problem("a".repeat(301))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "shop, SHOP",
    "Straße, STRASSE",
    "ΣΟΦΟΣ, σοφος",
    "caf\u00e9, cafe\u0301",
    "shop, ' shop '"
  })
  void names_that_nobody_can_tell_apart_are_the_same(String one, String other) {
    assertThat(DatabaseName.folded(one)).isEqualTo(DatabaseName.folded(other));
  }

  @Test
  void names_that_differ_stay_different() {
    assertThat(DatabaseName.folded("shop")).isNotEqualTo(DatabaseName.folded("shop2"));
  }
}
