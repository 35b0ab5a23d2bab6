package dev.upkeep.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScreenTest {
  @ParameterizedTest
  @CsvSource({"shop, 4", "キャッシュ, 10", "🦊, 2", "cafe\u0301, 4", "'', 0", "👩\u200D💻, 4"})
  void columns_are_counted_as_terminals_count_them(String text, int width) {
    assertThat(Screen.width(text)).isEqualTo(width);
  }

  @Test
  void nothing_that_moves_a_cursor_or_reorders_text_passes() {
    assertThat(Screen.clean("a\u001b[31mb\u202Ec\u2066d\u200Fe\u0007f\u0000g"))
        .isEqualTo("a[31mbcdefg");
    assertThat(Screen.clean("one\ntwo\tthree\r\u2028four")).isEqualTo("one two three  four");
  }

  @Test
  void what_is_too_wide_is_shortened_in_the_middle() {
    assertThat(Screen.shorten("eu1-fast-cat-4711.upstash.io:6379", 21))
        .isEqualTo("eu1-fast-c…sh.io:6379");
    assertThat(Screen.shorten("short", 5)).isEqualTo("short");
    assertThat(Screen.width(Screen.shorten("漢".repeat(300), 20))).isBetween(18, 20);
    assertThat(Screen.shorten("🦊".repeat(300), 9)).isEqualTo("🦊🦊…🦊🦊");
  }

  @Test
  void padding_fills_columns_and_never_cuts() {
    assertThat(Screen.pad("漢", 4)).isEqualTo("漢  ");
    assertThat(Screen.pad("long", 2)).isEqualTo("long");
  }
}
