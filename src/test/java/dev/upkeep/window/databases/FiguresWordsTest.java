package dev.upkeep.window.databases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.account.ProviderFigures;
import dev.upkeep.control.account.ProviderFigures.Counted;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.window.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FiguresWordsTest {
  private static List<String> words(
      Locale locale, String state, boolean gone, Counted counted, long requests) {
    return FiguresWords.of(
        new ProviderFigures(
            state,
            gone ? Optional.of(Instant.EPOCH) : Optional.empty(),
            counted,
            Optional.of(Instant.EPOCH),
            Optional.of(Instant.EPOCH),
            Optional.of(requests),
            Optional.of(500_000L),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new CoreWords(Texts.in(locale)));
  }

  @Test
  void only_what_is_worth_a_word_is_said() {
    assertThat(words(Locale.ENGLISH, "active", false, Counted.UNKNOWN, 399_999)).isEmpty();
    assertThat(words(Locale.ENGLISH, "active", false, Counted.COUNTED, 10))
        .containsExactly("counted by Upstash");
    assertThat(words(Locale.ENGLISH, "passive", false, Counted.BY_OTHERS, 405_000))
        .containsExactly("passive, says Upstash", "405,000 of 500,000 commands this month");
    assertThat(words(Locale.ENGLISH, "active", true, Counted.NOT_COUNTED, 0))
        .containsExactly("gone from the Upstash account", "not counted by Upstash");
  }

  @Test
  void a_german_reader_gets_german_words_and_figures() {
    assertThat(words(Locale.GERMAN, "active", false, Counted.COUNTED, 1_405_000))
        .containsExactly("von Upstash gezählt", "1.405.000 von 500.000 Befehlen im Monat");
  }
}
