package dev.upkeep.history.store;

import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.history.RecordedTouch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// A process that records touches as fast as it can, and prints the number of each once it was
/// acknowledged, until somebody kills it. Arguments: the file, the native folder, a seed.
final class KilledWriter {
  private static final PrintStream OUT = System.out;

  private KilledWriter() {}

  static Process start(Path file, Path nativeFolder, long seed) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            KilledWriter.class.getName(),
            file.toString(),
            nativeFolder.toString(),
            Long.toString(seed))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  public static void main(String[] arguments) throws Exception {
    Random random = new Random(Long.parseLong(arguments[2]));
    Connector sqlite =
        Connector.unpackingTo(UnpackedLibraries.ofThisProcess(Path.of(arguments[1])));
    Instant at = Touches.NOW;
    History history =
        History.open(Path.of(arguments[0]), sqlite, at, notice -> OUT.println(notice.sentence()));
    for (DatabaseRecord standing : history.standings().values()) {
      Instant last = standing.last().orElseThrow().at();
      at = last.isAfter(at) ? last : at;
    }
    while (true) {
      at = at.plusSeconds(random.nextInt(3_600));
      UUID database = new UUID(3, random.nextInt(5));
      NewTouch touch = Touches.at(database, at, Touches.alive(), Duration.ofMinutes(30));
      List<RecordedTouch> recorded = history.record(List.of(touch));
      OUT.println("ack " + recorded.getFirst().id());
      OUT.flush();
    }
  }
}
