package dev.upkeep;

import dev.upkeep.cli.Cli;
import dev.upkeep.cli.InstalledTime;
import dev.upkeep.cli.Rehearsal;
import dev.upkeep.cli.console.Console;
import dev.upkeep.window.Window;
import java.util.List;

/// Starts what the first argument names.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    List<String> arguments = List.of(args);
    InstalledTime.restore(System.getProperties());
    if (!arguments.isEmpty() && arguments.getFirst().equals("window")) {
      Window.prepare();
    }
    Console console = Console.system();
    if (arguments.size() == 1 && arguments.getFirst().equals("rehearse")) {
      System.exit(Rehearsal.run(console));
    }
    // Only here is the window named: no other command pays for loading it.
    int status =
        arguments.contains("window")
            ? Cli.run(arguments, console, Window::open)
            : Cli.run(arguments, console);
    // To exit is to search every library for a logger first, which takes as long as the touch.
    if (status != 0 || !Cli.endsByItself(arguments, console)) {
      System.exit(status);
    }
  }
}
