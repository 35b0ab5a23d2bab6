package dev.upkeep.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.Samples;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.Pause;
import dev.upkeep.words.When;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class StatusHeadlineTest {
  private static final When WHEN = new When(Samples.NOW, ZoneOffset.UTC);

  private static String headline(CliAgent agent) {
    return StatusHeadline.of(agent.snapshot(), WHEN);
  }

  private static DatabaseStatus failing(String name) {
    return Samples.after(Samples.database(name), Samples.touch(Samples.NOW, Samples.failed()));
  }

  @Test
  void all_well_is_said_with_the_nearest_deadline_and_the_next_touch() {
    CliAgent agent = new CliAgent();
    agent.with(Samples.healthy("a")).with(Samples.healthy("b")).with(Samples.healthy("c"));

    assertThat(headline(agent))
        .isEqualTo("3 databases alive. Nearest deadline 22 December. Next touch in 5 h 57 min.");
  }

  @Test
  void others_are_counted_by_what_is_wrong() {
    CliAgent agent = new CliAgent();
    agent
        .with(Samples.healthy("a"))
        .with(failing("b"))
        .with(Samples.paused(Samples.healthy("c"), new Pause.UntilResumed()));

    assertThat(headline(agent)).startsWith("1 of 3 databases alive, 1 failing, 1 paused.");
  }

  @Test
  void a_deadline_that_has_passed_is_not_called_the_nearest() {
    CliAgent agent = new CliAgent();
    agent.with(
        Samples.after(
            Samples.database("a"),
            Samples.touch(Samples.NOW.minus(Duration.ofDays(40)), Samples.alive())));

    assertThat(headline(agent)).contains("1 deadline passed on 12 November.");
  }

  @Test
  void a_schedule_that_rests_promises_no_touch() {
    assertThat(headline(new CliAgent().resting().with(Samples.healthy("a"))))
        .contains("1 database alive.", "KEEPALIVE_ENABLED")
        .doesNotContain("Next touch");
  }

  @Test
  void with_nothing_to_keep_it_says_how_to_begin() {
    assertThat(headline(new CliAgent()))
        .isEqualTo("No databases yet. Add the first one: upkeep add.");
  }
}
