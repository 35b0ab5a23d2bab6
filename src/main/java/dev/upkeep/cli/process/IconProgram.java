package dev.upkeep.cli.process;

import dev.upkeep.process.OtherProgram;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// The launcher of the icon, where the command line has another one, as on Windows and macOS. An
/// agent in the command line's process would keep the prompt, and end with the terminal.
final class IconProgram {
  /// What a packaged launcher sets for its own process, and what keeps it from starting another.
  private static final List<String> LAUNCHERS_OWN = List.of("_JPACKAGE_LAUNCHER");

  /// Keeps a program alive when its terminal closes; Windows needs none.
  private static final Path NOHUP = Path.of("/usr/bin/nohup");

  private IconProgram() {}

  /// Starts it, if it is not this process's own launcher.
  ///
  /// @return false if there is no other one, or it does not start: then the agent is to run here
  static boolean takesOver(Properties properties, Map<String, String> environment) {
    Path icon = Path.of(properties.getProperty("upkeep.launcher", ""));
    Path own = Path.of(properties.getProperty("jpackage.app-path", ""));
    if (!icon.isAbsolute() || !own.isAbsolute() || icon.equals(own)) {
      return false;
    }
    try {
      OtherProgram.of(command(icon, NOHUP.toFile().canExecute()), given(environment))
          .redirectInput(OtherProgram.NOTHING)
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException notThere) {
      return false;
    }
  }

  static List<String> command(Path icon, boolean nohup) {
    List<String> command = new ArrayList<>();
    if (nohup) {
      command.add(NOHUP.toString());
    }
    command.add(icon.toString());
    return command;
  }

  private static Map<String, String> given(Map<String, String> environment) {
    Map<String, String> given = new java.util.HashMap<>(environment);
    given.keySet().removeAll(LAUNCHERS_OWN);
    return given;
  }
}
