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
    System.exit(
        arguments.contains("window")
            ? Cli.run(arguments, Console.system(), Window::open)
            : Cli.run(arguments, Console.system()));
  }
}
