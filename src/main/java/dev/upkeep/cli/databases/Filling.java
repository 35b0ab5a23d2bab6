package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Input;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.cli.console.Words;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseEdit;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.paste.ConnectionText.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Gives pasted secrets to databases that wait for one, as imported ones do. What would be given to
/// whom is shown first, and at a terminal a person is asked.
final class Filling {
  private final Upkeep upkeep;
  private final AgentApi agent;
  private final Snapshot before;
  private final Consumer<DatabaseEdit> wishes;
  private final boolean untested;

  /// @param wishes what else is to be set, as for a new database
  Filling(
      Upkeep upkeep,
      AgentApi agent,
      Snapshot before,
      Consumer<DatabaseEdit> wishes,
      boolean untested) {
    this.upkeep = upkeep;
    this.agent = agent;
    this.before = before;
    this.wishes = wishes;
    this.untested = untested;
  }

  private record Match(DatabaseStatus waiting, Found found) {
    String line() {
      return Words.foreignWord(waiting.database().name())
          + " ("
          + waiting.database().endpoint().hostAndPort()
          + ") waits for its secret, and this text has it.";
    }
  }

  /// Fills what waits.
  ///
  /// @param wish a name that was given; what has another does not wait for this text
  /// @return what is left to be added
  List<Found> of(List<Found> found, Optional<String> wish, AddReport report, List<ExitCode> codes)
      throws AgentException, UsageException {
    List<Match> matches = new ArrayList<>();
    List<Found> left = new ArrayList<>();
    for (Found one : found) {
      List<DatabaseStatus> waiting =
          one.secret().isEmpty()
              ? List.of()
              : before.awaitingSecretAt(one.endpoint()).stream()
                  .filter(status -> wish.isEmpty() || isNamed(status, wish.get()))
                  .toList();
      waiting.forEach(status -> matches.add(new Match(status, one)));
      if (waiting.isEmpty()) {
        left.add(one);
      }
    }
    if (!matches.isEmpty() && agrees(matches)) {
      for (Match match : matches) {
        fill(match, matches.size() + left.size() > 1, report, codes);
      }
    }
    return left;
  }

  private static boolean isNamed(DatabaseStatus status, String name) {
    return DatabaseName.folded(status.database().name()).equals(DatabaseName.folded(name));
  }

  private boolean agrees(List<Match> matches) {
    Console console = upkeep.console();
    matches.forEach(match -> console.note(match.line()));
    boolean agreed =
        !console.terminal().interactive()
            || Input.confirmed(console, matches.size() == 1 ? "Give it?" : "Give them theirs?");
    if (!agreed) {
      console.note("Nothing was given. With a name of its own a database is added anew.");
    }
    return agreed;
  }

  private void fill(Match match, boolean several, AddReport report, List<ExitCode> codes)
      throws AgentException, UsageException {
    Database waiting = match.waiting().database();
    match.found().remarks().forEach(upkeep.console()::note);
    DatabaseEdit edit = waiting.edit();
    wishes.accept(edit);
    Database wanted = DefinitionOptions.checked(edit);
    try {
      DatabaseStatus filled =
          agent.edit(
              new DatabaseChange(wanted, match.found().secret(), untested, Optional.of(waiting)));
      boolean start = match.waiting().isImported();
      if (start) {
        agent.resume(List.of(waiting.id()));
      }
      report.filled(filled, start);
    } catch (Refused refused) {
      report.refused(waiting.endpoint(), refused, several);
      codes.add(ExitCode.of(refused));
    }
  }
}
