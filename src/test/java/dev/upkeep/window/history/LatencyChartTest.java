package dev.upkeep.window.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.history.LatencyBucket;
import dev.upkeep.history.Stretch;
import dev.upkeep.testing.Statuses;
import dev.upkeep.window.history.LatencyChart.Ground;
import dev.upkeep.window.history.LatencyChart.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Stretches of an hour.
final class LatencyChartTest {
  private static final Stretch QUIET = stretch(0, 60, 60);
  private static final Stretch DOWN = stretch(0, 60, 20);
  private static final Stretch ASLEEP = stretch(0, 0, 0);

  private static Stretch stretch(int millis, int watched, int up) {
    Instant from = Statuses.NOW;
    Duration latency = Duration.ofMillis(millis);
    return new Stretch(
        from,
        from.plus(Duration.ofHours(1)),
        millis == 0
            ? Optional.empty()
            : Optional.of(new LatencyBucket(from, 1, latency, latency, latency)),
        Duration.ofMinutes(watched),
        Duration.ofMinutes(up));
  }

  private static Stretch touched(int millis) {
    return stretch(millis, 60, 60);
  }

  private static LatencyChart chart(Stretch... stretches) {
    return new LatencyChart(List.of(stretches), true, true);
  }

  @Test
  void the_curve_goes_on_between_touches_that_speak_for_the_time_between_them() {
    assertThat(chart(touched(50), QUIET, QUIET, touched(100)).lines())
        .containsExactly(List.of(new Point(0.125, 0.5), new Point(0.875, 1)));
  }

  @Test
  void the_curve_breaks_where_nobody_watched_and_where_nothing_answered() {
    assertThat(chart(touched(50), ASLEEP, touched(100), DOWN, touched(25)).lines())
        .containsExactly(
            List.of(new Point(0.1, 0.5)),
            List.of(new Point(0.5, 1)),
            List.of(new Point(0.9, 0.25)));
  }

  @Test
  void the_ground_tells_outages_from_time_that_nobody_watched() {
    LatencyChart chart = chart(touched(50), DOWN, ASLEEP, QUIET, stretch(0, 20, 20));

    assertThat(chart.stretches())
        .extracting(chart::ground)
        .containsExactly(Ground.UP, Ground.OUTAGE, Ground.UNWATCHED, Ground.UP, Ground.UNWATCHED);
    assertThat(chart.outageCount()).isEqualTo(1);
  }

  @Test
  void failures_alone_have_no_curve_and_successes_alone_no_outages() {
    List<Stretch> stretches = List.of(touched(50), DOWN);

    assertThat(new LatencyChart(stretches, false, true).lines()).isEmpty();
    assertThat(new LatencyChart(stretches, true, false).outageCount()).isZero();
  }

  @Test
  void two_databases_make_one_picture() {
    List<Stretch> both =
        Stretch.together(List.of(touched(30), DOWN), List.of(touched(50), touched(70)));

    LatencyBucket first = both.getFirst().latency().orElseThrow();
    assertThat(first.touches()).isEqualTo(2);
    assertThat(first.mean()).isEqualTo(Duration.ofMillis(40));
    assertThat(first.min()).isEqualTo(Duration.ofMillis(30));
    assertThat(first.max()).isEqualTo(Duration.ofMillis(50));
    assertThat(both.getLast().watched()).isEqualTo(Duration.ofHours(2));
    assertThat(chart(both.getLast()).ground(both.getLast())).isEqualTo(Ground.OUTAGE);
    assertThat(Stretch.together(List.of(), both)).isEqualTo(both);
  }

  @Test
  void nothing_is_an_empty_picture() {
    assertThat(LatencyChart.EMPTY.lines()).isEmpty();
    assertThat(LatencyChart.EMPTY.top()).isEmpty();
  }
}
