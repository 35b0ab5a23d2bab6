package dev.upkeep.window;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentPlace;
import dev.upkeep.control.ControlClient;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Starts an agent of this very program: the packaged launcher where there is one, else the Java
/// and the class path that run this window.
final class OwnAgentStarter implements AgentStarter {
  private final AgentPlace place;
  private final Optional<String> profile;

  /// A starter of agents for one place.
  ///
  /// @param profile that leads to the place; empty for the default one
  OwnAgentStarter(AgentPlace place, Optional<String> profile) {
    this.place = place;
    this.profile = profile;
  }

  @Override
  public void start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command());
    profile.ifPresent(name -> builder.environment().put("UPKEEP_PROFILE", name));
    // With these of ours, a packaged launcher cannot start itself.
    builder.environment().keySet().removeAll(List.of("_JPACKAGE_LAUNCHER", "LD_LIBRARY_PATH"));
    builder.redirectInput(Redirect.from(nothing()));
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    builder.start();
  }

  @Override
  public void restart() throws IOException, AgentException {
    try {
      ControlClient.stopAnyVersion(place);
    } catch (AgentException.Gone _) {
      // Then there is nothing to end; whether it has, the new one finds out by itself.
    }
    start();
  }

  private static List<String> command() {
    String launcher =
        System.getProperty("upkeep.launcher", System.getProperty("jpackage.app-path", ""));
    if (!launcher.isEmpty()) {
      return List.of(launcher, "agent");
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.upkeep.Main",
        "agent");
  }

  private static java.io.File nothing() {
    return new java.io.File(
        System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
  }
}
