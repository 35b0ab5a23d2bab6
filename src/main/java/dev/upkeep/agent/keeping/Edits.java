package dev.upkeep.agent.keeping;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.Database;
import dev.upkeep.language.RefusalPhrase;
import dev.upkeep.language.Sentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Replaces definitions, together with their secrets. Blocks; runs on the caller's thread, never on
/// the agent's.
///
/// What leads to another place changes in an order that no crash and no failing store can turn into
/// a secret at the wrong place: the old secret goes, then the definition changes, then the new
/// secret comes. In between there is no secret at all, and touches wait.
public final class Edits {
  private final AgentCalls calls;
  private final Keeper keeper;
  private final KnownDatabases databases;
  private final DefinitionChecks newcomers;

  public Edits(
      AgentCalls calls, Keeper keeper, KnownDatabases databases, DefinitionChecks newcomers) {
    this.calls = calls;
    this.keeper = keeper;
    this.databases = databases;
    this.newcomers = newcomers;
  }

  /// Tests a change, and makes it.
  ///
  /// @throws Refused if it breaks a rule, does not stand its test, or another one is faster; also
  ///   if the new secret cannot be kept, and then the sentences say what was done all the same
  public DatabaseStatus make(DatabaseChange change) throws AgentException {
    UUID id = change.database().id();
    Database before = calls.ask(() -> keeper.require(id));
    return make(before, change.to(wanted(before, change)));
  }

  /// What the change makes of the database as it is now.
  private static Database wanted(Database now, DatabaseChange change) throws Refused {
    Database wanted = change.database();
    Database seen = change.seen().orElse(now);
    if (change.secret().isPresent()
        && !now.hasDestinationOf(seen)
        && !now.hasDestinationOf(wanted)) {
      // The new secret is meant for a place that is not this database's any more.
      throw overtaken();
    }
    return EditMerge.of(seen, wanted, now).orElseThrow(Edits::overtaken);
  }

  private DatabaseStatus make(Database before, DatabaseChange change) throws AgentException {
    UUID id = before.id();
    Database after = newcomers.prepared(before, change);
    calls.ask(() -> keeper.definitionsWith(after));
    if (after.equals(before)) {
      // Somebody gives again what is there: then it is meant for this place.
      newcomers.allowReference(after);
    }
    boolean elsewhere = !hasSecretOf(before, after) || change.secret().isPresent();
    if (elsewhere || after.mode() != before.mode() || !after.key().equals(before.key())) {
      newcomers.retest(after, change, DefinitionChecks.lacksSecret(before, after, change));
    }
    try (KnownDatabases.Change _ = databases.begin(id).orElseThrow(Edits::overtaken)) {
      // The test took its time, and somebody may have used it.
      Database now = calls.ask(() -> keeper.require(id));
      if (!hasSecretOf(now, before) || EditMerge.of(before, after, now).isEmpty()) {
        throw overtaken();
      }
      return replace(before, after, change, elsewhere);
    }
  }

  private DatabaseStatus replace(
      Database before, Database after, DatabaseChange change, boolean elsewhere)
      throws AgentException {
    boolean moves = !after.hasDestinationOf(before);
    if (DefinitionChecks.lacksSecret(before, after, change)
        || (moves && change.secret().isPresent())) {
      newcomers.dropSecret(after);
    }
    if (!moves) {
      // Old or new, it was meant for this place; and a store that refuses changes nothing.
      newcomers.keepSecret(after, change.secret());
      return withoutOldSecret(
          before, after, calls.ask(() -> keeper.edit(before, after, elsewhere)));
    }
    DatabaseStatus status = calls.ask(() -> keeper.edit(before, after, elsewhere));
    try {
      newcomers.keepSecret(after, change.secret());
    } catch (Refused e) {
      throw withoutSecret(e);
    }
    return withoutOldSecret(before, after, status);
  }

  /// A stored secret that a reference or none has replaced leads nowhere.
  private DatabaseStatus withoutOldSecret(Database before, Database after, DatabaseStatus status) {
    if (before.secretReference().isEmpty() && after.secretReference().isPresent()) {
      newcomers.forgetSecret(after, Instant.now());
    }
    if (!hasSecretOf(before, after)) {
      newcomers.allowReference(after);
    }
    return status;
  }

  private static boolean hasSecretOf(Database one, Database other) {
    return one.hasDestinationOf(other) && one.secretReference().equals(other.secretReference());
  }

  static Refused overtaken() {
    return Refused.of(Refused.Reason.CONFLICT, RefusalPhrase.OVERTAKEN.with());
  }

  private static Refused withoutSecret(Refused cause) {
    List<Sentence> problems = new ArrayList<>(cause.told());
    problems.add(RefusalPhrase.SECRET_LOST.with());
    return Refused.of(cause.reason(), problems);
  }
}
