package dev.upkeep.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upkeep.database.Margin;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
  @Test
  void the_defaults_are_what_the_documentation_says() {
    Map<String, String> texts = new LinkedHashMap<>();
    Setting.ALL.forEach(setting -> texts.put(setting.key(), setting.text(Settings.DEFAULT)));

    assertThat(texts)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("interval", "6h"),
                Map.entry("alert.after", "3"),
                Map.entry("alert.group", "30s"),
                Map.entry("alert.margin", "half"),
                Map.entry("alert.recovery", "true"),
                Map.entry("alert.quiet", "off"),
                Map.entry("alert.reminders", "5"),
                Map.entry("alert.snooze", "4h"),
                Map.entry("alert.desktop", "true"),
                Map.entry("webhook.form", "auto"),
                Map.entry("webhook.channels", "off"),
                Map.entry("alert.mail", "off"),
                Map.entry("mail.server", "off"),
                Map.entry("mail.from", "off"),
                Map.entry("heartbeat.every", "1h"),
                Map.entry("status.url", "https://status.upstash.com"),
                Map.entry("history.keep", "400d"),
                Map.entry("metrics.address", "off"),
                Map.entry("network.names", "default"),
                Map.entry("update.check", "false")));
  }

  @Test
  void what_is_told_and_how_often_can_be_chosen() throws DefinitionsException {
    Settings settings =
        Settings.DEFAULT.with(
            Map.of(
                "alert.group", "2m",
                "alert.margin", "Quarter",
                "alert.recovery", "no",
                "alert.snooze", "1d"));

    assertThat(settings.get(Setting.ALERT_GROUP)).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.get(Setting.ALERT_MARGIN)).isEqualTo(Margin.Level.QUARTER);
    assertThat(settings.get(Setting.ALERT_RECOVERY)).isFalse();
    assertThat(settings.get(Setting.ALERT_SNOOZE)).isEqualTo(Duration.ofDays(1));
    assertThat(settings.get("alert.margin")).contains("quarter");
    assertThat(settings.with(Map.of("alert.margin", "days")).get("alert.margin")).contains("days");
  }

  @Test
  void values_are_set_by_their_keys_all_at_once() throws DefinitionsException {
    Settings settings =
        Settings.DEFAULT.with(
            Map.of(
                "interval", "90m",
                "alert.after", "1",
                "alert.quiet", "22:00-07:00",
                "alert.reminders", "0",
                "alert.desktop", "off",
                "heartbeat.every", "PT10M",
                "history.keep", "30d",
                "network.names", "example.com, Example.org"));

    assertThat(settings.get(Setting.INTERVAL)).isEqualTo(Duration.ofMinutes(90));
    assertThat(settings.get(Setting.ALERT_AFTER)).isEqualTo(1);
    assertThat(settings.get(Setting.ALERT_QUIET))
        .contains(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
    assertThat(settings.get(Setting.ALERT_REMINDERS)).isZero();
    assertThat(settings.get(Setting.ALERT_DESKTOP)).isFalse();
    assertThat(settings.get(Setting.HEARTBEAT_EVERY)).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.get(Setting.HISTORY_KEEP)).isEqualTo(Duration.ofDays(30));
    assertThat(settings.get(Setting.NETWORK_NAMES)).containsExactly("example.com", "example.org");
  }

  @Test
  void a_status_page_is_an_address_of_the_web_or_of_this_computer_or_none()
      throws DefinitionsException {
    for (String page : List.of("https://s.example.com/x", "http://127.0.0.1:81", "off")) {
      assertThat(Settings.DEFAULT.with(Map.of("status.url", page)).get("status.url"))
          .contains(page);
    }
    assertThat(Settings.DEFAULT.with(Map.of("status.url", "off")).get(Setting.STATUS_URL))
        .isEmpty();
  }

  @Test
  void what_a_setting_says_can_be_set_again() throws DefinitionsException {
    Settings settings =
        Settings.DEFAULT.with(
            Map.of("interval", "36h", "alert.quiet", "22:30-06:00", "network.names", "a.example"));
    Map<String, String> texts = new LinkedHashMap<>();
    Setting.ALL.forEach(
        setting -> texts.put(setting.key(), settings.get(setting.key()).orElseThrow()));

    assertThat(Settings.DEFAULT.with(texts)).isEqualTo(settings);
  }

  @Test
  void default_takes_a_setting_back() throws DefinitionsException {
    Settings settings = Settings.DEFAULT.with(Map.of("interval", "1h", "alert.after", "9"));

    assertThat(settings.with(Map.of("interval", "default", "alert.after", "default")))
        .isEqualTo(Settings.DEFAULT);
  }

  @Test
  void every_problem_is_told_at_once_and_nothing_is_set() {
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("interval", "31d");
    changes.put("alert.after", "0");
    changes.put("alert.desktop", "true");
    changes.put("colour", "c4n4ry");

    assertThatExceptionOfType(DefinitionsException.class)
        .isThrownBy(() -> Settings.DEFAULT.with(changes))
        .satisfies(e ->
            assertThat(e.problems())
                .containsExactly(
                    "interval is a duration from 1m to 30d, such as 90m, 6h or 1d12h.",
                    "alert.after is a whole number from 1 to 100.",
                    "There is no setting \"colour\". The settings are: interval, alert.after,"
                        + " alert.group, alert.margin, alert.recovery, alert.quiet,"
                        + " alert.reminders, alert.snooze, alert.desktop, webhook.form,"
                        + " webhook.channels, alert.mail, mail.server, mail.from, heartbeat.every, status.url, history.keep, metrics.address,"
                        + " network.names, update.check."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interval        | 59s",
        "interval        | 6",
        "interval        | ''",
        "alert.after     | 101",
        "alert.after     | -1",
        "alert.after     | 3.5",
        "alert.after     | ３",
        "alert.quiet     | 22-25",
        "alert.quiet     | 13pm-7am",
        "alert.quiet     | 10pm",
        "alert.quiet     | 22:00-22:00",
        "alert.quiet     | 24:00-07:00",
        "alert.quiet     | 22:00-07:00x",
        "alert.reminders | 31",
        "alert.desktop   | 1",
        "heartbeat.every | 0s",
        "webhook.form    | irc",
        "status.url      | http://status.example.com",
        "status.url      | https://user:pw@status.example.com",
        "status.url      | https://status.example.com/?token=x",
        "status.url      | status.example.com",
        "status.url      | file:///etc/passwd",
        "history.keep    | 6d",
        "network.names   | ''",
        "network.names   | localhost",
        "network.names   | 127.0.0.1",
        "network.names   | a.example,,b.example",
        "network.names   | https://a.example",
        "network.names   | a.b,c.d,e.f,g.h,i.j,k.l,m.n,o.p,q.r,s.t,u.v",
      })
  void a_value_that_cannot_be_used_is_refused(String key, String value) {
    assertThatExceptionOfType(DefinitionsException.class)
        .isThrownBy(() -> Settings.DEFAULT.with(Map.of(key, value)))
        .satisfies(e -> assertThat(e.problems()).singleElement().asString().startsWith(key));
  }

  @Test
  void a_key_that_would_break_the_line_is_not_repeated() {
    assertThat(Setting.unknown("a\nb").english()).startsWith("There is no setting. ");
  }

  @Test
  void an_unknown_key_has_no_value() {
    assertThat(Settings.DEFAULT.get("colour")).isEmpty();
  }

  @Test
  void every_setting_says_what_it_is_for_and_what_it_takes() {
    assertThat(Setting.ALL)
        .allSatisfy(setting -> {
          assertThat(setting.help().english()).endsWith(".");
          assertThat(setting.expected().english()).startsWith("is ").endsWith(".");
        })
        .extracting(Setting::key)
        .doesNotHaveDuplicates()
        .isEqualTo(
            List.of(
                "interval",
                "alert.after",
                "alert.group",
                "alert.margin",
                "alert.recovery",
                "alert.quiet",
                "alert.reminders",
                "alert.snooze",
                "alert.desktop",
                "webhook.form",
                "webhook.channels",
                "alert.mail",
                "mail.server",
                "mail.from",
                "heartbeat.every",
                "status.url",
                "history.keep",
                "metrics.address",
                "network.names",
                "update.check"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interval    | 3 hours         | 3h",
        "interval    | 1 Day 12 Hours  | 1d12h",
        "alert.quiet | 10pm-7am        | 22:00-07:00",
        "alert.quiet | 10 pm to 7:30am | 22:00-07:30",
        "alert.quiet | 22-7            | 22:00-07:00",
        "alert.quiet | from 22:30 until 7 | 22:30-07:00",
        "alert.quiet | 12am-12pm       | 00:00-12:00",
      })
  void values_are_read_as_people_write_them(String key, String written, String read)
      throws DefinitionsException {
    assertThat(Settings.DEFAULT.with(Map.of(key, written)).get(key)).contains(read);
  }

  @Test
  void a_setting_set_to_its_default_is_not_set() throws DefinitionsException {
    Settings back =
        Settings.DEFAULT.with(Map.of("alert.recovery", "no")).with(Map.of("alert.recovery", "yes"));

    assertThat(back).isEqualTo(Settings.DEFAULT);
    assertThat(back.get(Setting.ALERT_RECOVERY)).isTrue();
  }
}
