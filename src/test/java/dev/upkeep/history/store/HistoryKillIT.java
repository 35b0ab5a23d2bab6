package dev.upkeep.history.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.history.Filter;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Uptime;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a writing process (`kill -9`) at moments that a seed decides. More rounds:
/// `-Dupkeep.kills=200`.
final class HistoryKillIT {
  private static final long SEED = 20260310;

  @TempDir Path folder;

  @Test
  void whatever_was_acknowledged_is_there_after_a_kill() throws Exception {
    Path file = folder.resolve("upkeep.db");
    Random random = new Random(SEED);
    Set<Long> acknowledged = new HashSet<>();
    for (int round = 0; round < Integer.getInteger("upkeep.kills", 5); round++) {
      acknowledged.addAll(writeUntilKilled(file, random.nextInt(400), random.nextLong()));

      assertThat(RawFile.integrity(file)).as("round %d", round).containsExactly("ok");
      assertThat(RawFile.ids(file)).as("round %d", round).containsAll(acknowledged);
    }
    assertThat(acknowledged).hasSizeGreaterThan(100);
    expectSumsOf(file);
  }

  /// @return the numbers that it acknowledged
  private List<Long> writeUntilKilled(Path file, int lines, long seed) throws Exception {
    Process writer = KilledWriter.start(file, folder.resolve("native"), seed);
    List<Long> acknowledged = new ArrayList<>();
    try (BufferedReader output = writer.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i <= lines; i++) {
        read(output.readLine(), acknowledged);
      }
      writer.destroyForcibly();
      // What it acknowledged while we made up our mind.
      output.lines().filter(HistoryKillIT::isWhole).forEach(line -> read(line, acknowledged));
    } catch (IOException | java.io.UncheckedIOException closedByTheKill) {
      // Whatever was read until here counts.
    } finally {
      writer.destroyForcibly();
      assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    return acknowledged;
  }

  private static void read(String line, List<Long> acknowledged) {
    assertThat(line).as("a touch, and no notice of damage").startsWith("ack ");
    acknowledged.add(Long.parseLong(line.substring(4)));
  }

  /// The last line may end in the middle.
  private static boolean isWhole(String line) {
    return line.matches("ack [0-9]{1,9}");
  }

  /// Touches and the sums of their days were written together or not at all.
  private static void expectSumsOf(Path file) throws Exception {
    try (History history = History.open(file, Touches.SQLITE, Touches.NOW, notice -> {})) {
      List<RecordedTouch> all = new ArrayList<>();
      history.all(Filter.ALL).forEachRemaining(all::add);
      Instant end = all.getFirst().at();
      Duration window = Duration.ofDays(3650);
      for (UUID database : history.standings().keySet()) {
        List<RecordedTouch> its =
            all.stream().filter(touch -> touch.database().equals(database)).toList();
        assertThat(history.uptime(database, window, end)).isEqualTo(Uptime.of(its, window, end));
      }
    }
  }
}
