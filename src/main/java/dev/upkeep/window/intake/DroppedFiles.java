package dev.upkeep.window.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Looks for databases in files and folders that were dropped, for a limited time: a file system of
/// the network may hang for hours, and then what was found until then is all there is.
public final class DroppedFiles {
  /// How long it may take in all.
  static final Duration TIME = Duration.ofSeconds(2);

  private DroppedFiles() {}

  /// Looks through them. Blocks for no longer than two seconds.
  public static Gathered read(List<Path> dropped) {
    return read(new FileSearch(dropped), TIME);
  }

  static Gathered read(FileSearch search, Duration patience) {
    // A thread of the platform: a virtual one that hangs in a file call holds one that carries all.
    Thread reader = Thread.ofPlatform().daemon().name("dropped-files").start(search);
    try {
      reader.join(patience);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return search.end();
  }
}
