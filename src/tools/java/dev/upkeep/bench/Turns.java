package dev.upkeep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Programs that were run in turn, and what each took. A row whose halves differ by more than a
/// tenth, which is another load of the machine, is measured again, at most twice.
final class Turns {
  private static final int ROUNDS = 31;
  private static final int WARM_UP = 3;
  private static final int TRIES = 3;
  private static final double STEADY = 0.1;
  private static final Path OWN = Path.of("/proc/self");

  private final double[][] wall;
  private final double[][] processor;

  private Turns(int programs) {
    wall = new double[programs][ROUNDS];
    processor = new double[programs][ROUNDS];
  }

  static Turns of(List<Program> programs) throws IOException, InterruptedException {
    Turns turns = run(programs);
    for (int again = 1; again < TRIES && !turns.steady(); again++) {
      turns = run(programs);
    }
    return turns;
  }

  private static Turns run(List<Program> programs) throws IOException, InterruptedException {
    Turns turns = new Turns(programs.size());
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int i = 0; i < programs.size(); i++) {
        double before = ProcessFigures.endedChildrenMillis(OWN);
        double millis = programs.get(i).millis();
        double used = ProcessFigures.endedChildrenMillis(OWN) - before;
        if (round >= 0) {
          turns.wall[i][round] = millis;
          turns.processor[i][round] = used;
        }
      }
    }
    return turns;
  }

  /// Whether the first program's part of the last one's time is the same in both halves.
  private boolean steady() {
    int half = ROUNDS / 2;
    double first = median(wall[0], 0, half) / median(wall[wall.length - 1], 0, half);
    double second = median(wall[0], half, ROUNDS) / median(wall[wall.length - 1], half, ROUNDS);
    return Math.abs(first - second) <= STEADY * Math.min(first, second);
  }

  /// Median, in milliseconds.
  double wall(int program) {
    return median(wall[program], 0, ROUNDS);
  }

  /// What one took of the processor against another, in words.
  String processor(int program, int other) {
    double one = Arrays.stream(processor[program]).average().orElse(0);
    double two = Arrays.stream(processor[other]).average().orElse(0);
    return String.format(Locale.ROOT, "; processor %.0f and %.0f ms, %.2f ×", one, two, one / two);
  }

  /// The machine's load and whether the row is steady, in words.
  String load() throws IOException {
    String load = Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
    return "; load " + load + (steady() ? "" : ", unsteady");
  }

  private static double median(double[] values, int from, int to) {
    double[] sorted = Arrays.copyOfRange(values, from, to);
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
