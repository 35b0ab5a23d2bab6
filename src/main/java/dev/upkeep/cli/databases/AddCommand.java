package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Names;
import dev.upkeep.cli.console.TextOptions;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.cli.console.Words;
import dev.upkeep.control.Added;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseEdit;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.language.CliPhrase;
import dev.upkeep.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep add`: has the agent test and keep every database in a connection text.
@Command(
    name = "add",
    description = {
      "Add databases. Each is tested first, then stored.",
      "A database that waits for its secret, as one that was imported does, gets it where the text"
          + " names its place.",
      "The connection text comes from standard input, or is asked for and not shown; it may have any"
          + " form that a console, a .env file or a client offers, and hold several databases."
    })
public final class AddCommand implements Callable<Integer> {
  /// Others may add at the same moment, and take the names that we find free.
  private static final int NAME_TRIES = 30;

  @ParentCommand private Upkeep upkeep;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "What to call it; without it, what its text calls it, or the first part of the host's name.")
  private @Nullable String name;

  @Mixin private DefinitionOptions options;

  @Mixin private TextOptions text;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  AddCommand() {}

  @Override
  public Integer call() throws Exception {
    Console console = upkeep.console();
    Optional<String> wish = Optional.ofNullable(name);
    if (wish.isPresent()) {
      requireName(wish.get());
    }
    Consumer<DatabaseEdit> wishes = options.read();
    Pasted pasted =
        Pasted.ask(console, "the connection text", options.hasSecretReference(), text.wishes())
            .settled(console, options.caFile());
    if (wish.isPresent() && pasted.found().size() > 1) {
      throw new UsageException(CliPhrase.SEVERAL_FOR_ONE_NAME.with(pasted.found().size()));
    }
    pasted.problems().forEach(console::note);
    List<ExitCode> codes = new ArrayList<>();
    if (!pasted.problems().isEmpty()) {
      codes.add(ExitCode.USAGE);
    }
    if (!pasted.found().isEmpty()) {
      try (AgentApi agent = upkeep.agent()) {
        addAll(agent, pasted.found(), wish, wishes, codes);
      }
    }
    return ExitCode.mostUrgent(codes).status();
  }

  private static void requireName(String name) throws UsageException {
    if (Names.isConnectionText(name)) {
      throw new UsageException(Names.notHere("standard input, or wait to be asked for it"));
    }
    Optional<Sentence> problem = DatabaseName.problem(name);
    if (problem.isPresent()) {
      throw new UsageException(problem.get());
    }
  }

  private void addAll(
      AgentApi agent,
      List<Found> found,
      Optional<String> wish,
      Consumer<DatabaseEdit> wishes,
      List<ExitCode> codes)
      throws AgentException, UsageException {
    Snapshot before = agent.snapshot();
    AddReport report = new AddReport(upkeep, before.agent());
    NewNames names = new NewNames();
    names.avoid(before);
    Filling filling = new Filling(upkeep, agent, before, wishes, options.anyway());
    for (Found one : filling.of(found, wish, report, codes)) {
      one.remarks().forEach(remark -> upkeep.console().note(remark));
      twin(before, one).ifPresent(twin -> upkeep.console().note(twin));
      try {
        report.added(add(agent, one, wish, names, wishes));
      } catch (Refused refused) {
        report.refused(one.endpoint(), refused, found.size() > 1);
        codes.add(ExitCode.of(refused));
      }
    }
  }

  /// Says so where one is kept already at the same place.
  private static Optional<Sentence> twin(Snapshot before, Found found) {
    return before.keptAt(found.endpoint()).stream()
        .findFirst()
        .map(DatabaseStatus::database)
        .map(database ->
            CliPhrase.TWIN.with(
                found.endpoint().hostAndPort(), Words.foreignWord(database.name())));
  }

  private Added add(
      AgentApi agent,
      Found found,
      Optional<String> wish,
      NewNames names,
      Consumer<DatabaseEdit> wishes)
      throws AgentException, UsageException {
    for (int tries = 1; ; tries++) {
      String called = wish.orElseGet(() -> names.next(found));
      DatabaseEdit edit =
          Database.of(UUID.randomUUID(), called, found.endpoint()).withMode(found.mode()).edit();
      wishes.accept(edit);
      Database database = DefinitionOptions.checked(edit);
      try {
        return agent.add(new NewDatabase(database, found.secret(), options.anyway()));
      } catch (Refused refused) {
        boolean nameTaken = refused.reason() == Refused.Reason.CONFLICT && wish.isEmpty();
        if (!nameTaken || tries == NAME_TRIES) {
          throw refused;
        }
        names.avoid(agent.snapshot());
      }
    }
  }
}
