package dev.upkeep.cli;

import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.touch.Label;
import java.time.Instant;
import java.util.List;

/// Prints how databases are doing, for people or programs.
final class StatusReport {
  private final Upkeep upkeep;
  private final AgentInfo agent;

  StatusReport(Upkeep upkeep, AgentInfo agent) {
    this.upkeep = upkeep;
    this.agent = agent;
  }

  StatusText text() {
    return new StatusText(agent, upkeep.console().when(), label());
  }

  void databases(List<DatabaseStatus> databases) {
    Console console = upkeep.console();
    if (!upkeep.json()) {
      text().table(databases, upkeep.paint()).forEach(console.out()::println);
      return;
    }
    Instant now = console.clock().instant();
    for (DatabaseStatus status : databases) {
      console.out().println(StatusJson.database(status, agent, now).build().write());
    }
  }

  /// Ours, as far as it can be known here: the agent may have been given another one.
  private String label() {
    try {
      return Label.of(upkeep.console().environment());
    } catch (IllegalArgumentException notOurBusiness) {
      return "";
    }
  }
}
