package dev.upkeep.secret;

import dev.upkeep.database.Place;
import dev.upkeep.database.Secret;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The agent's way to secrets: nothing here blocks, and what was read once stays in memory until it
/// is edited or forgotten, so a keychain that locks later stops nothing. Only what was found is
/// kept: an entry that is missing or a keychain that is locked is asked for again.
///
/// May be used from any thread. Futures complete on daemon threads, so post what you do with them.
public final class Secrets {
  private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);
  private static final Duration REFERENCE_TIMEOUT = SecretStores.DEFAULT_TIMEOUT;

  private final SecretStore store;
  private final References references;
  private final SecretLedger ledger;
  private final Binding binding;

  /// Writing a secret, and giving an old one its place, must not overtake each other.
  private final ReentrantLock writing = new ReentrantLock();

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
    this(store, references, SecretLedger.inMemory(), Binding.AT_FIRST_USE);
  }

  /// The same, with what the home has written down.
  public Secrets(SecretStore store, References references, SecretLedger ledger, Binding binding) {
    this.store = store;
    this.references = references;
    this.ledger = ledger;
    this.binding = binding;
  }

  /// What is done about secrets and references of which nobody knows for which place they were
  /// given.
  public enum Binding {
    /// They came with the definition and are its own.
    NONE,
    /// They were stored before places were kept, or written by hand: the place at which they are
    /// first used is theirs from then on.
    AT_FIRST_USE,
    /// Stored ones are not given out: the definition is somebody else's file. Its references are
    /// its own.
    STORED_ONLY
  }

  /// What is written down about the secrets.
  public SecretLedger ledger() {
    return ledger;
  }

  /// Where secrets are kept; see [SecretStore#place].
  public Sentence place() {
    return store.place();
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

  /// Looks for the secret of a database, in memory first, and gives it out if it was stored for
  /// this place. Never fails: what goes wrong is [Lookup.Unavailable].
  public CompletableFuture<Lookup> read(UUID database, Place place) {
    long before = edits.get();
    return read(database)
        .thenCompose(lookup ->
            lookup instanceof Lookup.Found(Secret stored) && binding != Binding.NONE
                ? forPlace(database, place, stored, before)
                : CompletableFuture.completedFuture(lookup));
  }

  private CompletableFuture<Lookup> forPlace(
      UUID database, Place place, Secret stored, long before) {
    Optional<BoundSecret> bound = BoundSecret.of(stored);
    if (bound.isEmpty() && binding == Binding.AT_FIRST_USE) {
      return inBackground(() -> {
        bind(database, new BoundSecret(place, stored).sealed(), before);
        return new Lookup.Found(stored);
      });
    }
    return CompletableFuture.completedFuture(
        bound
            .filter(one -> one.place().equals(place))
            .<Lookup>map(one -> new Lookup.Found(one.secret()))
            .orElseGet(() -> elsewhere(KeychainPhrase.ELSEWHERE.with())));
  }

  /// Stores an old secret with its place. That it cannot be is no reason not to use it: it is tried
  /// again with the next start.
  private void bind(UUID database, Secret sealed, long before) {
    writing.lock();
    try {
      if (edits.get() == before) {
        store.write(database, sealed);
        remember(database, sealed, before);
      }
    } catch (SecretStoreException e) {
      LOG.debug("An old secret could not be stored with its place: {}", e.getMessage());
    } finally {
      writing.unlock();
    }
  }

  private static Lookup.Unavailable elsewhere(Sentence sentence) {
    return new Lookup.Unavailable(Trouble.ELSEWHERE, sentence);
  }

  /// Looks for an entry as it is, in memory first: for those that are no database's. Never fails:
  /// what goes wrong is [Lookup.Unavailable].
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

  /// Follows a reference, if it was given for this place. Not remembered, because whoever keeps
  /// such a secret may replace it.
  public CompletableFuture<Lookup> read(UUID database, Place place, SecretReference reference) {
    if (binding == Binding.AT_FIRST_USE) {
      Place bound = place.with(reference.text());
      Optional<Place> given = ledger.placeOf(database);
      if (given.isPresent() && !given.get().equals(bound)) {
        return CompletableFuture.completedFuture(
            elsewhere(KeychainPhrase.REFERENCE_ELSEWHERE.with()));
      }
      if (given.isEmpty()) {
        LOG.info("{} is given to the server of one more database from now on.", reference.text());
        ledger.bind(database, bound);
      }
    }
    return read(reference);
  }

  /// Says that a reference is meant for this place, because a person has just given it for that.
  public void allow(UUID database, Place place, SecretReference reference) {
    if (binding == Binding.AT_FIRST_USE) {
      ledger.bind(database, place.with(reference.text()));
    }
  }

  /// Follows a reference for a definition that a person is about to give.
  public CompletableFuture<Lookup> read(SecretReference reference) {
    return inBackground(() -> references.read(reference))
        .completeOnTimeout(
            new Lookup.Unavailable(Trouble.FAILED, KeychainPhrase.SILENT.with(reference.text())),
            REFERENCE_TIMEOUT.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  /// Stores or replaces the secret of a database, with the place that it was given for. The future
  /// fails with [SecretStoreException] as [SecretStore#write] does.
  public CompletableFuture<@Nullable Void> write(UUID database, Place place, Secret secret) {
    return write(
        database, binding == Binding.NONE ? secret : new BoundSecret(place, secret).sealed());
  }

  /// Stores or replaces an entry as it is: for those that are no database's. The future fails with
  /// [SecretStoreException] as [SecretStore#write] does.
  public CompletableFuture<@Nullable Void> write(UUID database, Secret secret) {
    long before = forgotten(database);
    return inBackground(() -> {
      long after;
      writing.lock();
      try {
        store.write(database, secret);
      } finally {
        writing.unlock();
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
      writing.lock();
      try {
        store.remove(database);
        ledger.gone(database);
      } finally {
        writing.unlock();
        forget(database);
      }
      return null;
    });
  }

  /// Moves the secrets of this home to one of its stores. What cannot be moved stays where it is,
  /// and then the future fails with [SecretStoreException] for the first of them.
  ///
  /// @return how many were moved
  public CompletableFuture<Integer> move(StoreName to) {
    return inBackground(() -> {
      int moved = 0;
      Optional<SecretStoreException> trouble = Optional.empty();
      for (UUID id : store.entries()) {
        writing.lock();
        try {
          // What is to be removed goes from where it is.
          moved += !ledger.owed().containsKey(id) && store.move(id, to) ? 1 : 0;
        } catch (SecretStoreException e) {
          trouble = trouble.or(() -> Optional.of(e));
        } finally {
          writing.unlock();
        }
      }
      if (trouble.isPresent()) {
        throw trouble.get();
      }
      return moved;
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

  /// Every entry of this home that is known of; completes exceptionally as [SecretStore#entries]
  /// fails.
  public CompletableFuture<Set<UUID>> entries() {
    return inBackground(store::entries);
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
