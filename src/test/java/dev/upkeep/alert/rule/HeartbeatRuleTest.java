package dev.upkeep.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.history.Health;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HeartbeatRuleTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Outcome OFFLINE =
      new Outcome.Skipped(Outcome.Skipped.Reason.OFFLINE, "No network.");
  private static final Optional<Instant> SOON = Optional.of(NOW.plusSeconds(60));

  private static Outcome alive(int millis) {
    return new Outcome.Alive(
        Evidence.WRITE, Duration.ofMillis(millis), Optional.empty(), Optional.empty());
  }

  private static Outcome failed(FailureKind kind) {
    return new Outcome.Failed(kind, "No.", "Do something.");
  }

  private static MonitoredDatabase vital(String name, Health health, Outcome outcome) {
    return vital(name, health, outcome, NOW.minusSeconds(60));
  }

  private static MonitoredDatabase vital(String name, Health health, Outcome outcome, Instant at) {
    return new MonitoredDatabase(
        name, health, Optional.of(new Touch(at, outcome, 1, Timings.NONE, Optional.empty())), SOON);
  }

  private static HeartbeatSignal judge(MonitoredDatabase... databases) {
    return HeartbeatRule.judge(List.of(databases), NOW);
  }

  @Test
  void all_alive_is_said_with_the_slowest_touch() {
    assertThat(judge(vital("a", Health.ALIVE, alive(40)), vital("b", Health.ALIVE, alive(90))))
        .isEqualTo(new HeartbeatSignal.Up("2 alive", Duration.ofMillis(90)));
  }

  @Test
  void one_failure_alarms_nobody() {
    assertThat(
            judge(
                vital("a", Health.ALIVE, alive(40)),
                vital("b", Health.FAILING, failed(FailureKind.TIMEOUT))))
        .isEqualTo(new HeartbeatSignal.Up("1 alive, 1 not just now", Duration.ofMillis(40)));
  }

  @Test
  void what_is_down_is_named() {
    assertThat(
            judge(
                vital("a", Health.ALIVE, alive(40)),
                vital("b", Health.DOWN, failed(FailureKind.TIMEOUT))))
        .isEqualTo(new HeartbeatSignal.Down("1 of 2 databases down: b"));
    assertThat(judge(vital("b", Health.DOWN, failed(FailureKind.AUTH))))
        .isEqualTo(new HeartbeatSignal.Down("1 of 1 database is down: b"));
  }

  @Test
  void it_is_silent_when_nothing_is_kept() {
    MonitoredDatabase untouched =
        new MonitoredDatabase("new", Health.UNKNOWN, Optional.empty(), SOON);

    assertThat(judge()).isInstanceOf(HeartbeatSignal.Silence.class);
    assertThat(judge(vital("a", Health.ALIVE, alive(1)), untouched))
        .isInstanceOf(HeartbeatSignal.Silence.class);
  }

  @Test
  void it_is_silent_when_touches_are_not_made() {
    Touch touch = new Touch(NOW, alive(1), 1, Timings.NONE, Optional.empty());
    MonitoredDatabase late =
        new MonitoredDatabase(
            "a",
            Health.ALIVE,
            Optional.of(touch),
            Optional.of(NOW.minus(HeartbeatRule.OVERDUE).minusMillis(1)));
    MonitoredDatabase unplanned =
        new MonitoredDatabase("a", Health.ALIVE, Optional.of(touch), Optional.empty());
    MonitoredDatabase catchingUp =
        new MonitoredDatabase(
            "a", Health.ALIVE, Optional.of(touch), Optional.of(NOW.minusSeconds(60)));

    assertThat(judge(late)).isInstanceOf(HeartbeatSignal.Silence.class);
    assertThat(judge(unplanned)).isInstanceOf(HeartbeatSignal.Silence.class);
    assertThat(judge(catchingUp)).isInstanceOf(HeartbeatSignal.Up.class);
  }

  @Test
  void the_newest_touch_says_whether_the_computer_is_offline() {
    Instant earlier = NOW.minusSeconds(600);

    assertThat(
            judge(
                vital("a", Health.ALIVE, alive(1), earlier),
                vital("b", Health.ALIVE, OFFLINE, NOW)))
        .isInstanceOf(HeartbeatSignal.Silence.class);
    assertThat(
            judge(
                vital("a", Health.ALIVE, alive(1), NOW),
                vital("b", Health.ALIVE, OFFLINE, earlier)))
        .isInstanceOf(HeartbeatSignal.Up.class);
  }

  @Test
  void it_is_silent_while_no_credential_can_be_had() {
    MonitoredDatabase locked = vital("a", Health.UNKNOWN, failed(FailureKind.SECRET));

    assertThat(judge(locked)).isInstanceOf(HeartbeatSignal.Silence.class);
    assertThat(judge(locked, vital("b", Health.ALIVE, alive(1))))
        .isInstanceOf(HeartbeatSignal.Up.class);
  }

  @Test
  void what_rests_is_not_asked_about() {
    MonitoredDatabase resting =
        new MonitoredDatabase("a", Health.PAUSED, Optional.empty(), Optional.empty());

    assertThat(judge(resting))
        .isEqualTo(new HeartbeatSignal.Up("Everything is paused", Duration.ZERO));
    assertThat(judge(resting, vital("b", Health.ALIVE, alive(7))))
        .isEqualTo(new HeartbeatSignal.Up("1 alive", Duration.ofMillis(7)));
  }
}
