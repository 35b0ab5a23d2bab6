package dev.upkeep.agent;

import dev.upkeep.database.Secret;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.SecretStore;
import dev.upkeep.secret.SecretStoreException;
import dev.upkeep.secret.Trouble;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The secrets that came with the environment. They live in memory and are never stored.
final class GivenSecrets implements SecretStore {
  private final Map<UUID, Secret> secrets;

  GivenSecrets(Map<UUID, Secret> secrets) {
    this.secrets = Map.copyOf(secrets);
  }

  @Override
  public Sentence place() {
    return KeychainPhrase.AT_ENVIRONMENT.with();
  }

  @Override
  public Sentence keeper() {
    return KeychainPhrase.ENVIRONMENT.with();
  }

  @Override
  public Optional<Lookup.Unavailable> check() {
    return Optional.empty();
  }

  @Override
  public Lookup read(UUID database) {
    return Optional.ofNullable(secrets.get(database))
        .<Lookup>map(Lookup.Found::new)
        .orElseGet(Lookup.NotFound::new);
  }

  @Override
  public void write(UUID database, Secret secret) throws SecretStoreException {
    throw refused();
  }

  @Override
  public void remove(UUID database) throws SecretStoreException {
    throw refused();
  }

  private static SecretStoreException refused() {
    return new SecretStoreException(Trouble.DENIED, KeychainPhrase.GIVEN.with());
  }
}
