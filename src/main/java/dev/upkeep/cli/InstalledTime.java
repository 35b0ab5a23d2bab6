package dev.upkeep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;

/// Gives the program's jar the time that it had when its archives were made. Java compares it, and
/// starts slower without a word where it differs; a cabinet of Windows keeps local times, so an
/// installed jar has another one wherever the clock is not that of the machine that built it.
public final class InstalledTime {
  private InstalledTime() {}

  /// Does so for the jar that this process was started from, where the launcher says what its time
  /// was. What cannot be mended stays slow.
  public static void restore(Properties properties) {
    String born = properties.getProperty("upkeep.born");
    if (born == null) {
      return;
    }
    try {
      FileTime wanted = FileTime.from(Instant.parse(born));
      Path jar = Path.of(properties.getProperty("java.class.path", ""));
      if (!Files.getLastModifiedTime(jar).equals(wanted)) {
        Files.setLastModifiedTime(jar, wanted);
      }
    } catch (IOException | DateTimeException | InvalidPathException notOurs) {
      // upkeep doctor says whether the archives are used.
    }
  }
}
