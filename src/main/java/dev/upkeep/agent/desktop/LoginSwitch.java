package dev.upkeep.agent.desktop;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.LoginStartStatus;
import dev.upkeep.control.LoginStartStatus.State;
import dev.upkeep.desktop.Commands;
import dev.upkeep.desktop.LoginStart;
import dev.upkeep.desktop.OwnProgram;
import dev.upkeep.desktop.SystemCommands;
import dev.upkeep.desktop.linux.XdgAutostart;
import dev.upkeep.desktop.mac.LaunchAgentStart;
import dev.upkeep.desktop.windows.RunKeyStart;
import dev.upkeep.language.RefusalPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The start at login as the agent offers it. Nothing of it is kept: each answer is what the system
/// has at that moment. Callable from any thread.
public final class LoginSwitch {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Optional<LoginStart> start;
  private final Sentence problem;

  private LoginSwitch(Optional<LoginStart> start, Sentence problem) {
    this.start = start;
    this.problem = problem;
  }

  public static LoginSwitch of(LoginStart start) {
    return new LoginSwitch(Optional.of(start), Sentence.verbatim(""));
  }

  /// A switch that cannot be used.
  ///
  /// @param problem why, as a sentence
  public static LoginSwitch unavailable(Sentence problem) {
    return new LoginSwitch(Optional.empty(), problem);
  }

  /// By the mechanism of a system.
  ///
  /// @param osName as in the system property `os.name`
  /// @param program what is to be started, if that is known
  public static LoginSwitch of(
      String osName,
      Map<String, String> environment,
      Path home,
      Optional<String> profile,
      Optional<OwnProgram> program) {
    if (!environment.getOrDefault("UPKEEP_HOME", "").isBlank()) {
      return unavailable(RefusalPhrase.HOME_SET.with());
    }
    Commands commands = new SystemCommands(PATIENCE);
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return of(new RunKeyStart(commands, environment, profile, program));
    }
    if (os.startsWith("mac")) {
      return of(new LaunchAgentStart(commands, home, profile, program));
    }
    return os.startsWith("linux") || os.endsWith("bsd")
        ? of(new XdgAutostart(environment, home, profile, program))
        : unavailable(RefusalPhrase.LOGIN_UNKNOWN.with());
  }

  /// Removes the entries of every profile, where an uninstaller can ask for that.
  public static void removeAll(String osName, Map<String, String> environment) throws IOException {
    if (osName.toLowerCase(Locale.ROOT).startsWith("windows")) {
      RunKeyStart.removeAll(new SystemCommands(PATIENCE), environment);
    }
  }

  /// What the system has.
  ///
  /// @throws Refused if it does not tell
  public LoginStartStatus status() throws Refused {
    if (start.isEmpty()) {
      return new LoginStartStatus(State.UNAVAILABLE, Optional.empty(), Optional.of(problem));
    }
    try {
      LoginStart present = start.get();
      return new LoginStartStatus(
          State.valueOf(present.state().name()), Optional.of(present.place()), Optional.empty());
    } catch (IOException e) {
      throw refused(Told.of(e));
    }
  }

  /// Turns it on or off.
  ///
  /// @return what the system has afterwards
  /// @throws Refused if the system does not let it, or nothing can be turned here
  public LoginStartStatus turn(boolean on) throws Refused {
    try {
      start.orElseThrow(() -> refused(problem)).turn(on);
    } catch (IOException e) {
      throw refused(Told.of(e));
    }
    return status();
  }

  private static Refused refused(Sentence sentence) {
    return Refused.of(Refused.Reason.SYSTEM, sentence);
  }
}
