package dev.upkeep.secret;

import dev.upkeep.database.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The agent's way to secrets: nothing here blocks, and what was read once stays in memory until it
/// is edited or forgotten, so a keychain that locks later stops nothing. Only what was found is
/// kept: an entry that is missing or a keychain that is locked is asked for again.
///
/// May be used from any thread. Futures complete on daemon threads, so post what you do with them.
public final class Secrets {
  private static final Duration REFERENCE_TIMEOUT = SecretStores.DEFAULT_TIMEOUT;

  private final SecretStore store;
  private final References references;
  private final Map<UUID, Secret> known = new ConcurrentHashMap<>();

  /// The question that a person is being asked just now.
  private final AtomicReference<@Nullable CompletableFuture<Optional<Lookup.Unavailable>>>
      unlocking = new AtomicReference<>();

  /// Counts what may have made an answer under way old.
  private final AtomicLong edits = new AtomicLong();

  /// Remembers what a store holds.
  ///
  /// @param store from [SecretStores]: it must give up by itself
  public Secrets(SecretStore store, References references) {
    this.store = store;
    this.references = references;
  }

  /// Where secrets are kept; see [SecretStore#describe].
  public String describe() {
    return store.describe();
  }

  /// What keeps the store from answering just now; empty when it is ready.
  public CompletableFuture<Optional<Lookup.Unavailable>> check() {
    return inBackground(store::check);
  }

  /// Lets the store ask the person to unlock it, because that person wants it to; see
  /// [SecretStore#unlock]. Asked again meanwhile, it is still the one question.
  ///
  /// @return what keeps the store from answering afterwards; completes within some minutes
  public CompletableFuture<Optional<Lookup.Unavailable>> unlock() {
    CompletableFuture<Optional<Lookup.Unavailable>> asked = new CompletableFuture<>();
    CompletableFuture<Optional<Lookup.Unavailable>> before =
        unlocking.compareAndExchange(null, asked);
    if (before != null) {
      return before.copy();
    }
    CompletableFuture<Boolean> _ =
        inBackground(store::unlock)
            .handle((trouble, fault) -> {
              unlocking.set(null);
              return fault == null ? asked.complete(trouble) : asked.completeExceptionally(fault);
            });
    return asked.copy();
  }

  /// Looks for the secret of a database, in memory first. Never fails: what goes wrong is
  /// [Lookup.Unavailable].
  public CompletableFuture<Lookup> read(UUID database) {
    Secret remembered = known.get(database);
    if (remembered != null) {
      return CompletableFuture.completedFuture(new Lookup.Found(remembered));
    }
    long before = edits.get();
    return inBackground(() -> {
      Lookup lookup = store.read(database);
      if (lookup instanceof Lookup.Found(Secret secret)) {
        remember(database, secret, before);
      }
      return lookup;
    });
  }

  /// Follows a reference. Not remembered, because whoever keeps such a secret may replace it.
  public CompletableFuture<Lookup> read(SecretReference reference) {
    return inBackground(() -> references.read(reference))
        .completeOnTimeout(
            new Lookup.Unavailable(Trouble.FAILED, reference.text() + " did not answer in time."),
            REFERENCE_TIMEOUT.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  /// Stores or replaces the secret of a database. The future fails with [SecretStoreException] as
  /// [SecretStore#write] does.
  public CompletableFuture<@Nullable Void> write(UUID database, Secret secret) {
    long before = forgotten(database);
    return inBackground(() -> {
      long after;
      try {
        store.write(database, secret);
      } finally {
        after = forgotten(database); // an answer under way may be the old one
      }
      if (after == before + 1) {
        remember(database, secret, after);
      }
      return null;
    });
  }

  /// Removes the secret of a database. The future fails with [SecretStoreException] as
  /// [SecretStore#remove] does.
  public CompletableFuture<@Nullable Void> remove(UUID database) {
    forget(database);
    return inBackground(() -> {
      try {
        store.remove(database);
      } finally {
        forget(database);
      }
      return null;
    });
  }

  /// Forgets one secret, so that it is read anew.
  public void forget(UUID database) {
    forgotten(database);
  }

  /// Forgets all secrets.
  public void clear() {
    edits.incrementAndGet();
    known.clear();
  }

  /// The number of this edit.
  private long forgotten(UUID database) {
    long edit = edits.incrementAndGet();
    known.remove(database);
    return edit;
  }

  private void remember(UUID database, Secret secret, long before) {
    // One step, not even a moment apart: what somebody edited meanwhile may be this, the old one.
    known.compute(database, (_, there) -> edits.get() == before ? secret : there);
  }

  private static <T extends @Nullable Object> CompletableFuture<T> inBackground(Callable<T> work) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("secrets")
        .start(() -> {
          try {
            future.complete(work.call());
          } catch (Throwable thrown) {
            future.completeExceptionally(thrown);
          }
        });
    return future;
  }
}
