package dev.upkeep.secret;

import dev.upkeep.database.Secret;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A place that keeps one secret per database, encrypted. Every method may block for some seconds:
/// never call one on the agent's thread; [Secrets] does not block.
public interface SecretStore {
  /// The largest secret that every store can keep, in bytes of UTF-8. Windows allows 2,560.
  int MAX_BYTES = 2_500;

  /// The same with the place that it was given for.
  int MAX_ENTRY_BYTES = MAX_BYTES + BoundSecret.EXTRA_BYTES;

  /// How long a person may take to answer a prompt.
  Duration UNLOCK_PATIENCE = Duration.ofMinutes(2);

  /// Where that is, in words that complete "Secrets are kept in …".
  Sentence place();

  /// Who keeps them, to begin a sentence with.
  Sentence keeper();

  /// What keeps it from answering just now; empty when it is ready. Raises no prompt.
  Optional<Lookup.Unavailable> check();

  /// Lets the place ask the person for its password, if it has to, and waits for the answer: for up
  /// to [#UNLOCK_PATIENCE], while other calls are answered. To be called only because that person
  /// has just asked for it.
  ///
  /// @return what keeps it from answering afterwards; empty when it is ready
  default Optional<Lookup.Unavailable> unlock() {
    return check();
  }

  /// Looks for the secret of a database. Raises no prompt.
  Lookup read(UUID database);

  /// Stores the secret of a database, or replaces it. When this returns, it is there.
  ///
  /// @throws SecretStoreException if it is not there, or nobody knows; [Trouble#UNFIT] if it is
  ///   larger than [#MAX_BYTES]
  void write(UUID database, Secret secret) throws SecretStoreException;

  /// Every entry, where the place can tell and holds nobody else's; otherwise none.
  ///
  /// @throws SecretStoreException if it does not answer
  default Set<UUID> entries() throws SecretStoreException {
    return Set.of();
  }

  /// Moves a secret to another place of several: copied, read back, and only then removed.
  ///
  /// @return whether it was there to be moved, and elsewhere
  /// @throws SecretStoreException if it is where it was
  default boolean move(UUID database, StoreName to) throws SecretStoreException {
    throw new SecretStoreException(Trouble.UNFIT, KeychainPhrase.ONE_PLACE.with());
  }

  /// Removes the secret of a database. That there is none is success.
  ///
  /// @throws SecretStoreException if it is still there, or nobody knows
  void remove(UUID database) throws SecretStoreException;
}
