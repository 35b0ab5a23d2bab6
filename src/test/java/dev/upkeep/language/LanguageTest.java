package dev.upkeep.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageTest {
  @ParameterizedTest
  @CsvSource({
    "de_DE.UTF-8, GERMAN",
    "de, GERMAN",
    "de_AT.UTF-8@euro, GERMAN",
    "de-CH, GERMAN",
    "en_US.UTF-8, ENGLISH",
    "C, ENGLISH",
    "C.UTF-8, ENGLISH",
    "POSIX, ENGLISH",
    "fr_FR.UTF-8, ENGLISH",
    "'!', ENGLISH"
  })
  void a_locale_is_read_as_the_system_writes_it(String text, Language language) {
    assertThat(Language.of(Map.of("LANG", text))).isEqualTo(language);
  }

  @Test
  void the_most_particular_variable_counts() {
    assertThat(Language.of(Map.of("LANG", "de_DE.UTF-8", "LC_MESSAGES", "en_GB.UTF-8")))
        .isEqualTo(Language.ENGLISH);
    assertThat(Language.of(Map.of("LC_MESSAGES", "en_GB", "LC_ALL", "de_DE", "LANG", "C")))
        .isEqualTo(Language.GERMAN);
    assertThat(Language.of(Map.of("LC_ALL", "en_GB.UTF-8", "UPKEEP_LANG", "de")))
        .isEqualTo(Language.GERMAN);
    assertThat(Language.of(Map.of("LC_ALL", "", "LANG", "de_DE"))).isEqualTo(Language.GERMAN);
  }

  @Test
  void without_a_variable_the_system_is_asked() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Language.of(Map.of())).isEqualTo(Language.GERMAN);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void dates_are_those_of_the_reader_s_country() {
    assertThat(Language.locale(Map.of("LC_ALL", "de_AT.UTF-8"))).isEqualTo(Locale.of("de", "AT"));
  }
}
