package dev.upkeep;

import dev.upkeep.cli.Cli;
import dev.upkeep.cli.Console;
import java.util.List;

/// Starts what the first argument names.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Cli.run(List.of(args), Console.system()));
  }
}
