package dev.upkeep.cli.status;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseStatus;
import java.time.Instant;
import java.util.List;

/// Prints how databases are doing, for people or programs.
public final class StatusReport {
  private final Upkeep upkeep;
  private final AgentInfo agent;

  public StatusReport(Upkeep upkeep, AgentInfo agent) {
    this.upkeep = upkeep;
    this.agent = agent;
  }

  public StatusText text() {
    return new StatusText(agent, upkeep.console().when());
  }

  public void databases(List<DatabaseStatus> databases) {
    Console console = upkeep.console();
    if (!upkeep.json()) {
      text().table(databases, upkeep.paint()).forEach(console.out()::println);
      return;
    }
    Instant now = console.clock().instant();
    for (DatabaseStatus status : databases) {
      console.out().println(DatabasesJson.database(status, agent, now).build().write());
    }
  }
}
