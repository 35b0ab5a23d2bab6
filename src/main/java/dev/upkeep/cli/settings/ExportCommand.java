package dev.upkeep.cli.settings;

import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.TextFile;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.control.AgentApi;
import dev.upkeep.json.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep export`: definitions and settings as a file, never secrets.
@Command(name = "export", description = "Write definitions and settings to a file, never secrets.")
public final class ExportCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Parameters(paramLabel = "FILE", description = "Where to; - is standard output.")
  private String file;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ExportCommand() {}

  @Override
  public Integer call() throws Exception {
    TextFile target = new TextFile(file);
    String text;
    try (AgentApi agent = upkeep.agent()) {
      text = agent.export();
    }
    target.write(upkeep.console(), text);
    if (!target.standard()) {
      report();
    }
    return ExitCode.OK.status();
  }

  private void report() {
    if (upkeep.json()) {
      upkeep.console().out().println(Json.object().put("file", file).build().write());
    } else {
      upkeep.console().say("Written to " + file + ". It holds no secrets.");
    }
  }
}
