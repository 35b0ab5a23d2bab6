package dev.upkeep.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.TouchMode;
import dev.upkeep.history.store.History;
import dev.upkeep.history.store.NewTouch;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Histories of any age, from seconds to years: no figure claims a second before the first touch, a
/// second after now, or more than there is.
final class UptimePropertyTest {
  private static final long SEED = 20_261_130;
  private static final int HISTORIES = 2_000;
  private static final int IN_FILES = 20;
  private static final UUID DATABASE = new UUID(0, 1);
  private static final Instant NOW = Instant.parse("2026-11-30T23:41:07.123Z");
  private static final List<Duration> WINDOWS =
      List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90));

  @TempDir private Path folder;

  private static List<NewTouch> history(Random random) {
    // Ages of each order of magnitude, not mostly long ones.
    long oldest = (long) Math.exp(random.nextDouble() * Math.log(3.15e10));
    List<NewTouch> touches = new ArrayList<>();
    int count = 1 + random.nextInt(40);
    for (int i = 0; i < count; i++) {
      Instant at = NOW.minusMillis((long) (random.nextDouble() * oldest));
      long next = (long) Math.exp(random.nextDouble() * Math.log(2.6e9));
      touches.add(
          new NewTouch(
              DATABASE,
              new Touch(at, outcome(random), 1, Timings.NONE, Optional.empty()),
              TouchMode.WRITE,
              at.plusMillis(next)));
    }
    touches.sort(Comparator.comparing(touch -> touch.touch().at()));
    return touches;
  }

  private static Outcome outcome(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Outcome.Failed(FailureKind.TIMEOUT, "No answer.", "Wait.");
      case 1 -> new Outcome.Skipped(Outcome.Skipped.Reason.OFFLINE, "Offline.");
      default ->
          new Outcome.Alive(
              Evidence.WRITE, Duration.ofMillis(5), Optional.empty(), Optional.empty());
    };
  }

  private static List<RecordedTouch> recorded(List<NewTouch> touches) {
    List<RecordedTouch> recorded = new ArrayList<>();
    for (NewTouch touch : touches) {
      recorded.add(
          new RecordedTouch(
              recorded.size() + 1, DATABASE, touch.touch(), touch.mode(), touch.nextDue()));
    }
    return recorded;
  }

  private static void holds(Uptime uptime, Duration window, Instant first, String which) {
    Duration age = Duration.between(first, NOW);
    Duration most = age.compareTo(window) < 0 ? age : window;
    assertThat(uptime.span()).as(which).isLessThanOrEqualTo(most.plusMillis(1));
    assertThat(uptime.watched()).as(which).isBetween(Duration.ZERO, uptime.span());
    assertThat(uptime.up()).as(which).isBetween(Duration.ZERO, uptime.watched());
    Stream.of(uptime.watchedShare(), uptime.upShare())
        .forEach(share -> assertThat(share.orElse(0)).as(which).isBetween(0.0, 1.0));
  }

  @Test
  void no_figure_claims_a_second_before_the_first_touch() {
    Random random = new Random(SEED);
    for (int i = 0; i < HISTORIES; i++) {
      List<NewTouch> touches = history(random);
      Instant first = touches.getFirst().touch().at();
      for (Duration window : WINDOWS) {
        String which = "seed " + SEED + ", history " + i + ", " + window;
        holds(Uptime.of(recorded(touches), window, NOW), window, first, which);
      }
    }
  }

  @Test
  void neither_does_the_file_nor_its_chart() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < IN_FILES; i++) {
      List<NewTouch> touches = history(random);
      Instant first = touches.getFirst().touch().at();
      String which = "seed " + SEED + ", history " + i;
      try (History history =
          History.open(folder.resolve(i + ".db"), folder.resolve("native"), NOW, _ -> {})) {
        history.record(touches);
        for (Duration window : WINDOWS) {
          holds(history.uptime(DATABASE, window, NOW), window, first, which + ", " + window);
        }
        for (Stretch stretch : history.chart(DATABASE, NOW.minus(Duration.ofDays(400)), NOW, 180)) {
          if (stretch.to().isBefore(first)) {
            assertThat(stretch.watched()).as(which).isZero();
          }
        }
      }
    }
  }
}
