package dev.upkeep.window.databases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.history.RecordedTouch;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.window.Samples;
import dev.upkeep.window.databases.RecentTouches.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RecentTouchesTest {
  private static final UUID ID = new UUID(0, 1);
  private static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");
  private static final Outcome FAILED = new Outcome.Failed(FailureKind.AUTH, "No.", "Try.");

  private static RecordedTouch touch(long hoursAgo, Outcome outcome) {
    return Samples.touch(-hoursAgo, ID, NOW.minus(Duration.ofHours(hoursAgo)), outcome);
  }

  private static List<Class<?>> kinds(RecentTouches strip) {
    return strip.slots().stream().<Class<?>>map(Object::getClass).toList();
  }

  @Test
  void touches_stand_from_old_to_new_and_failures_are_crosses() {
    RecentTouches strip =
        RecentTouches.of(List.of(touch(0, FAILED), touch(6, Samples.alive(40))), NOW);

    assertThat(kinds(strip)).containsExactly(Slot.Bar.class, Slot.Cross.class);
  }

  @Test
  void time_that_nobody_watched_is_empty_space() {
    RecentTouches strip =
        RecentTouches.of(List.of(touch(0, Samples.alive(40)), touch(12, Samples.alive(40))), NOW);

    assertThat(kinds(strip)).containsExactly(Slot.Bar.class, Slot.Gap.class, Slot.Bar.class);
  }

  @Test
  void a_touch_vouches_for_a_tenth_more_than_its_interval() {
    Instant late = NOW.plus(Duration.ofMinutes(6 * 60 + 36));
    List<RecordedTouch> one = List.of(touch(0, Samples.alive(40)));

    assertThat(kinds(RecentTouches.of(one, late))).containsExactly(Slot.Bar.class);
    assertThat(kinds(RecentTouches.of(one, late.plusSeconds(1))))
        .containsExactly(Slot.Bar.class, Slot.Gap.class);
  }

  @Test
  void a_long_absence_does_not_push_everything_out() {
    RecentTouches strip =
        RecentTouches.of(
            List.of(touch(0, Samples.alive(40)), touch(24 * 300, Samples.alive(40))), NOW);

    assertThat(strip.slots()).hasSize(6);
  }

  @Test
  void one_slow_touch_does_not_flatten_the_others() {
    RecentTouches strip =
        RecentTouches.of(
            List.of(
                touch(0, Samples.alive(40)),
                touch(6, Samples.alive(4000)),
                touch(12, Samples.alive(40))),
            NOW);

    assertThat(strip.slots())
        .extracting(slot -> ((Slot.Bar) slot).height())
        .containsExactly(0.5, 1.0, 0.5);
  }

  @Test
  void the_newest_sixty_are_kept() {
    RecentTouches strip = RecentTouches.of(Samples.history(ID), NOW);

    assertThat(strip.slots()).hasSize(RecentTouches.SLOTS);
    assertThat(strip.slots().getLast().watched()).isPresent();
  }
}
