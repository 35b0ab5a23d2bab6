package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PruneRuleTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
  private static final Instant NEWEST = START.minus(Duration.ofDays(2));
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final PruneRule rule = new PruneRule();
  private final List<Instant> pruned = new ArrayList<>();
  private Instant now = START;

  private void begin() {
    rule.begin(now, Optional.of(NEWEST));
  }

  private void pass(Duration time) {
    for (Instant end = now.plus(time); now.isBefore(end); ) {
      now = now.plus(LOOK);
      rule.look(now).ifPresent(pruned::add);
    }
  }

  @Test
  void at_first_the_newest_touch_says_what_time_it_is() {
    begin();
    pass(Duration.ofHours(1));

    assertThat(pruned).containsExactly(NEWEST);
  }

  @Test
  void after_a_day_the_clock_itself_is_believed_and_once_a_day_is_enough() {
    begin();
    pass(Duration.ofHours(49));

    assertThat(pruned)
        .containsExactly(NEWEST, START.plus(Duration.ofDays(1)), START.plus(Duration.ofDays(2)));
  }

  @Test
  void nothing_is_forgotten_for_a_clock_that_is_years_ahead_for_a_while() {
    begin();
    pass(Duration.ofHours(1));
    now = now.plus(Duration.ofDays(401));
    pass(Duration.ofHours(20));
    now = now.minus(Duration.ofDays(401));
    pass(Duration.ofHours(20));

    assertThat(pruned).containsExactly(NEWEST);
  }

  @Test
  void nothing_is_forgotten_at_a_start_under_a_clock_that_is_years_ahead() {
    now = START.plus(Duration.ofDays(401));
    begin();
    pass(Duration.ofHours(20));

    assertThat(pruned).containsExactly(NEWEST);
  }

  @Test
  void a_computer_that_sleeps_each_night_forgets_each_day() {
    begin();
    for (int day = 0; day < 5; day++) {
      pass(Duration.ofHours(10));
      now = now.plus(Duration.ofHours(14));
    }
    pass(LOOK);

    assertThat(pruned).hasSize(6);
  }

  @Test
  void a_history_without_a_touch_has_nothing_to_forget() {
    rule.begin(now, Optional.empty());
    pass(Duration.ofHours(1));

    assertThat(pruned).isEmpty();
  }
}
