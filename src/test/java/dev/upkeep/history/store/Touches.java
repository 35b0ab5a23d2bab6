package dev.upkeep.history.store;

import dev.upkeep.database.TouchMode;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Touches in short words, and a place for SQLite's native library that one JVM shares.
public final class Touches {
  public static final UUID DATABASE = UUID.fromString("6f1c1d0e-0000-4000-8000-000000000001");
  static final UUID OTHER = UUID.fromString("6f1c1d0e-0000-4000-8000-000000000002");
  public static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  public static final Connector SQLITE = Connector.unpackingTo(nativeFolder());

  private Touches() {}

  static Path nativeFolder() {
    try {
      Path parent = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
      return Files.createDirectories(parent.resolve("sqlite-native"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Outcome alive() {
    return new Outcome.Alive(
        Evidence.WRITE, Duration.ofMillis(42), Optional.empty(), Optional.empty());
  }

  public static Outcome failed(FailureKind kind) {
    return new Outcome.Failed(kind, "It failed.", "Do something.");
  }

  public static Outcome skipped(Outcome.Skipped.Reason reason) {
    return new Outcome.Skipped(reason, "It was not visited.");
  }

  public static Touch touch(Instant at, Outcome outcome) {
    return new Touch(at, outcome, 1, Timings.NONE, Optional.empty());
  }

  /// A touch of [#DATABASE], after which the next is due after a while.
  public static NewTouch at(Instant at, Outcome outcome, Duration interval) {
    return at(DATABASE, at, outcome, interval);
  }

  public static NewTouch at(UUID database, Instant at, Outcome outcome, Duration interval) {
    return new NewTouch(database, touch(at, outcome), TouchMode.WRITE, at.plus(interval));
  }

  /// As many touches that succeeded, one a minute, the first at [#NOW].
  static List<NewTouch> minutes(int count) {
    List<NewTouch> touches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      touches.add(at(NOW.plusSeconds(60L * i), alive(), Duration.ofMinutes(1)));
    }
    return touches;
  }
}
