package dev.upkeep.cli.status;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Urgency;
import dev.upkeep.database.DurationText;
import dev.upkeep.words.Screen;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `upkeep status`: the running agent, whether everything is safe, and every database, the most
/// endangered first.
@Command(name = "status", description = "Show the running agent and how the databases are doing.")
public final class StatusCommand implements Callable<Integer> {
  private static final Duration LONGEST_AWAY = Duration.ofDays(3660);

  @ParentCommand private Upkeep upkeep;

  @Option(
      names = "--if-off",
      paramLabel = "DURATION",
      description =
          "Say instead which databases are in danger if this computer stays off so long: 14d.")
  private @Nullable String ifOff;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  StatusCommand() {}

  @Override
  public Integer call() throws Exception {
    if (ifOff != null) {
      return outlook(ifOff);
    }
    Console console = upkeep.console();
    try (AgentApi agent = upkeep.runningAgent()) {
      Snapshot snapshot = agent.snapshot();
      StatusReport report = new StatusReport(upkeep, snapshot.agent());
      if (upkeep.json()) {
        console.out().println(DatabasesJson.agent(snapshot.agent(), agent.outlets()).write());
      } else {
        report.text().agentLines(snapshot).forEach(console.out()::println);
        agent.outlets().stream()
            .filter(one -> one.state() == IntegrationStatus.State.SET)
            .map(one -> Screen.clean(IntegrationReport.line(one)))
            .forEach(console.out()::println);
      }
      if (!snapshot.databases().isEmpty()) {
        if (!upkeep.json()) {
          console.out().println();
        }
        report.databases(Urgency.sorted(snapshot.databases(), console.when().now()));
      }
    }
    return ExitCode.OK.status();
  }

  /// What is known of databases without an agent is enough for this.
  private int outlook(String time) throws Exception {
    Duration away =
        DurationText.parse(time)
            .filter(duration -> duration.compareTo(LONGEST_AWAY) <= 0)
            .orElseThrow(() -> new UsageException("--if-off " + DurationText.EXPECTED));
    try (AgentApi agent = upkeep.agent()) {
      Instant back = upkeep.console().when().now().plus(away);
      new OutlookReport(upkeep).tell(agent.snapshot().databases(), Optional.of(back));
    }
    return ExitCode.OK.status();
  }
}
