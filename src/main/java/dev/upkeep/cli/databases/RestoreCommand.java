package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.TextOptions;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.cli.console.Words;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep restore`: brings a database back that was removed.
@Command(
    name = "restore",
    description = {
      "Bring a database back that was removed less than 7 days ago, with its history and tags. Without a name, list"
          + " those that can be brought back."
    })
public final class RestoreCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "What it was called.")
  private @Nullable String name;

  @Option(
      names = "--url",
      description =
          "Take its connection text from standard input, or ask for it: the secret was not kept.")
  private boolean url;

  @Mixin private TextOptions text;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  RestoreCommand() {}

  @Override
  public Integer call() throws Exception {
    try (AgentApi agent = upkeep.agent()) {
      List<RemovedDatabase> removed = agent.removed();
      if (name == null) {
        list(removed);
        return ExitCode.OK.status();
      }
      RemovedDatabase chosen = chosen(removed, name);
      Optional<Found> given = given(chosen.database());
      DatabaseStatus back = agent.restore(chosen.database().id());
      boolean lacks = chosen.database().secretReference().isEmpty();
      if (given.isPresent()) {
        back = withSecret(agent, back.database(), given.get());
      }
      report(chosen, back, lacks && given.isEmpty());
    }
    return ExitCode.OK.status();
  }

  /// The one that was removed last, where several had that name.
  private static RemovedDatabase chosen(List<RemovedDatabase> removed, String name)
      throws UsageException {
    String folded = DatabaseName.folded(name);
    return removed.stream()
        .filter(one -> DatabaseName.folded(one.database().name()).equals(folded))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "No database of that name can be brought back. upkeep restore shows those that"
                    + " can."));
  }

  /// Asked before anything is done, so that a text that is no good leaves everything as it was.
  private Optional<Found> given(Database database) throws UsageException {
    Console console = upkeep.console();
    boolean reference = database.secretReference().isPresent();
    if (!url && (reference || !console.terminal().interactive())) {
      return Optional.empty();
    }
    return Optional.of(
        Pasted.ask(console, "the connection text of " + database.name(), reference, text.wishes())
            .settled(console, database.caFile())
            .one());
  }

  private static DatabaseStatus withSecret(AgentApi agent, Database back, Found found)
      throws AgentException {
    Database changed = back.edit().endpoint(found.endpoint()).done();
    return agent.edit(new DatabaseChange(changed, found.secret(), false, Optional.of(back)));
  }

  private void report(RemovedDatabase chosen, DatabaseStatus back, boolean lacksSecret) {
    Console console = upkeep.console();
    String before = chosen.database().name();
    String now = back.database().name();
    if (upkeep.json()) {
      console
          .out()
          .println(
              Json.object()
                  .put("id", back.database().id().toString())
                  .put("database", now)
                  .put("formerName", before)
                  .put("lacksSecret", lacksSecret)
                  .build()
                  .write());
      return;
    }
    console.say(
        now.equals(before)
            ? "Brought back " + now + "."
            : "Brought back " + before + " as " + now + ", since the name is taken.");
    if (lacksSecret) {
      console.note(
          "Its secret was not kept. Give its connection text once: upkeep edit "
              + Words.foreignWord(now)
              + " --url");
    }
  }

  private void list(List<RemovedDatabase> removed) {
    Console console = upkeep.console();
    if (upkeep.json()) {
      removed.forEach(one ->
          console
              .out()
              .println(
                  Json.object()
                      .put("id", one.database().id().toString())
                      .put("database", one.database().name())
                      .put("removedAt", Words.instant(one.at()))
                      .put("until", Words.instant(one.at().plus(RemovedDatabase.KEPT)))
                      .build()
                      .write()));
    } else if (removed.isEmpty()) {
      console.say("Nothing was removed in the last 7 days.");
    } else {
      removed.forEach(one ->
          console.say(
              one.database().name()
                  + ", which can be brought back "
                  + console.when().lasting(one.at().plus(RemovedDatabase.KEPT))));
    }
  }
}
