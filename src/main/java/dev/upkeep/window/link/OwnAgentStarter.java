package dev.upkeep.window.link;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.process.OtherProgram;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Starts an agent of this very program: the launcher where there is one, else the Java and the
/// class path that run this window.
///
/// The window's environment holds no secrets, and neither does that of what it starts. An agent
/// that was given some says so ([dev.upkeep.control.AgentInfo#standalone]) and is not started here.
public final class OwnAgentStarter implements AgentStarter {
  /// Set by the packaged launchers and by the script of `make build`, to their own paths.
  private static final List<String> LAUNCHERS = List.of("upkeep.launcher", "jpackage.app-path");

  private final AgentPlace place;
  private final Optional<String> profile;
  private final Map<String, String> environment;

  /// A starter of agents for one place.
  ///
  /// @param profile that leads to the place; empty for the default one
  /// @param environment that leads to the place
  public OwnAgentStarter(
      AgentPlace place, Optional<String> profile, Map<String, String> environment) {
    this.place = place;
    this.profile = profile;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public void start() throws IOException {
    Map<String, String> given = new HashMap<>(environment);
    profile.ifPresent(name -> given.put("UPKEEP_PROFILE", name));
    // With these of ours, a packaged launcher cannot start itself.
    given.keySet().removeAll(List.of("_JPACKAGE_LAUNCHER", "LD_LIBRARY_PATH"));
    OtherProgram.of(command(), given)
        .redirectInput(OtherProgram.NOTHING)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
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
    return LAUNCHERS.stream()
        .map(name -> System.getProperty(name, ""))
        .filter(path -> !path.isEmpty())
        .findFirst()
        .map(launcher -> List.of(launcher, "agent"))
        .orElseGet(OwnAgentStarter::byJava);
  }

  private static List<String> byJava() {
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
}
