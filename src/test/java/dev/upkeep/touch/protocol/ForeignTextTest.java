package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ForeignTextTest {
  private static final String PASSWORD = "c4n4ry/pass+word=with:all@sorts of%things";

  private static String clean(String text, String password) {
    return ForeignText.without(Optional.of(Secret.of(password)), Optional.of("default"))
        .clean(text);
  }

  @Test
  void an_ordinary_text_stays_as_it_is() {
    assertThat(clean("LOADING Redis is loading the dataset in memory", PASSWORD))
        .isEqualTo("LOADING Redis is loading the dataset in memory");
  }

  @Test
  void the_password_is_hidden_raw_and_encoded() {
    String percent = URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
    byte[] bytes = PASSWORD.getBytes(StandardCharsets.UTF_8);
    byte[] pair = ("default:" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    for (String form :
        new String[] {
          PASSWORD,
          percent,
          percent.replace("+", "%20"),
          Base64.getEncoder().encodeToString(bytes),
          Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
          Base64.getEncoder().encodeToString(pair)
        }) {
      assertThat(clean("before " + form + " after", PASSWORD))
          .startsWith("before •••")
          .endsWith("after")
          .doesNotContain(form.substring(0, 6))
          .doesNotContain(form.substring(form.length() / 2, form.length() / 2 + 6));
    }
  }

  @Test
  void a_password_that_was_cut_off_is_hidden_too() {
    String longPassword = "0123456789abcdefghij".repeat(10);

    assertThat(clean("args beginning with: '" + longPassword.substring(0, 128) + "'", longPassword))
        .isEqualTo("args beginning with: '•••'");
  }

  @Test
  void a_password_with_line_breaks_is_hidden_as_redis_quotes_it() {
    assertThat(clean("with args: 'first line second line'", "first line\nsecond line"))
        .isEqualTo("with args: '•••'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ab", "ERR"})
  void a_very_short_password_is_hidden_as_well(String password) {
    assertThat(clean("ERR a bad cab", password)).doesNotContain(password);
  }

  @Test
  void a_password_spread_by_control_characters_does_not_grow_together() {
    StringBuilder spread = new StringBuilder();
    for (char c : "c4n4ryword".toCharArray()) {
      spread.append(c).append('\u202e');
    }

    assertThat(clean("x " + spread + " y", "c4n4ryword")).isEqualTo("x ••• y");
  }

  @Test
  void control_and_direction_characters_and_line_breaks_are_gone() {
    assertThat(clean("a\u001b[31mb\r\nc\u202ed\u0000e\u2028f", "unrelated"))
        .isEqualTo("a[31mb cde f");
  }

  @Test
  void a_long_text_is_cut_and_says_so() {
    assertThat(clean("x".repeat(100_000), "unrelated"))
        .hasSize(ForeignText.MAX_LENGTH)
        .endsWith("x…");
  }

  @Test
  void a_cut_never_splits_a_surrogate_pair() {
    String text = clean("x".repeat(ForeignText.MAX_LENGTH - 2) + "😀".repeat(10), "unrelated");

    assertThat(text.codePoints().filter(c -> c >= 0xd800 && c <= 0xdfff)).isEmpty();
  }
}
