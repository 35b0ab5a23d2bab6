package dev.upkeep.cli.process;

import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.LocalAgent;
import dev.upkeep.cli.console.NoAgentException;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.cli.console.WindowFace;
import dev.upkeep.cli.console.Words;
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
public final class WindowCommand implements Callable<Integer> {
  private static final String NO_GTK =
      "Windows are drawn with GTK 3, of which a library is missing here. Install libgtk-3-0 and"
          + " libxtst6 (Debian, Ubuntu), or gtk3 and libXtst (Fedora, openSUSE).";

  private static final String INSTEAD =
      " In a terminal, upkeep status, upkeep history and upkeep settings show the same.";

  @ParentCommand private Upkeep upkeep;

  @Option(names = "--database", paramLabel = "UUID", hidden = true)
  private @Nullable UUID database;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  WindowCommand() {}

  @Override
  public Integer call() throws Exception {
    LocalAgent agent = upkeep.localAgent();
    agent.requireRunning();
    if (!open(agent)) {
      throw new UsageException(noScreen(upkeep.console().environment()));
    }
    return ExitCode.OK.status();
  }

  private boolean open(LocalAgent agent) throws NoAgentException, UsageException {
    WindowFace window = upkeep.window();
    try {
      return window.open(agent.stateFolder(), agent.profile(), Optional.ofNullable(database));
    } catch (UnsatisfiedLinkError missing) {
      // Windows and macOS bring what they draw with. The packages only recommend it, since a
      // server needs none.
      throw new UsageException(NO_GTK + INSTEAD);
    }
  }

  private static String noScreen(Map<String, String> environment) {
    String display = Words.foreignWord(environment.getOrDefault("DISPLAY", ""));
    String why =
        display.isEmpty()
            ? "DISPLAY is not set, as X11 and XWayland do it"
            : "DISPLAY is " + display + ", which does not answer, or not to this user";
    return "There is no screen for a window here: " + why + "." + INSTEAD;
  }
}
