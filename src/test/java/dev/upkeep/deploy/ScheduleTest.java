package dev.upkeep.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.upkeep.testing.HostileNames;
import dev.upkeep.testing.Shell;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleTest {
  private static final ZonedDateTime START =
      ZonedDateTime.of(2027, 11, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  private static final ZonedDateTime END = START.plusDays(150); // a leap February among them

  private static List<ZonedDateTime> runs(Schedule schedule) {
    return Cron.parse(schedule.cron()).from(START).takeWhile(time -> time.isBefore(END)).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "PT1M, 1m", "PT1M59S, 1m", "PT7M, 6m", "PT20M, 20m", "PT59M, 30m", "PT1H, 1h", "PT5H, 4h",
    "PT6H, 6h", "PT7H, 6h", "PT23H, 12h", "PT24H, 1d", "PT47H, 1d", "P10D, 10d", "P30D, 28d"
  })
  void a_period_is_the_longest_that_a_calendar_can_say_within_the_wish(Duration wish, String word) {
    Period period = Period.ofAtMost(wish);

    assertThat(period.word()).isEqualTo(word);
    assertThat(period.length()).isLessThanOrEqualTo(wish);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PT2M", "PT15M", "PT30M", "PT1H", "PT6H", "PT12H", "P1D", "P2D", "P3D", "P7D", "P10D",
        "P13D", "P28D"
      })
  void no_run_is_later_than_the_period_allows_and_none_at_a_full_hour(Duration wish) {
    for (String name : List.of("shop", "blog", "漢字", "")) {
      Schedule schedule = Schedule.of(Period.ofAtMost(wish), name);
      List<ZonedDateTime> runs = runs(schedule);

      ZonedDateTime before = START;
      for (ZonedDateTime run : runs) {
        assertThat(Duration.between(before, run)).as(schedule.cron()).isLessThanOrEqualTo(wish);
        assertThat(run.getMinute()).as(schedule.cron()).isNotZero();
        before = run;
      }
      assertThat(Duration.between(before, END)).isLessThanOrEqualTo(wish);
    }
  }

  @Test
  void the_same_name_gives_the_same_time_for_ever_and_other_names_others() {
    Period hours = new Period.Hours(6);
    assertThat(Schedule.of(hours, "shop").cron()).isEqualTo("12 5-23/6 * * *");
    assertThat(Schedule.of(hours, " SHOP ")).isEqualTo(Schedule.of(hours, "shop"));
    assertThat(Schedule.of(new Period.Days(10), "shop").cron()).matches("12 \\d+ \\*/10 \\* \\*");
    assertThat(Schedule.of(new Period.Minutes(1), "shop").cron()).isEqualTo("* * * * *");
    assertThat(HostileNames.storable().map(name -> Schedule.of(hours, name).minute()).distinct())
        .as("they are spread over the hour")
        .hasSizeGreaterThan(10);
    assertThat(IntStream.range(0, 1000).map(n -> Schedule.of(hours, "db" + n).minute()).distinct())
        .hasSize(59);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1M", "PT15M", "PT1H", "PT6H", "P1D", "P3D", "P10D"})
  void systemd_runs_at_the_same_times_as_cron(Duration wish) throws Exception {
    assumeThat(Shell.has("systemd-analyze")).as("make test installs systemd").isTrue();
    Schedule schedule = Schedule.of(Period.ofAtMost(wish), "shop");

    String answer =
        Shell.run(
            "systemd-analyze",
            "calendar",
            "--iterations=30",
            "--base-time=2027-10-31 23:59:59 UTC",
            schedule.calendar());

    DateTimeFormatter form =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    List<ZonedDateTime> times = new ArrayList<>();
    Pattern.compile(
            "(?:Next elapse|\\(in UTC\\)|Iter\\. #\\d+): \\w{3} (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) UTC")
        .matcher(answer)
        .results()
        .forEach(found -> times.add(ZonedDateTime.parse(found.group(1), form)));
    assertThat(times).as(answer).hasSize(30);
    assertThat(times)
        .containsExactlyElementsOf(Cron.parse(schedule.cron()).from(START).limit(30).toList());
  }
}
