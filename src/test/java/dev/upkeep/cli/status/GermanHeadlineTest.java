package dev.upkeep.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.language.EnglishWords;
import dev.upkeep.language.HeadlinePhrase;
import dev.upkeep.language.Language;
import dev.upkeep.language.ListPhrase;
import org.junit.jupiter.api.Test;

/// What a German reader of `upkeep list` sees.
final class GermanHeadlineTest {
  @Test
  void the_headline_counts_as_germans_do() {
    assertThat(Language.GERMAN.say(HeadlinePhrase.ALL_ALIVE, 1)).isEqualTo("1 Datenbank lebt.");
    assertThat(Language.GERMAN.say(HeadlinePhrase.SOME_ALIVE, 1, 3, "2 ausgefallen"))
        .isEqualTo("1 von 3 Datenbanken lebt, 2 ausgefallen.");
    assertThat(Language.ENGLISH.say(HeadlinePhrase.ONE_PASSED, "22 December", 1))
        .isEqualTo("1 deadline passed on 22 December.");
  }

  @Test
  void no_word_of_the_table_is_english() {
    for (ListPhrase phrase : ListPhrase.values()) {
      assertThat(EnglishWords.in(Language.GERMAN.say(phrase))).as(phrase.name()).isEmpty();
    }
  }
}
