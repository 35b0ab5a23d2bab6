package dev.upkeep.touch.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Secret;
import dev.upkeep.testing.Canary;
import dev.upkeep.touch.protocol.ServerErrorTable;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ForeignTextTest {
  private static final String PASSWORD = "c4n4ry/pass+word=with:all@sorts of%things";

  /// Letters that are one byte nowhere.
  private static final String FOREIGN = Canary.FOREIGN;

  private static String clean(String text, String password) {
    return ForeignText.without(Optional.of(Secret.of(password))).clean(text);
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
    for (String form :
        new String[] {
          PASSWORD,
          percent,
          percent.replace("+", "%20"),
          Base64.getEncoder().encodeToString(bytes),
          Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)
        }) {
      assertThat(clean("before " + form + " after", PASSWORD))
          .startsWith("before •••")
          .endsWith("after")
          .doesNotContain(form.substring(0, 6))
          .doesNotContain(form.substring(form.length() / 2, form.length() / 2 + 6));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PASSWORD, FOREIGN, "密码锁", "Größen"})
  void every_form_of_a_secret_is_hidden_whatever_its_letters(String secret) {
    for (Map.Entry<String, String> form : Canary.forms(secret).entrySet()) {
      assertThat(clean("before " + form.getValue() + " after", secret))
          .as(form.getKey())
          .isEqualTo("before ••• after");
    }
  }

  @Test
  void a_secret_in_a_longer_encoded_text_is_hidden_at_any_place_in_it() {
    for (String before : new String[] {"", "u", "us", "default:"}) {
      String pair =
          Base64.getEncoder()
              .encodeToString((before + FOREIGN + "!").getBytes(StandardCharsets.UTF_8));
      String alone = Base64.getEncoder().encodeToString(FOREIGN.getBytes(StandardCharsets.UTF_8));

      assertThat(clean(pair, FOREIGN)).as(before).contains("•••").hasSizeLessThan(18);
      assertThat(clean(alone, FOREIGN)).isEqualTo("•••");
    }
  }

  @Test
  void text_as_the_client_library_hands_it_over_is_decoded_and_then_hidden() {
    String line = ErrorLine.undecoded("ERR unknown command 'AUTH', with args: '" + FOREIGN + "'");

    assertThat(line).doesNotContain(FOREIGN);
    assertThat(clean(ErrorLine.decoded(line), FOREIGN))
        .isEqualTo("ERR unknown command 'AUTH', with args: '•••'");
  }

  @Test
  void text_that_never_was_bytes_is_not_decoded_again() {
    assertThat(ErrorLine.decoded("ERR größer 密")).isEqualTo("ERR größer 密");
    assertThat(ErrorLine.decoded("ERR " + (char) (byte) 0xff)).isEqualTo("ERR \ufffd");
  }

  @Test
  void a_character_that_was_cut_in_two_gives_nothing_away() {
    String line = ErrorLine.undecoded("with args: '" + FOREIGN);
    String cut = ErrorLine.decoded(line.substring(0, line.length() - 12));

    assertThat(clean(cut, FOREIGN)).startsWith("with args: '•••").hasSizeLessThan(18);
  }

  /// For every word that a server says: a password that begins or ends like it hides nothing.
  @Test
  void a_password_that_resembles_a_servers_word_does_not_hide_it() throws IOException {
    for (ServerErrorTable.Row row : ServerErrorTable.rows()) {
      String text = row.text();
      for (String word : text.split(" ", -1)) {
        if (word.matches(".*[A-Za-z].*")
            && word.length() >= 6
            && !text.contains("with args beginning")) {
          assertThat(clean(text, word.substring(0, word.length() - 1) + "§")).isEqualTo(text);
          assertThat(clean(text, "§" + word.substring(1))).isEqualTo(text);
        }
      }
    }
    assertThat(clean("WRONGPASS invalid username-password pair", "WRONGPW"))
        .isEqualTo("WRONGPASS invalid username-password pair");
    assertThat(clean("WRONGPASS invalid username-password pair", "wrongpass"))
        .as("but a whole password is hidden")
        .isEqualTo("••• invalid username-password pair");
  }

  @Test
  void behind_a_user_only_the_user_is_seen() {
    byte[] pair = ("default:" + PASSWORD).getBytes(StandardCharsets.UTF_8);

    assertThat(clean("before " + Base64.getEncoder().encodeToString(pair) + " after", PASSWORD))
        .isEqualTo("before ZGVmYXVsdDp•••== after");
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
