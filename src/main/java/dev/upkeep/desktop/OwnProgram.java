package dev.upkeep.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/// This program, as a system can start it again.
///
/// @param launcher absolute; what to start when there is nobody at a terminal
public record OwnProgram(Path launcher) {
  /// Set by jpackage's launchers to their own paths.
  private static final String PACKAGED = "jpackage.app-path";

  /// Set by whoever knows better: the scripts of Linux, packaged or written by `make build`.
  private static final String SCRIPT = "upkeep.launcher";

  /// The icon's launcher: of Windows, and of macOS.
  private static final List<String> ICONS = List.of("upkeep-tray", "Upkeep");

  /// The window's launcher beside ours, where Java's options are not the launcher's to choose.
  private static final String WINDOW = "upkeep-window";

  /// Finds out how this process was started. A program started by hand, as `java -cp …`, is not
  /// known.
  ///
  /// @param properties as in [System#getProperties()]
  public static Optional<OwnProgram> find(Properties properties) {
    return path(properties, SCRIPT)
        .or(() -> path(properties, PACKAGED).map(OwnProgram::behindTheIcon))
        .map(OwnProgram::new);
  }

  /// What is to run at login: the agent, without a window.
  ///
  /// @param profile empty for the default one
  public List<String> atLogin(Optional<String> profile) {
    return profile
        .map(name -> List.of(launcher.toString(), "agent", "--profile", name))
        .orElseGet(() -> List.of(launcher.toString(), "agent"));
  }

  /// What shows the window of the agent that runs.
  ///
  /// @param profile empty for the default one
  /// @param database whose history to begin with; empty for the overview
  public List<String> window(Optional<String> profile, Optional<UUID> database) {
    Path own = launcher.resolveSibling(WINDOW + extension(launcher));
    Path window = Files.isRegularFile(own) ? own : launcher;
    List<String> command = new ArrayList<>(List.of(window.toString(), "window"));
    profile.ifPresent(name -> command.addAll(List.of("--profile", name)));
    database.ifPresent(id -> command.addAll(List.of("--database", id.toString())));
    return List.copyOf(command);
  }

  /// What is to run at login, of a program that may not be known.
  ///
  /// @throws IOException if it is not, as a sentence
  public static List<String> atLogin(Optional<OwnProgram> program, Optional<String> profile)
      throws IOException {
    return program
        .orElseThrow(() ->
            new IOException(
                "Start at login needs the installed program, and this one was started by hand with"
                    + " java. Start Upkeep by its launcher and try again."))
        .atLogin(profile);
  }

  /// The command line has a launcher of its own, which on Windows brings a console window along.
  /// The icon's is beside it, and is not called like the command line where a disk would not tell
  /// them apart.
  private static Path behindTheIcon(Path packaged) {
    return ICONS.stream()
        .map(name -> packaged.resolveSibling(name + extension(packaged)))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(packaged);
  }

  private static String extension(Path launcher) {
    return launcher.toString().endsWith(".exe") ? ".exe" : "";
  }

  private static Optional<Path> path(Properties properties, String name) {
    try {
      return Optional.of(Path.of(properties.getProperty(name, ""))).filter(Path::isAbsolute);
    } catch (InvalidPathException notOfThisSystem) {
      return Optional.empty();
    }
  }
}
