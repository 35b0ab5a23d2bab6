package dev.upkeep.agent.keeping;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.Database;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.schedule.AgentThread;
import dev.upkeep.secret.SecretLedger;
import dev.upkeep.secret.Secrets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Databases that were removed and can still be brought back: a moment ago with their secrets, and
/// for [RemovedDatabase#KEPT] without. When the moment has passed, or the agent stops, their
/// secrets are gone; definition and history wait with the other definitions. Owned by the agent's
/// thread.
///
/// Their secrets are written down as owed before their definitions go, so that neither a crash nor
/// a store that does not answer leaves one behind. What is owed is tried again while the agent
/// runs, and nothing else is ever removed from a store unasked.
public final class Removals {
  private static final Logger LOG = LoggerFactory.getLogger(Removals.class);

  private final AgentThread thread;
  private final Secrets secrets;
  private final Keeper keeper;
  private final InstantSource clock;
  private final Map<UUID, Removed> removed = new LinkedHashMap<>();
  private boolean settling;

  /// One that can come back until its time has passed.
  private record Removed(AgentThread.Wake end) {}

  public Removals(AgentThread thread, Secrets secrets, Keeper keeper, InstantSource clock) {
    this.thread = thread;
    this.secrets = secrets;
    this.keeper = keeper;
    this.clock = clock;
  }

  /// Removes databases, so that they can be brought back for a while.
  ///
  /// @throws Refused if there is no such database, or it cannot be saved; nothing is removed then
  public void remove(Collection<UUID> ids) throws Refused {
    Map<UUID, Database> databases = new LinkedHashMap<>();
    for (UUID id : ids) {
      databases.put(id, keeper.require(id));
    }
    ledger().owe(databases.keySet(), clock.instant());
    try {
      keeper.remove(ids);
    } catch (Refused e) {
      databases.keySet().forEach(ledger()::keep);
      throw e;
    }
    databases.forEach((id, _) -> {
      AgentThread.Wake end =
          thread.after(
              AgentApi.RESTORABLE,
              () -> {
                var _ = expire(id);
              });
      removed.put(id, new Removed(end));
    });
  }

  /// Brings a database back, under a name that is free. It stays among the removed until it is
  /// among the kept: what is refused now can be tried again.
  ///
  /// @throws Refused if it is too late, or it cannot be saved
  public DatabaseStatus restore(UUID id) throws Refused {
    DatabaseStatus status = keeper.bringBack(id);
    // Or it would end the next removal of the same database before its time.
    Removed found = removed.remove(id);
    if (found != null) {
      found.end().cancel();
    }
    ledger().keep(id);
    return status;
  }

  /// What can be brought back, the latest first.
  public List<RemovedDatabase> waiting() {
    Instant now = clock.instant();
    return keeper.definitions().removed().reversed().stream()
        .filter(one -> one.waitsAt(now))
        .toList();
  }

  /// Forgets for good what can be brought back no more.
  ///
  /// @param believed a time that a wrong clock has no part in
  public void forgetOld(Instant believed) {
    List<UUID> old =
        keeper.definitions().removed().stream()
            .filter(one -> !one.waitsAt(believed))
            .map(one -> one.database().id())
            .toList();
    try {
      if (!old.isEmpty()) {
        keeper.forgetRemoved(old);
      }
    } catch (Refused e) {
      LOG.warn("What was removed long ago is forgotten later: {}", e.getMessage());
    }
  }

  /// Ends the moment in which one comes back with its secret.
  ///
  /// @return completed when its secret is gone, or with why it is not; it is tried again then
  public CompletableFuture<@Nullable Void> forget(UUID id) {
    if (removed.containsKey(id)) {
      return expire(id);
    }
    return ledger().owed().containsKey(id) && !isWanted(id)
        ? secrets.remove(id)
        : CompletableFuture.completedFuture(null);
  }

  /// The same for all of them.
  ///
  /// @return completed when every secret is gone, or could not be removed
  public CompletableFuture<Void> expireAll() {
    return CompletableFuture.allOf(
        List.copyOf(removed.keySet()).stream()
            .map(this::expire)
            .map(gone -> gone.exceptionally(_ -> null))
            .toArray(CompletableFuture<?>[]::new));
  }

  /// Tries again to remove what is owed, one after another, until one fails.
  public void tend() {
    if (!settling) {
      settleNext();
    }
  }

  private void settleNext() {
    Optional<UUID> next =
        ledger().owed().keySet().stream().filter(id -> !removed.containsKey(id)).findFirst();
    settling = next.isPresent();
    next.ifPresent(this::settle);
  }

  private void settle(UUID id) {
    if (isWanted(id)) {
      // The definition came back, from a copy perhaps.
      ledger().keep(id);
      settleNext();
      return;
    }
    CompletableFuture<Boolean> _ =
        secrets
            .remove(id)
            .handle((_, failed) -> {
              thread.execute(failed == null ? this::settleNext : () -> settling = false);
              return true;
            });
  }

  private boolean isWanted(UUID id) {
    return keeper
        .definitions()
        .find(id)
        .filter(database -> database.secretReference().isEmpty())
        .isPresent();
  }

  private CompletableFuture<@Nullable Void> expire(UUID id) {
    Removed gone = removed.remove(id);
    if (gone == null) {
      return CompletableFuture.completedFuture(null);
    }
    gone.end().cancel();
    ledger().free(id);
    return secrets
        .remove(id)
        .whenComplete((_, failed) -> {
          if (failed != null) {
            LOG.warn(
                "The credential of a removed database could not be removed from the secret store."
                    + " Upkeep tries again.");
          }
        });
  }

  private SecretLedger ledger() {
    return secrets.ledger();
  }
}
