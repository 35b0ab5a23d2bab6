package dev.upkeep;

import dev.upkeep.cli.Cli;
import dev.upkeep.cli.Console;
import dev.upkeep.window.Window;
import java.util.List;

/// Starts what the first argument names.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    List<String> arguments = List.of(args);
    // Only here is the window named: no other command pays for loading it.
    int status =
        arguments.contains("window")
            ? Cli.run(arguments, Console.system(), Window::open)
            : Cli.run(arguments, Console.system());
    // System.exit looks for a logger first, in every library; a ping that went well has no thread
    // left that would keep the process.
    if (status != 0 || !arguments.contains("ping")) {
      System.exit(status);
    }
  }
}
