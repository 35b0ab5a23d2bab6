package dev.upkeep.agent.keeping;

import dev.upkeep.control.Added;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.database.Database;
import dev.upkeep.touch.Touch;
import java.util.Optional;

/// Adds databases, together with their secrets. Blocks; runs on the caller's thread, never on the
/// agent's.
public final class Additions {
  private final AgentCalls calls;
  private final Keeper keeper;
  private final DefinitionChecks newcomers;

  public Additions(AgentCalls calls, Keeper keeper, DefinitionChecks newcomers) {
    this.calls = calls;
    this.keeper = keeper;
    this.newcomers = newcomers;
  }

  /// Tests a database, and stores it: first the secret, so that no touch ever misses it.
  public Added make(NewDatabase request) throws AgentException {
    Database database = newcomers.prepared(request);
    calls.ask(() -> keeper.definitionsWith(database));
    Optional<Touch> test = newcomers.test(database, request.secret(), request.untested());
    newcomers.keepSecret(database, request.secret());
    newcomers.allowReference(database);
    try {
      return new Added(calls.ask(() -> keeper.add(database, test)), test);
    } catch (AgentException e) {
      newcomers.dropSecret(database);
      throw e;
    }
  }
}
