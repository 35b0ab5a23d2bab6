package dev.upkeep.secret;

import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Gives up on a store that does not answer. Calls take turns, each on a daemon thread of its own,
/// so an abandoned one blocks nobody after it. Whoever queued behind it gets its answer, or a
/// frozen keychain would cost every database the whole timeout.
final class TimedStore implements SecretStore {
  private final SecretStore store;
  private final Duration timeout;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final LateWrites lateWrites;
  private Optional<Long> gaveUp = Optional.empty(); // nano time; guarded by turn

  TimedStore(SecretStore store, Duration timeout) {
    this.store = store;
    this.timeout = timeout;
    this.lateWrites = new LateWrites(store);
  }

  @Override
  public Sentence place() {
    return store.place();
  }

  @Override
  public Sentence keeper() {
    return store.keeper();
  }

  @Override
  public Optional<Lookup.Unavailable> check() {
    try {
      return call(store::check);
    } catch (SecretStoreException e) {
      return Optional.of(e.asLookup());
    }
  }

  /// Out of turn: while a person thinks, the store tells everybody else that it is locked.
  @Override
  public Optional<Lookup.Unavailable> unlock() {
    FutureTask<Optional<Lookup.Unavailable>> task = new FutureTask<>(store::unlock);
    Thread.ofPlatform().daemon().name("secret-unlock").start(task);
    try {
      return task.get(UNLOCK_PATIENCE.plus(timeout).toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(silent().asLookup());
    } catch (TimeoutException e) {
      return Optional.of(silent().asLookup());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      task.cancel(true);
    }
  }

  @Override
  public Lookup read(UUID database) {
    try {
      return call(() -> store.read(database));
    } catch (SecretStoreException e) {
      return e.asLookup();
    }
  }

  @Override
  public void write(UUID database, Secret secret) throws SecretStoreException {
    LateWrites.Write write = lateWrites.of(database, secret);
    call(
        () -> {
          write.run();
          return database;
        },
        write::giveUp);
  }

  @Override
  public void remove(UUID database) throws SecretStoreException {
    call(() -> {
      store.remove(database);
      lateWrites.removed(database);
      return database;
    });
  }

  @Override
  public Set<UUID> entries() throws SecretStoreException {
    return call(store::entries);
  }

  private <T> T call(Callable<T> work) throws SecretStoreException {
    return call(work, () -> true);
  }

  /// Calls, and gives up.
  ///
  /// @param givingUp done when nobody waits any more; false if the work was done just in time
  private <T> T call(Callable<T> work, BooleanSupplier givingUp) throws SecretStoreException {
    long asked = System.nanoTime();
    try {
      turn.lockInterruptibly();
      try {
        if (gaveUp.isPresent() && gaveUp.get() - asked > 0) {
          throw silent();
        }
        return onItsOwnThread(work, givingUp);
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent();
    }
  }

  private <T> T onItsOwnThread(Callable<T> work, BooleanSupplier givingUp)
      throws SecretStoreException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().name("secret-store").start(task);
    try {
      return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      if (!givingUp.getAsBoolean()) {
        return justInTime(task);
      }
      gaveUp = Optional.of(System.nanoTime());
      throw silent();
    } catch (InterruptedException e) {
      boolean _ = givingUp.getAsBoolean();
      throw e;
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } finally {
      task.cancel(true);
    }
  }

  /// What has done its work only has to say so.
  private static <T> T justInTime(FutureTask<T> task)
      throws SecretStoreException, InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  private static SecretStoreException unwrapped(ExecutionException e) {
    return switch (e.getCause()) {
      case SecretStoreException told -> told;
      case RuntimeException fault -> throw fault;
      case Error fault -> throw fault;
      case null, default -> throw new IllegalStateException(e);
    };
  }

  private SecretStoreException silent() {
    return new SecretStoreException(Trouble.FAILED, KeychainSentences.silent(keeper()));
  }
}
