package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Input;
import dev.upkeep.cli.console.Names;
import dev.upkeep.cli.console.TextOptions;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.cli.console.Words;
import dev.upkeep.cli.status.DatabasesJson;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.account.ProviderFigures;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseEdit;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.language.AccountPhrase;
import dev.upkeep.touch.FailureKind;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep rescue`: a database that was archived and restored goes on as the same one.
@Command(
    name = "rescue",
    description = {
      "Go on with an archived database under its new connection text. Restore its backup in the provider's console"
          + " first: that makes a new database. Name, history, tags and settings stay; the old secret is removed. The"
          + " new text is tested first."
    })
public final class RescueCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Parameters(paramLabel = "NAME", description = "The database that is gone.")
  private String name;

  @Option(
      names = "--stdin",
      description = "Read the new connection text from standard input instead of asking for it.")
  private boolean stdin;

  @Option(
      names = "--archived",
      description =
          "It is archived, although Upkeep has not seen that: its name was not gone twice, and no account says so.")
  private boolean archived;

  @Mixin private TextOptions text;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  RescueCommand() {}

  @Override
  public Integer call() throws Exception {
    Console console = upkeep.console();
    Database old;
    try (AgentApi agent = upkeep.agent()) {
      DatabaseStatus status = new Names(agent.snapshot()).one(name);
      old = status.database();
      requireArchived(status);
      tell(status);
    }
    // Nobody holds the agent's place while a person looks for a text.
    Found found = given(console, old);
    found.remarks().forEach(console::note);
    try (AgentApi agent = upkeep.agent()) {
      Database now = new Names(agent.snapshot()).one(name).database();
      DatabaseEdit edit = now.edit();
      EditCommand.move(edit, now, found);
      if (found.secret().isPresent()) {
        edit.secretReference(Optional.empty());
      }
      DatabaseStatus rescued =
          agent.edit(
              new DatabaseChange(
                  DefinitionOptions.checked(edit), found.secret(), false, Optional.of(now)));
      report(agent.snapshot(), rescued);
    }
    return ExitCode.OK.status();
  }

  private Found given(Console console, Database old) throws UsageException {
    boolean reference = old.secretReference().isPresent();
    Pasted pasted =
        stdin
            ? Pasted.read(Input.standardInput(console), text.wishes())
            : Pasted.ask(
                console, "the new connection text of " + old.name(), reference, text.wishes());
    return pasted.settled(console, old.caFile()).one();
  }

  private void requireArchived(DatabaseStatus status) throws UsageException {
    boolean nameGone =
        status.failures() >= 2
            && status
                .last()
                .flatMap(RecordedTouch::failureKind)
                .filter(kind -> kind == FailureKind.UNRESOLVED)
                .isPresent();
    boolean gone = status.figures().flatMap(ProviderFigures::goneSince).isPresent();
    if (!archived && !nameGone && !gone) {
      throw new UsageException(
          status.database().name()
              + " does not look archived: its name was not gone twice, and no account says that it"
              + " is gone. If it is all the same, say --archived; for another address of a database"
              + " that lives, use upkeep edit NAME --url.");
    }
  }

  /// What happened, as far as it is known.
  private void tell(DatabaseStatus status) {
    Console console = upkeep.console();
    status
        .lastWrite()
        .ifPresent(at ->
            console.note(
                console.language().say(AccountPhrase.LAST_WRITE, console.when().longDate(at))));
    status
        .figures()
        .flatMap(ProviderFigures::goneSince)
        .ifPresent(at ->
            console.note(
                console.language().say(AccountPhrase.SAYS_GONE, console.when().longDate(at))));
  }

  private void report(Snapshot snapshot, DatabaseStatus rescued) {
    Console console = upkeep.console();
    if (upkeep.json()) {
      console
          .out()
          .println(
              DatabasesJson.database(rescued, snapshot.agent(), console.clock().instant())
                  .put("rescued", true)
                  .build()
                  .write());
      return;
    }
    console.say(
        console
            .language()
            .say(
                AccountPhrase.RESCUED,
                Words.foreignWord(rescued.database().name()),
                rescued.database().endpoint().hostAndPort()));
  }
}
