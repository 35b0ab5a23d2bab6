package dev.upkeep.cli.settings;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.TextFile;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.ImportReport;
import dev.upkeep.json.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep import`: adds what an export holds.
@Command(
    name = "import",
    description =
        "Add the databases and settings of an export. They arrive paused, without secrets.")
public final class ImportCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Parameters(paramLabel = "FILE", description = "An export; - is standard input.")
  private String file;

  @Option(
      names = "--trust-references",
      description =
          "Follow env: and file: references in it. Only for a file whose origin is known.")
  private boolean trustReferences;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ImportCommand() {}

  @Override
  public Integer call() throws Exception {
    Console console = upkeep.console();
    String text = new TextFile(file).read(console);
    ImportReport report;
    try (AgentApi agent = upkeep.agent()) {
      report = agent.importAll(text, trustReferences);
    }
    if (upkeep.json()) {
      console
          .out()
          .println(
              Json.object()
                  .put("added", Json.array(report.added(), Json::of))
                  .put("problems", Json.array(report.problems(), Json::of))
                  .build()
                  .write());
    } else {
      print(report, console);
    }
    return (report.problems().isEmpty() ? ExitCode.OK : ExitCode.USAGE).status();
  }

  private static void print(ImportReport report, Console console) {
    report.added().forEach(name -> console.say("Added " + name + ", paused."));
    if (report.added().isEmpty()) {
      console.say("No database was added.");
    } else {
      console.say(
          "Give each its secret with upkeep edit NAME --secret, then start it with upkeep resume"
              + " NAME.");
    }
    report.problems().forEach(console::note);
  }
}
