package dev.upkeep.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class TimetableTest {
  private static final ZonedDateTime START =
      ZonedDateTime.of(2027, 2, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private static DeployedDatabase kept(String name, Duration window, Duration interval) {
    return new DeployedDatabase(
        Database.of(
                UUID.randomUUID(),
                name,
                new Endpoint.Redis("example.com", 6379, Optional.empty(), true))
            .edit()
            .window(Optional.of(window))
            .interval(Optional.of(interval))
            .done(),
        Optional.empty());
  }

  private static List<Run> runs(Engine engine, DeployedDatabase... databases) {
    return new Timetable(engine, Duration.ofHours(6)).runs(List.of(databases));
  }

  /// In the worst place for a window: just after a run.
  @ParameterizedTest
  @CsvSource({
    "PT1H, P30D",
    "PT1H, PT1M",
    "PT24H, PT6H",
    "PT24H, P1D",
    "P9D, P4D",
    "P14D, P7D",
    "P30D, P30D",
    "P30D, PT6H",
    "P30D, P9D",
    "P400D, P30D"
  })
  void three_runs_are_in_every_window_wherever_it_begins(Duration window, Duration interval) {
    for (Engine engine : Engine.values()) {
      Run run = runs(engine, kept("shop", window, interval)).getFirst();
      List<ZonedDateTime> times = Cron.parse(run.schedule().cron()).from(START).limit(60).toList();

      for (int i = 0; i + 3 < times.size(); i++) {
        assertThat(Duration.between(times.get(i), times.get(i + 3)))
            .as(engine + " " + run.schedule().cron())
            .isLessThanOrEqualTo(window);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void databases_that_want_the_same_share_a_run_at_the_time_of_the_first(Engine engine) {
    Duration month = Duration.ofDays(30);
    DeployedDatabase shop = kept("shop", month, Duration.ofHours(6));
    DeployedDatabase daily = kept("daily", month, Duration.ofDays(1));
    DeployedDatabase blog = kept("blog", month, Duration.ofHours(7));

    List<Run> runs = runs(engine, shop, daily, blog);

    assertThat(runs).extracting(Run::word).containsExactly("6h", "1d");
    assertThat(runs.getFirst().databases()).containsExactly(shop, blog);
    assertThat(runs.getFirst().schedule())
        .isEqualTo(runs(engine, shop).getFirst().schedule())
        .isNotEqualTo(runs(engine, blog, shop).getFirst().schedule());
  }
}
