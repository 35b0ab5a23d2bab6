package dev.upkeep.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.alert.service.MailAddress;
import dev.upkeep.alert.service.MailServer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MailSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "smtps://me@mail.example.org, smtps://me@mail.example.org",
    "smtps://me@mail.example.org:465/, smtps://me@mail.example.org",
    "smtp://me@example.org@Mail.Example.org:587, smtp://me@example.org@mail.example.org",
    "smtp://localhost:2525, smtp://localhost:2525"
  })
  void a_server_is_written_in_one_way(String text, String canonical) throws Exception {
    assertThat(Settings.DEFAULT.with(Map.of("mail.server", text)).get("mail.server"))
        .contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example.org",
        "https://mail.example.org",
        "smtp://me:c4n4ry@mail.example.org",
        "smtp://mail.example.org:0",
        "smtp://mail.example.org:65536",
        "smtp://mail example.org",
        "smtp://mail.example.org/path",
        "smtp://a\nb@mail.example.org",
        "smtp://"
      })
  void what_is_no_server_is_refused(String text) {
    assertThat(MailServer.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "me",
        "me@",
        "@example.org",
        "me@example.org\nBcc: you@example.org",
        "me@example.org\r",
        "me@example.org, you@example.org",
        "Me <me@example.org>",
        "\"me\"@example.org",
        "me(x)@example.org",
        ".me@example.org",
        "m..e@example.org",
        "me@-example.org",
        "me@example..org",
        "mé@example.org",
        "me\u0000@example.org"
      })
  void what_is_no_plain_address_is_refused(String text) {
    assertThat(MailAddress.parse(text)).isEmpty();
  }

  @Test
  void ten_are_told_at_most() throws Exception {
    String ten =
        IntStream.range(0, 10)
            .mapToObj(n -> "me" + n + "@example.org")
            .collect(Collectors.joining(", "));

    assertThat(Settings.DEFAULT.with(Map.of("alert.mail", ten)).get(Setting.ALERT_MAIL))
        .hasSize(10);
    assertThat(SettingForm.RECIPIENTS.parse().apply(ten + ", x@example.org")).isEmpty();
    assertThat(SettingForm.RECIPIENTS.parse().apply("me@example.org,")).isEmpty();
  }
}
