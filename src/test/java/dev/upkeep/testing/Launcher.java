package dev.upkeep.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/// Upkeep as an installed program: a file that others start, with the classes under test.
public final class Launcher {
  private Launcher() {}

  /// Installs it as `bin/upkeep` in a folder, where the package has it.
  ///
  /// A script: Windows starts none.
  public static Path in(Path folder) {
    if (File.separatorChar == '\\') {
      throw new TestAbortedException("Windows starts no scripts");
    }
    try {
      Path program = Files.createDirectories(folder.resolve("bin")).resolve("upkeep");
      Files.writeString(
          program,
          "#!/bin/sh\nexec %s -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp %s dev.upkeep.Main \"$@\"\n"
              .formatted(
                  quoted(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                  quoted(System.getProperty("java.class.path"))));
      Modes.set(program, "rwxr-xr-x");
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
