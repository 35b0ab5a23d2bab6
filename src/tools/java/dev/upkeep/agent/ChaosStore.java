package dev.upkeep.agent;

import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.SecretStore;
import dev.upkeep.secret.SecretStoreException;
import dev.upkeep.secret.Trouble;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A store in memory that somebody locks.
final class ChaosStore implements SecretStore {
  private static final Lookup.Unavailable LOCKED =
      new Lookup.Unavailable(Trouble.LOCKED, Sentence.verbatim("It is locked."));

  private final Map<UUID, Secret> entries = new ConcurrentHashMap<>();
  volatile boolean locked;

  @Override
  public Sentence place() {
    return Sentence.verbatim("memory");
  }

  @Override
  public Sentence keeper() {
    return Sentence.verbatim("Memory");
  }

  @Override
  public Optional<Lookup.Unavailable> check() {
    return locked ? Optional.of(LOCKED) : Optional.empty();
  }

  @Override
  public Lookup read(UUID database) {
    if (locked) {
      return LOCKED;
    }
    return Optional.ofNullable(entries.get(database))
        .<Lookup>map(Lookup.Found::new)
        .orElseGet(Lookup.NotFound::new);
  }

  @Override
  public void write(UUID database, Secret secret) throws SecretStoreException {
    if (locked) {
      throw new SecretStoreException(Trouble.LOCKED, Sentence.verbatim("It is locked."));
    }
    entries.put(database, secret);
  }

  @Override
  public void remove(UUID database) throws SecretStoreException {
    if (locked) {
      throw new SecretStoreException(Trouble.LOCKED, Sentence.verbatim("It is locked."));
    }
    entries.remove(database);
  }
}
