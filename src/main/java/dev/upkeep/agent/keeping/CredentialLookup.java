package dev.upkeep.agent.keeping;

import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.TouchesBefore;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Pairs a definition with the secret that was meant for it, whatever is edited meanwhile: the
/// definition is looked at again after the secret was read, and a pair that was overtaken is never
/// used. Blocks; runs on the thread of a touch.
public final class CredentialLookup {
  /// The stores give up after 30 s by themselves.
  private static final long CREDENTIAL_SECONDS = 35;

  /// An edit removes a secret, replaces a definition and stores a secret, each of which may take 35
  /// s.
  private static final Duration EDIT = Duration.ofSeconds(105);

  /// More edits than this, each within the moment that reading a secret takes, are no person's.
  private static final int ATTEMPTS = 4;

  private final KnownDatabases databases;
  private final Credentials credentials;

  public CredentialLookup(KnownDatabases databases, Credentials credentials) {
    this.databases = databases;
    this.credentials = credentials;
  }

  /// Where to go, and with what.
  sealed interface Pair {
    /// Both were meant for each other.
    ///
    /// @param secret empty for a database that never had one
    record Ready(Database database, Optional<Secret> secret) implements Pair {}

    /// There is nothing to go with; nobody is visited.
    record Missing(Outcome.Failed failure) implements Pair {}
  }

  /// What is known of the touches of a database before the next.
  TouchesBefore before(UUID id) {
    return databases.before(id);
  }

  /// The database as it is defined. One that is being edited is waited for, and taken as it is
  /// then.
  Pair of(UUID id) {
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        databases.awaitUnchanging(id, EDIT);
        Optional<KnownDatabases.Known> known = databases.find(id);
        if (known.isEmpty()) {
          return internal(
              KeychainPhrase.REMOVED_MEANWHILE.with(), KeychainPhrase.NOTHING_TO_DO.with());
        }
        Pair pair = withCredential(known.get().database());
        if (databases.isStill(known.get())) {
          return pair;
        }
      }
      return changed();
    } catch (TimeoutException e) {
      return changed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return withoutSecret(KeychainPhrase.STOPPING.with());
    }
  }

  /// A definition that is not stored. It gets a stored secret only if what is stored leads to the
  /// same place, before the secret is read and after.
  Pair of(Database draft) {
    if (draft.secretReference().isPresent()) {
      // The one that is stored belongs to its place; another one is meant for this.
      boolean isStored =
          databases
              .find(draft.id())
              .filter(it -> it.database().secretReference().equals(draft.secretReference()))
              .isPresent();
      return with(draft, isStored ? credentials.of(draft) : credentials.given(draft));
    }
    Optional<KnownDatabases.Known> known =
        databases.find(draft.id()).filter(it -> draft.hasDestinationOf(it.database()));
    if (known.isEmpty()) {
      return changed();
    }
    Pair pair = withCredential(draft);
    return databases.isStill(known.get()) ? pair : changed();
  }

  private Pair withCredential(Database database) {
    return with(database, credentials.of(database));
  }

  private static Pair with(
      Database database, CompletableFuture<Credentials.Credential> credential) {
    try {
      return switch (credential.get(CREDENTIAL_SECONDS, TimeUnit.SECONDS)) {
        case Credentials.Credential.Ready(var secret) -> new Pair.Ready(database, secret);
        case Credentials.Credential.Missing(var failure) -> new Pair.Missing(failure);
      };
    } catch (TimeoutException | ExecutionException e) {
      return withoutSecret(KeychainPhrase.NO_ANSWER.with());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return withoutSecret(KeychainPhrase.STOPPING.with());
    }
  }

  private static Pair withoutSecret(Sentence message) {
    return new Pair.Missing(
        new Outcome.Failed(FailureKind.SECRET, message, KeychainPhrase.TRIES_AGAIN.with()));
  }

  private static Pair changed() {
    return internal(KeychainPhrase.CHANGED_MEANWHILE.with(), KeychainPhrase.IN_A_MOMENT.with());
  }

  private static Pair internal(Sentence message, Sentence advice) {
    return new Pair.Missing(new Outcome.Failed(FailureKind.INTERNAL, message, advice));
  }
}
