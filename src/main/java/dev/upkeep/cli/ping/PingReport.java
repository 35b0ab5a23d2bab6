package dev.upkeep.cli.ping;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.TouchReportJson;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.words.Screen;

/// Prints what came of touches, for people or programs. For people, failures and what was skipped
/// go to standard error, so that a script's output is empty unless the database is alive.
public final class PingReport {
  private final Upkeep upkeep;

  public PingReport(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  public void print(PingResult result) {
    Console console = upkeep.console();
    if (upkeep.json()) {
      console.out().println(TouchReportJson.of(result.target().database(), result.touch()).write());
    } else if (result.touch().alive()) {
      console.say(PingLine.of(result, console));
    } else {
      console.err().println(Screen.clean(PingLine.of(result, console)));
    }
  }
}
