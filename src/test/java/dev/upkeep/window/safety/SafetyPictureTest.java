package dev.upkeep.window.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Outlook.Fate;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Pause;
import dev.upkeep.testing.StatusBuilder;
import dev.upkeep.testing.Statuses;
import dev.upkeep.window.Samples;
import dev.upkeep.window.safety.SafetyPicture.Absence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class SafetyPictureTest {
  private static final Instant NOW = Statuses.NOW;
  private static final Offset<Double> A_MINUTE = within(1.0 / (30 * 24 * 60));

  private static DatabaseStatus verified(String name, Duration ago) {
    return Statuses.alive(name, ago);
  }

  private static SafetyLane lane(DatabaseStatus status, Absence absence) {
    return SafetyPicture.of(Statuses.snapshot(status), NOW, absence).lanes().getFirst();
  }

  private static Absence days(int count) {
    return new Absence.Days(count);
  }

  @Test
  void a_deadline_stands_where_its_day_is() {
    SafetyLane lane = lane(verified("a", Duration.ofDays(15)), days(0));

    assertThat(lane.deadline().orElseThrow()).isCloseTo(0.5, A_MINUTE);
    assertThat(lane.beyond()).isFalse();
  }

  @Test
  void a_passed_deadline_stands_at_the_beginning_and_a_later_one_at_the_end() {
    DatabaseStatus later =
        StatusBuilder.like(verified("later", Duration.ofDays(1)))
            .database(
                Statuses.database("later").edit().window(Optional.of(Duration.ofDays(90))).done())
            .done();

    assertThat(lane(verified("passed", Duration.ofDays(33)), days(0)).deadline()).hasValue(0);
    assertThat(lane(later, days(0)).deadline()).hasValue(1);
    assertThat(lane(later, days(0)).beyond()).isTrue();
  }

  @Test
  void who_was_never_verified_has_no_deadline_and_stands_first() {
    SafetyPicture picture =
        SafetyPicture.of(
            Statuses.snapshot(
                verified("well", Duration.ofDays(1)),
                verified("old", Duration.ofDays(20)),
                Statuses.fresh("new")),
            NOW,
            days(7));

    assertThat(picture.lanes()).extracting(SafetyLane::name).containsExactly("new", "old", "well");
    assertThat(picture.lanes().getFirst().deadline()).isEmpty();
    assertThat(picture.lanes().getFirst().fate()).isEqualTo(Fate.UNKNOWN);
  }

  @Test
  void lanes_stay_where_they_are_whatever_the_absence() {
    List<String> order = names(days(0));

    for (int count = 1; count <= SafetyPicture.DAYS; count++) {
      assertThat(names(days(count))).isEqualTo(order);
    }
    assertThat(names(new Absence.ForGood())).isEqualTo(order);
  }

  private static List<String> names(Absence absence) {
    return SafetyPicture.of(Samples.many(), NOW, absence).lanes().stream()
        .map(SafetyLane::name)
        .toList();
  }

  @Test
  void what_falls_into_the_absence_is_in_danger_as_the_outlook_says() {
    DatabaseStatus status = verified("a", Duration.ofDays(20));

    assertThat(lane(status, days(9)).fate()).isEqualTo(Fate.SAFE);
    assertThat(lane(status, days(10)).fate()).isEqualTo(Fate.ENDANGERED);
    assertThat(lane(Samples.alsoKept(status), days(10)).fate()).isEqualTo(Fate.KEPT_ELSEWHERE);
    assertThat(lane(verified("b", Duration.ofMinutes(1)), new Absence.ForGood()).fate())
        .isEqualTo(Fate.ENDANGERED);
  }

  @Test
  void while_it_is_off_nothing_is_touched_and_what_was_missed_is_touched_at_once() {
    SafetyLane lane = lane(verified("a", Duration.ofMinutes(3)), days(15));

    assertThat(lane.watchedFrom()).hasValue(0.5);
    assertThat(lane.dots(0.001).getFirst()).isEqualTo(0.5);
    assertThat(lane.dots(0.001)).allMatch(at -> at >= 0.5 && at <= 1);
  }

  @Test
  void who_never_comes_back_touches_nothing() {
    SafetyLane lane = lane(verified("a", Duration.ofMinutes(3)), new Absence.ForGood());

    assertThat(lane.watchedFrom()).isEmpty();
    assertThat(lane.dots(0.001)).isEmpty();
  }

  @Test
  void planned_touches_are_as_far_apart_as_the_interval() {
    SafetyLane lane = lane(verified("a", Duration.ofMinutes(3)), days(0));
    List<Double> dots = lane.dots(1e-9);

    assertThat(dots).hasSizeBetween(119, 121);
    assertThat(dots.get(1) - dots.getFirst()).isCloseTo(0.25 / 30, A_MINUTE);
  }

  @Test
  void dots_that_would_run_together_are_thinned_and_stay_planned_touches() {
    SafetyLane lane = lane(verified("a", Duration.ofMinutes(3)), days(0));
    List<Double> all = lane.dots(1e-9);
    List<Double> thin = lane.dots(0.01);

    assertThat(thin.get(1) - thin.getFirst()).isGreaterThanOrEqualTo(0.01);
    assertThat(thin)
        .allSatisfy(
            at -> assertThat(all).anySatisfy(one -> assertThat(one).isCloseTo(at, A_MINUTE)));
  }

  @Test
  void a_pause_is_a_gap() {
    DatabaseStatus until = Statuses.paused("a", new Pause.Until(NOW.plus(Duration.ofDays(3))));
    DatabaseStatus open = Statuses.paused("b", new Pause.UntilResumed());

    assertThat(lane(until, days(0)).watchedFrom()).hasValue(0.1);
    assertThat(lane(until, days(0)).touches()).hasValue(0.1);
    assertThat(lane(until, days(6)).watchedFrom()).hasValue(0.2);
    assertThat(lane(open, days(0)).watchedFrom()).isEmpty();
    assertThat(lane(open, days(0)).touches()).isEmpty();
  }

  @Test
  void a_schedule_that_rests_watches_nothing() {
    Snapshot rests =
        new Snapshot(Statuses.agent(false), List.of(verified("a", Duration.ofDays(1))));

    assertThat(SafetyPicture.of(rests, NOW, days(0)).lanes().getFirst().watchedFrom())
        .isEqualTo(OptionalDouble.empty());
  }

  @Test
  void days_stay_on_the_axis() {
    assertThat(new Absence.Days(-3)).isEqualTo(new Absence.Days(0));
    assertThat(new Absence.Days(99)).isEqualTo(new Absence.Days(SafetyPicture.DAYS));
  }
}
