package dev.upkeep;

import dev.upkeep.cli.Cli;
import dev.upkeep.cli.Console;
import java.security.Security;
import java.util.List;

/// Starts what the first argument names.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // The JDK would remember for 10 s that a name is unknown, and forget why: a second try after a
    // name server's hiccup would be told that the name does not exist, without anybody asking.
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
    System.exit(Cli.run(List.of(args), Console.system()));
  }
}
