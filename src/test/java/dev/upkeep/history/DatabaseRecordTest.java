package dev.upkeep.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.TouchMode;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DatabaseRecordTest {
  private static final UUID SHOP = new UUID(7, 1);
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Instant AHEAD = NOW.plus(Duration.ofDays(401));

  private static RecordedTouch touch(Instant at, Outcome outcome) {
    return new RecordedTouch(
        1,
        SHOP,
        new Touch(at, outcome, 1, Timings.NONE, Optional.empty()),
        TouchMode.WRITE,
        at.plusSeconds(60));
  }

  private static Outcome alive(Evidence evidence) {
    return new Outcome.Alive(evidence, Duration.ZERO, Optional.empty(), Optional.empty());
  }

  private static final Outcome FAILED =
      new Outcome.Failed(FailureKind.TIMEOUT, "No answer.", "Wait.");

  @Test
  void what_a_clock_that_was_ahead_has_dated_counts_from_now_and_no_later() {
    DatabaseRecord ahead =
        DatabaseRecord.unknown(SHOP)
            .after(touch(AHEAD, alive(Evidence.WRITE)))
            .after(touch(AHEAD.plusSeconds(1), FAILED));

    DatabaseRecord right = ahead.asOf(NOW);

    assertThat(right.provenAt()).contains(NOW);
    assertThat(right.lastWrite()).contains(NOW);
    assertThat(right.failingSince()).contains(NOW);
    assertThat(right.asOf(NOW.plusSeconds(60))).isSameAs(right);
    assertThat(right.asOf(NOW.plus(Duration.ofDays(9))).provenAt()).contains(NOW);
  }

  @Test
  void a_proof_that_follows_counts_as_itself() {
    DatabaseRecord ahead =
        DatabaseRecord.unknown(SHOP).after(touch(AHEAD, alive(Evidence.WRITE))).asOf(NOW);
    Instant later = NOW.plusSeconds(600);

    assertThat(ahead.after(touch(later, alive(Evidence.READ))).provenAt()).contains(later);
  }

  @Test
  void clocks_that_are_set_by_seconds_change_nothing() {
    DatabaseRecord record =
        DatabaseRecord.unknown(SHOP).after(touch(NOW.plusSeconds(5), alive(Evidence.WRITE)));

    assertThat(record.asOf(NOW)).isSameAs(record);
  }

  @Test
  void the_last_write_and_the_last_proof_are_told_apart() {
    DatabaseRecord record =
        DatabaseRecord.unknown(SHOP)
            .after(touch(NOW, alive(Evidence.WRITE)))
            .after(touch(NOW.plusSeconds(60), alive(Evidence.READ)));

    assertThat(record.lastWrite()).contains(NOW);
    assertThat(record.provenAt()).contains(NOW.plusSeconds(60));
  }
}
