package dev.upkeep.cli;

import dev.upkeep.cli.console.Console;
import java.util.List;
import java.util.Map;

/// Runs many a `ping` in one process, so that what training keeps of it suits all of them. Only
/// packaging does this; it has to be in the product, since what is kept belongs to a class path.
public final class Rehearsal {
  /// The variable that holds the URLs, one a line, each of REST with its token behind a space.
  private static final String VARIABLE = "SAMPLE_URLS";

  private Rehearsal() {}

  /// Touches each twice: the second time there is a stamp already.
  ///
  /// @return the status of the worst
  public static int run(Console console) {
    int worst = 0;
    for (int round = 0; round < 2; round++) {
      for (String url : console.environment().getOrDefault(VARIABLE, "").lines().toList()) {
        Console one =
            new Console(
                variables(url),
                console.in(),
                console.out(),
                console.err(),
                console.clock(),
                console.terminal());
        List<String> ping = List.of("ping");
        worst = Math.max(worst, Cli.run(ping, one));
        var _ = Cli.endsByItself(ping, one);
      }
    }
    return worst;
  }

  private static Map<String, String> variables(String url) {
    int space = url.indexOf(' ');
    return space < 0
        ? Map.of("UPSTASH_REDIS_URL", url)
        : Map.of(
            "UPSTASH_REDIS_REST_URL",
            url.substring(0, space),
            "UPSTASH_REDIS_REST_TOKEN",
            url.substring(space + 1));
  }
}
