package dev.upkeep.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlainTextTest {
  @Test
  void a_line_stays_one_line_and_in_its_direction() {
    assertThat(PlainText.line("a\nb\tc\u0000d\r\u2028e", 99)).isEqualTo("a b c d e");
    assertThat(PlainText.line("pay\u202Elap\u2066x\u2069\u200F", 99)).isEqualTo("paylapx");
    assertThat(PlainText.line("שלום 🦊", 99)).isEqualTo("שלום 🦊");
    assertThat(PlainText.line("lone \uD83D half", 99)).isEqualTo("lone  half");
  }

  @Test
  void what_is_too_long_loses_its_middle() {
    assertThat(PlainText.line("0123456789 safe until 22 Dec", 19)).isEqualTo("0123456789 s…22 Dec");
    assertThat(PlainText.line("🦊".repeat(300), 10)).isEqualTo("🦊🦊🦊🦊🦊🦊…🦊🦊🦊");
    assertThat(PlainText.line("just fits", 9)).isEqualTo("just fits");
  }

  @Test
  void several_lines_stay_several() {
    assertThat(PlainText.lines("a\nb\u0007c")).isEqualTo("a\nb c");
  }

  @Test
  void markup_is_escaped_or_replaced() {
    assertThat(PlainText.escaped("R&D <b>\"x\"</b>"))
        .isEqualTo("R&amp;D &lt;b&gt;&quot;x&quot;&lt;/b&gt;");
    assertThat(PlainText.withoutMarkup("R&D <b>")).isEqualTo("R＆D ‹b›");
  }
}
