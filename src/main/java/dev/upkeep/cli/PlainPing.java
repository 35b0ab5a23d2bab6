package dev.upkeep.cli;

import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.ping.PingCommand;
import dev.upkeep.cli.ping.TargetOptions;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A `ping` that is nothing special, as cron and a thousand workflows call it: understood without
/// the parser of everything else, which takes longer to load than the touch takes.
///
/// @param caFile null without `--ca-file`
public record PlainPing(boolean json, boolean stdin, @Nullable Path caFile) {

  /// Understands `touch`, which is also called `ping`, with `--json`, `--stdin` and `--ca-file`,
  /// each at most once.
  ///
  /// @return empty for everything else, right or wrong: that is for the real parser
  static Optional<PlainPing> of(List<String> arguments) {
    if (arguments.isEmpty() || !isTouch(arguments.getFirst())) {
      return Optional.empty();
    }
    Set<String> seen = new HashSet<>();
    Path caFile = null;
    for (int i = 1; i < arguments.size(); i++) {
      String option = arguments.get(i);
      if (!seen.add(option)) {
        return Optional.empty();
      }
      if (option.equals("--ca-file")) {
        i++;
        if (i == arguments.size() || !isPlain(arguments.get(i))) {
          return Optional.empty();
        }
        caFile = Path.of(arguments.get(i));
      } else if (!option.equals("--json") && !option.equals("--stdin")) {
        return Optional.empty();
      }
    }
    return Optional.of(new PlainPing(seen.contains("--json"), seen.contains("--stdin"), caFile));
  }

  private static boolean isTouch(String command) {
    return command.equals("touch") || command.equals("ping");
  }

  private static boolean isPlain(String path) {
    return path.startsWith("/") && path.indexOf('\0') < 0;
  }

  /// The command that this is.
  PingCommand command(Upkeep upkeep) {
    return new PingCommand(upkeep, new TargetOptions(stdin, caFile));
  }
}
