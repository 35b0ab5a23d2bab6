package dev.upkeep;

import dev.upkeep.cli.Cli;
import dev.upkeep.cli.Console;
import dev.upkeep.window.Window;
import java.security.Security;
import java.util.List;

/// Starts what the first argument names.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // The JDK would remember for 10 s that a name is unknown, and forget why: a second try after a
    // name server's hiccup would be told that the name does not exist, without anybody asking.
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
    List<String> arguments = List.of(args);
    if (!arguments.isEmpty() && arguments.getFirst().equals("window")) {
      Window.prepare();
    }
    // Only here is the window named: no other command pays for loading it.
    System.exit(
        arguments.contains("window")
            ? Cli.run(arguments, Console.system(), Window::open)
            : Cli.run(arguments, Console.system()));
  }
}
