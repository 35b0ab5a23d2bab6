package dev.upkeep.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SchedulerSpreadTest {
  private final Rig rig = new Rig();

  private void startWith(int count) {
    rig.scheduler.start(Rig.plans(count), Map.of());
  }

  @Test
  void a_thousand_databases_are_spread_rather_than_burst() {
    startWith(1000);
    rig.time.pass(Duration.ofMinutes(1));

    assertThat(rig.databases.ids()).hasSize(1000).doesNotHaveDuplicates();
    assertThat(rig.databases.visits().getLast().begun())
        .isBetween(Duration.ofMillis(3900), Duration.ofMillis(4100));
    Map<Long, Long> perTenthOfASecond =
        rig.databases.visits().stream()
            .collect(
                Collectors.groupingBy(
                    visit -> visit.begun().toMillis() / 100, TreeMap::new, Collectors.counting()));
    assertThat(perTenthOfASecond.values()).allMatch(begun -> begun <= 26);
    assertThat(rig.databases.mostAtOnce()).isBetween(2, Visits.AT_ONCE);
  }

  @Test
  void afterwards_their_due_times_lie_half_an_hour_and_more_apart() {
    startWith(1000);
    rig.time.pass(Duration.ofMinutes(1));

    List<Instant> dues = rig.stored.values().stream().sorted().toList();
    assertThat(Duration.between(dues.getFirst(), dues.getLast()))
        .isBetween(Duration.ofMinutes(34), Duration.ofMinutes(37));
  }

  @Test
  void at_most_sixteen_touches_run_at_a_time() {
    rig.databases.take(Duration.ofSeconds(10));
    startWith(100);
    rig.time.pass(Duration.ofMinutes(5));

    assertThat(rig.databases.mostAtOnce()).isEqualTo(16);
    assertThat(rig.databases.ids()).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void a_few_begin_a_tenth_of_a_second_apart() {
    startWith(3);
    rig.time.pass(Duration.ofMinutes(1));

    assertThat(rig.databases.visits().stream().map(FakeDatabases.Visited::begun))
        .containsExactly(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @Test
  void whom_a_person_asks_for_is_not_spread_and_goes_first() {
    rig.databases.take(Duration.ofSeconds(10));
    startWith(100);
    rig.time.pass(Duration.ofSeconds(5));

    CompletableFuture<Touch> asked = rig.touchNow(Rig.id(99));
    rig.time.pass(Duration.ofSeconds(5));
    assertThat(asked).isNotDone();
    rig.time.pass(Duration.ofSeconds(10));

    assertThat(asked).isCompleted();
    assertThat(rig.databases.ids()).hasSizeLessThan(50).contains(Rig.id(99));
  }

  @Test
  void a_thousand_that_a_person_asks_for_begin_as_fast_as_they_can() {
    startWith(1000);
    rig.time.pass(Duration.ofMinutes(1));
    rig.databases.visits().clear();

    List<CompletableFuture<Touch>> asked =
        Rig.plans(1000).stream().map(plan -> rig.touchNow(plan.id())).toList();
    rig.time.pass(Duration.ofMillis(50 * (1000 / 16 + 1)));

    assertThat(asked).allMatch(CompletableFuture::isDone);
    assertThat(rig.databases.ids()).hasSize(1000).doesNotHaveDuplicates();
    assertThat(rig.databases.mostAtOnce()).isEqualTo(16);
  }
}
