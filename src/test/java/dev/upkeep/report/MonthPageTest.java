package dev.upkeep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.json.Json;
import dev.upkeep.language.Language;
import dev.upkeep.testing.HostileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MonthPageTest {
  private static final Instant MADE = Instant.parse("2026-12-01T08:00:00Z");
  private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z!][^ >]*)");

  static Stream<String> hostile() {
    return Stream.concat(
        HostileNames.all(),
        Stream.of(
            "</title><script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' style='position:fixed",
            "<!-- ",
            "]]>",
            "&lt;b&gt;",
            "</style><link rel=stylesheet href=//x>",
            "\uD800",
            "\u0000"));
  }

  private static MonthFacts.Database database(String foreign) {
    List<MonthFacts.Day> days = new ArrayList<>();
    for (int day = 1; day <= 30; day++) {
      days.add(
          new MonthFacts.Day(
              LocalDate.of(2026, 11, day), day == 7 ? 0 : day == 8 ? 0.5 : 1, day == 9 ? 0.75 : 1));
    }
    return new MonthFacts.Database(
        foreign,
        foreign,
        "Upstash",
        119,
        1,
        2,
        Map.of("write verified", 119L),
        Duration.ofDays(30),
        Duration.ofDays(28),
        Duration.ofDays(28).minusHours(6),
        Optional.of(Duration.ofMillis(420)),
        Optional.of(MADE.plus(Duration.ofDays(29))),
        Optional.empty(),
        Map.of(foreign, 3L),
        Optional.of(
            new MonthFacts.Account(foreign, foreign, Optional.of(405_000L), Optional.of(500_000L))),
        days);
  }

  private static MonthFacts facts(List<String> names) {
    return new MonthFacts(
        YearMonth.of(2026, 11), MADE, names.stream().map(MonthPageTest::database).toList());
  }

  private static Set<String> tags(String html) {
    Set<String> tags = new TreeSet<>();
    Matcher each = TAG.matcher(html);
    while (each.find()) {
      tags.add(each.group(1));
    }
    return tags;
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void a_hostile_text_makes_no_element_and_no_attribute(String text) {
    String plain = MonthPage.of(facts(List.of("shop")), Language.ENGLISH);
    String html = MonthPage.of(facts(List.of(text)), Language.ENGLISH);

    assertThat(tags(html)).isEqualTo(tags(plain));
    assertThat(html.chars().filter(c -> c == '"').count())
        .isEqualTo(plain.chars().filter(c -> c == '"').count());
    assertThat(html.codePoints())
        .noneMatch(c -> c == 0x202E || c == 0x2066 || c == 0x1b || c == 0 || c == 0x7);
  }

  @Test
  void nothing_is_loaded_and_nothing_runs() {
    String html = MonthPage.of(facts(List.of("shop")), Language.ENGLISH);

    assertThat(html)
        .contains(
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
            "<html lang=\"en\">",
            "Databases in November 2026",
            "405,000 of 500,000")
        .doesNotContain("<script", "<link", "http://", "https://", "url(", "@import", " src=");
  }

  @Test
  void what_was_not_watched_counts_as_neither() {
    String html = MonthPage.of(facts(List.of("shop")), Language.ENGLISH);

    assertThat(html).contains("93.33%", "99.1%");
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"ENGLISH", "GERMAN"})
  void it_is_written_in_the_readers_language(Language language) throws IOException {
    String html = MonthPage.of(facts(hostile().toList()), language);

    assertThat(html)
        .contains(
            language == Language.GERMAN ? "Datenbanken im November" : "Databases in November",
            "November 2026");
    // For whoever wants to look at it in a browser.
    Path folder = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "report"));
    Files.writeString(folder.resolve(language.locale().getLanguage() + ".html"), html);
  }

  @Test
  void programs_read_it_back() throws Exception {
    MonthFacts facts = facts(hostile().filter(text -> !text.equals("\uD800")).toList());

    Json.Obj json = Json.parse(MonthFiles.json(facts)).asObject().orElseThrow();
    assertThat(json.array("databases").orElseThrow()).hasSize(facts.databases().size());
    String csv = MonthFiles.csv(facts(List.of("=1+1", "a,b")));
    assertThat(csv.lines())
        .hasSize(3)
        .noneMatch(line -> line.contains(",=1+1"))
        .anyMatch(line -> line.startsWith("2026-11,'=1+1,"))
        .anyMatch(line -> line.startsWith("2026-11,\"a,b\","));
  }
}
