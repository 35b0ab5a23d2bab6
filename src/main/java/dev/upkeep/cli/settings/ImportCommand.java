package dev.upkeep.cli.settings;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Input;
import dev.upkeep.cli.console.TextFile;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.Words;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.ImportReport;
import dev.upkeep.control.ImportReport.SettingChange;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.json.Json;
import java.util.List;
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

  @Option(
      names = "--trust-addresses",
      description =
          "Take over settings that name an address, such as where metrics are served, unasked.")
  private boolean trustAddresses;

  @Option(names = "--dry-run", description = "Only show what would change.")
  private boolean dryRun;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ImportCommand() {}

  @Override
  public Integer call() throws Exception {
    Console console = upkeep.console();
    String text = new TextFile(file).read(console);
    ImportReport report;
    try (AgentApi agent = upkeep.agent()) {
      boolean addresses = trustAddresses || (!dryRun && agreesToAddresses(agent, text, console));
      report = agent.importAll(text, new ImportTerms(trustReferences, addresses, dryRun));
    }
    if (upkeep.json()) {
      console
          .out()
          .println(
              Json.object()
                  .put("dryRun", dryRun)
                  .put("added", Json.array(report.added(), Json::of))
                  .put("settings", Json.array(report.settings(), ImportCommand::json))
                  .put(
                      "problems",
                      Json.array(report.problems(), problem -> Json.of(problem.english())))
                  .build()
                  .write());
    } else {
      print(report, console);
    }
    return (report.problems().isEmpty() ? ExitCode.OK : ExitCode.USAGE).status();
  }

  /// A person is asked; nobody else can say yes but by the option.
  private static boolean agreesToAddresses(AgentApi agent, String text, Console console)
      throws AgentException {
    if (!console.terminal().interactive()) {
      return false;
    }
    List<SettingChange> addresses =
        agent.importAll(text, new ImportTerms(false, false, true)).settings().stream()
            .filter(change -> !change.made())
            .toList();
    addresses.forEach(change -> console.say(line(change) + "."));
    return !addresses.isEmpty()
        && Input.confirmed(console, "Take over what names an address, too?");
  }

  private static Json.Obj json(SettingChange change) {
    return Json.object()
        .put("key", change.key())
        .put("before", change.before())
        .put("after", change.after())
        .put("made", change.made())
        .build();
  }

  private static String line(SettingChange change) {
    return change.key()
        + ": "
        + Words.foreignWord(change.before())
        + " becomes "
        + Words.foreignWord(change.after());
  }

  private void print(ImportReport report, Console console) {
    String added = dryRun ? "Would add " : "Added ";
    report.added().forEach(name -> console.say(added + name + ", paused."));
    for (SettingChange change : report.settings()) {
      if (change.made()) {
        console.say((dryRun ? "Would set " : "Set ") + line(change) + ".");
      } else {
        console.note(
            "Not taken over, since it names an address: "
                + line(change)
                + ". Repeat with --trust-addresses to take it over.");
      }
    }
    if (report.added().isEmpty()) {
      console.say(dryRun ? "No database would be added." : "No database was added.");
    } else if (!dryRun) {
      console.say(
          "Give all of them their secrets with upkeep add and one text that has them, or each its own"
              + " with upkeep edit NAME --secret; then upkeep resume NAME starts it.");
    }
    report.problems().forEach(problem -> console.note(problem));
  }
}
