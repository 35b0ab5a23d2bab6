package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Selection;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.Database;
import dev.upkeep.database.DurationText;
import dev.upkeep.database.Pause;
import dev.upkeep.words.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `upkeep pause`: lets databases rest.
@Command(name = "pause", description = "Let databases rest, for a time or until they are resumed.")
public final class PauseCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Mixin private Selection chosen;

  @Option(names = "--for", paramLabel = "TIME", description = "For how long, such as 4h.")
  private @Nullable String time;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  PauseCommand() {}

  @Override
  public Integer call() throws Exception {
    chosen.require();
    Optional<Duration> rest = rest();
    try (AgentApi agent = upkeep.agent()) {
      List<DatabaseStatus> databases = chosen.of(agent.snapshot());
      agent.pause(Selection.ids(databases), rest);
      new Changed(upkeep, agent.snapshot()).report(databases, this::sentence);
    }
    return ExitCode.OK.status();
  }

  private Optional<Duration> rest() throws UsageException {
    if (time == null) {
      return Optional.empty();
    }
    return Optional.of(
        DurationText.parse(time)
            .filter(Duration::isPositive)
            .orElseThrow(() -> new UsageException("--for " + DurationText.EXPECTED)));
  }

  private String sentence(DatabaseStatus status) {
    Database database = status.database();
    When when = upkeep.console().when();
    return "Paused "
        + database.name()
        + switch (database.paused().orElseGet(Pause.UntilResumed::new)) {
          case Pause.Until(var end) -> " " + when.lasting(end) + ".";
          case Pause.UntilResumed _ -> " until it is resumed.";
        };
  }
}
