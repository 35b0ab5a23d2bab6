package dev.upkeep.window.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.window.text.Texts;
import dev.upkeep.window.text.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ChartAxisTest {
  private static final Instant NOW = Instant.parse("2026-10-28T11:47:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static List<ChartAxis.AxisMark> over(Duration span) {
    TimeWords moments = new TimeWords(NOW, BERLIN, new Texts(Locale.UK));
    return ChartAxis.of(NOW.minus(span), NOW, moments).marks();
  }

  @Test
  void an_hour_has_whole_quarters() {
    assertThat(over(Duration.ofHours(1)))
        .extracting(ChartAxis.AxisMark::text)
        .containsExactly("12:00", "12:15", "12:30", "12:45");
  }

  @Test
  void a_week_has_days_at_midnight_also_when_the_clocks_change() {
    List<ChartAxis.AxisMark> marks = over(Duration.ofDays(6));
    assertThat(marks)
        .extracting(ChartAxis.AxisMark::text)
        .containsExactly("23 Oct", "24 Oct", "25 Oct", "26 Oct", "27 Oct", "28 Oct");
  }

  @Test
  void whatever_the_span_there_are_a_few_within_it() {
    for (long minutes = 60; minutes < 400L * 24 * 60; minutes = minutes * 5 / 4) {
      List<ChartAxis.AxisMark> marks = over(Duration.ofMinutes(minutes));
      assertThat(marks).as(minutes + " min").hasSizeBetween(1, 8);
      assertThat(marks).allMatch(mark -> mark.share() >= 0 && mark.share() <= 1);
      assertThat(marks).extracting(ChartAxis.AxisMark::share).isSorted();
    }
  }
}
