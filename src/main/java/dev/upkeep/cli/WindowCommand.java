package dev.upkeep.cli;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `upkeep window`: shows the running agent's databases until it is closed. Never keeps anything
/// itself, so it needs an agent to begin with; what happens to the agent later, it shows.
@Command(name = "window", description = "Open the window of the running agent.")
final class WindowCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Option(names = "--database", paramLabel = "UUID", hidden = true)
  private @Nullable UUID database;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  WindowCommand() {}

  @Override
  public Integer call() throws Exception {
    LocalAgent agent = upkeep.localAgent();
    agent.requireRunning();
    boolean screen =
        upkeep.window().open(agent.stateFolder(), agent.profile(), Optional.ofNullable(database));
    if (!screen) {
      throw new UsageException(noScreen(upkeep.console().environment()));
    }
    return ExitCode.OK.status();
  }

  private static String noScreen(Map<String, String> environment) {
    String display = Words.foreignWord(environment.getOrDefault("DISPLAY", ""));
    String why =
        display.isEmpty()
            ? "DISPLAY is not set, as X11 and XWayland do it"
            : "DISPLAY is " + display + ", which does not answer, or not to this user";
    return "There is no screen for a window here: "
        + why
        + ". In a terminal, upkeep status, upkeep history and upkeep settings show the same.";
  }
}
