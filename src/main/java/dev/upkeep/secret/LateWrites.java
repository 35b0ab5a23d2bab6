package dev.upkeep.secret;

import dev.upkeep.database.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// Undoes writes that come through after everybody was told that they did not: a store that hung
/// may go on minutes later, and would bring back a secret that nothing leads to, or one that was
/// replaced meanwhile. From any thread.
final class LateWrites {
  private final SecretStore store;

  /// Of each database with a write that was given up: what was stored for it since, if anything
  /// was.
  private final Map<UUID, Since> sinceGivenUp = new ConcurrentHashMap<>();

  LateWrites(SecretStore store) {
    this.store = store;
  }

  private enum State {
    PENDING,
    DONE,
    GIVEN_UP
  }

  /// What an entry became after a write of it was given up.
  private sealed interface Since {
    record Nothing() implements Since {}

    record Wrote(Secret secret) implements Since {}

    record Removed() implements Since {}
  }

  /// One write, which either is done in time or leaves nothing behind.
  final class Write {
    private final UUID database;
    private final Secret secret;
    private final AtomicReference<State> state = new AtomicReference<>(State.PENDING);

    private Write(UUID database, Secret secret) {
      this.database = database;
      this.secret = secret;
    }

    /// Blocks as long as the store does.
    void run() throws SecretStoreException {
      Lookup before = store.read(database);
      store.write(database, secret);
      if (state.compareAndSet(State.PENDING, State.DONE)) {
        sinceGivenUp.computeIfPresent(database, (_, _) -> new Since.Wrote(secret));
      } else {
        undo(before);
      }
    }

    /// Nobody waits any more.
    ///
    /// @return false if it was done just in time
    boolean giveUp() {
      sinceGivenUp.putIfAbsent(database, new Since.Nothing());
      boolean late = state.compareAndSet(State.PENDING, State.GIVEN_UP);
      if (!late) {
        sinceGivenUp.remove(database, new Since.Nothing());
      }
      return late;
    }

    private void undo(Lookup before) throws SecretStoreException {
      // Whoever gave up has interrupted; what is left to do is done all the same.
      boolean interrupted = Thread.interrupted();
      Since since = Optional.ofNullable(sinceGivenUp.remove(database)).orElse(new Since.Nothing());
      switch (since) {
        case Since.Wrote(Secret newer) -> store.write(database, newer);
        case Since.Removed() -> store.remove(database);
        case Since.Nothing() -> {
          switch (before) {
            case Lookup.Found(Secret older) -> store.write(database, older);
            case Lookup.NotFound() -> store.remove(database);
            // What was there is not known, so the new one is the better guess.
            case Lookup.Unavailable _ -> {}
          }
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  Write of(UUID database, Secret secret) {
    return new Write(database, secret);
  }

  /// An entry is gone because somebody wanted that.
  void removed(UUID database) {
    sinceGivenUp.computeIfPresent(database, (_, _) -> new Since.Removed());
  }
}
