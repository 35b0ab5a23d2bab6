package dev.upkeep.cli.doctor;

import dev.upkeep.process.OtherProgram;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Whether the installed program starts from the archives that were made with it. Java does not say
/// when they do not fit; a jar that was copied without its time is enough. So it is started once,
/// and what it loads is looked at.
final class StartArchive {
  private static final Set<String> ENVIRONMENT =
      Set.of("PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR");

  private static final long PATIENCE_SECONDS = 20;

  private StartArchive() {}

  /// `used`, or what to do; empty where there are no archives, as before packaging.
  static Optional<String> state(Properties properties) {
    Optional<Path> launcher = path(properties.getProperty("upkeep.launcher", ""));
    Optional<Path> jar = path(properties.getProperty("java.class.path", ""));
    if (launcher.isEmpty() || jar.isEmpty() || !hasArchives(jar.get())) {
      return Optional.empty();
    }
    try {
      Path log = Files.createTempFile("upkeep-", ".log");
      try {
        return loaded(launcher.get(), log) ? judged(Files.readString(log)) : Optional.empty();
      } finally {
        Files.deleteIfExists(log);
      }
    } catch (IOException untold) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// By what Java logs of the classes that it loads. What lies on top of the first archive is
  /// refused as a whole.
  static Optional<String> judged(String log) {
    if (log.lines().noneMatch(line -> line.contains("source:"))) {
      return Optional.empty();
    }
    return Optional.of(
        log.contains("source: shared objects file (top)")
            ? "used"
            : "not used, so starts take longer; install Upkeep again");
  }

  private static boolean loaded(Path launcher, Path log) throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> !ENVIRONMENT.contains(name.toUpperCase(Locale.ROOT)));
    // After the launcher's own options, which turn off what Java logs.
    environment.put("_JAVA_OPTIONS", "-Xlog:class+load:file='" + log + "'");
    Process process =
        OtherProgram.of(List.of(launcher.toString(), face(), "--help"), environment)
            .redirectInput(OtherProgram.NOTHING)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly();
    }
  }

  /// The part of the program whose archive lies on top of another. On Linux one launcher starts
  /// them all, and the agent's lies on nothing.
  private static String face() {
    return System.getProperty("os.name", "").equals("Linux") ? "window" : "agent";
  }

  /// Beside the jar on Windows and macOS, beside its folder on Linux.
  private static boolean hasArchives(Path jar) {
    Path folder = jar.toAbsolutePath().getParent();
    return folder != null
        && (Files.isDirectory(folder.resolve("cache"))
            || Files.isDirectory(folder.resolveSibling("cache")));
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException several) {
      return Optional.empty();
    }
  }
}
