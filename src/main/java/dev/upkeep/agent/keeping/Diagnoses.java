package dev.upkeep.agent.keeping;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.Subject;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseRules;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.protocol.Diagnosis;
import java.util.List;
import java.util.UUID;

/// Diagnoses databases with the secret that they have, or would have once they are stored. Blocks;
/// runs on the caller's thread, never on the agent's, and changes nothing.
public final class Diagnoses {
  private final AgentCalls calls;
  private final Keeper keeper;
  private final DefinitionChecks newcomers;
  private final DatabaseToucher toucher;

  public Diagnoses(
      AgentCalls calls, Keeper keeper, DefinitionChecks newcomers, DatabaseToucher toucher) {
    this.calls = calls;
    this.keeper = keeper;
    this.newcomers = newcomers;
    this.toucher = toucher;
  }

  /// Visits the subject.
  ///
  /// @throws Refused if there is no such database, its definition breaks a rule, or its secret was
  ///   not meant for where it leads
  public Touch of(Subject subject, Diagnosis.Listener listener) throws AgentException {
    return switch (subject) {
      case Subject.Stored(var id) -> toucher.diagnose(stored(id).id(), listener);
      case Subject.Fresh(var database, var secret) -> {
        Database fresh = newcomers.prepared(new NewDatabase(database, secret, false));
        yield toucher.diagnose(checked(fresh), secret, listener);
      }
      case Subject.Changed(var database, var secret) -> {
        DatabaseChange change = new DatabaseChange(database, secret, false);
        Database before = stored(database.id());
        Database after = newcomers.prepared(before, change);
        if (DefinitionChecks.lacksSecret(before, after, change)) {
          throw DefinitionChecks.meantForElsewhere();
        }
        yield toucher.diagnose(checked(after), secret, listener);
      }
    };
  }

  private Database stored(UUID id) throws AgentException {
    return calls.ask(() -> keeper.require(id));
  }

  private static Database checked(Database database) throws Refused {
    List<Sentence> problems = DatabaseRules.problems(database);
    if (!problems.isEmpty()) {
      throw Refused.of(Refused.Reason.INVALID, problems);
    }
    return database;
  }
}
