package dev.upkeep.agent.keeping;

import dev.upkeep.database.Database;
import dev.upkeep.touch.TouchesBefore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// The definitions as touches see them, from threads of their own. Only the agent's thread changes
/// them; a touch that has begun goes on with what it found.
///
/// A definition and its secret live in two places and cannot change in one step. Whoever changes
/// both says so with [#begin], and whoever pairs them asks [#isStill] after reading the secret:
/// only then do the two belong together.
public final class KnownDatabases {
  private final ConcurrentHashMap<UUID, Known> databases = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<UUID, CompletableFuture<Void>> changing =
      new ConcurrentHashMap<>();
  private final ConcurrentHashMap<UUID, TouchesBefore> touches = new ConcurrentHashMap<>();
  private final AtomicLong generations = new AtomicLong();

  /// A definition as it was found.
  ///
  /// @param generation another one after each change, but for a pause
  record Known(Database database, long generation) {}

  /// The end of a change that [#begin] began.
  interface Change extends AutoCloseable {
    @Override
    void close();
  }

  void know(Database database) {
    databases.compute(
        database.id(),
        (_, before) ->
            new Known(
                database,
                before != null && differsInPause(database, before.database())
                    ? before.generation()
                    : generations.incrementAndGet()));
  }

  /// A pause leaves place and secret as they are, and overtakes nobody.
  private static boolean differsInPause(Database one, Database other) {
    return !one.equals(other) && one.withPaused(other.paused()).equals(other);
  }

  /// Notes what the next touch of a database has to know.
  void saw(UUID id, TouchesBefore before) {
    touches.put(id, before);
  }

  TouchesBefore before(UUID id) {
    return touches.getOrDefault(id, TouchesBefore.NONE);
  }

  void forget(UUID id) {
    databases.remove(id);
    touches.remove(id);
  }

  Optional<Known> find(UUID id) {
    return Optional.ofNullable(databases.get(id));
  }

  /// Whether what was found still holds, and nobody is about to change it or its secret.
  boolean isStill(Known found) {
    UUID id = found.database().id();
    return !changing.containsKey(id)
        && find(id).filter(known -> known.generation() == found.generation()).isPresent();
  }

  /// Begins to change a definition together with its secret; empty while somebody else does. From
  /// any thread.
  Optional<Change> begin(UUID id) {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    if (changing.putIfAbsent(id, ended) != null) {
      return Optional.empty();
    }
    return Optional.of(() -> {
      // Before the mark goes, so that nobody takes what was read in between for settled.
      databases.computeIfPresent(
          id, (_, known) -> new Known(known.database(), generations.incrementAndGet()));
      changing.remove(id, ended);
      ended.complete(null);
    });
  }

  /// Waits while a definition is being changed.
  ///
  /// @throws TimeoutException if that takes longer
  void awaitUnchanging(UUID id, Duration patience) throws InterruptedException, TimeoutException {
    CompletableFuture<Void> change = changing.get(id);
    if (change != null) {
      try {
        change.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (ExecutionException e) {
        throw new IllegalStateException("changes end and never fail", e);
      }
    }
  }

  /// The hosts of all databases, each a witness of whether this computer is online.
  public List<String> hosts() {
    return databases.values().stream().map(known -> known.database().endpoint().host()).toList();
  }
}
