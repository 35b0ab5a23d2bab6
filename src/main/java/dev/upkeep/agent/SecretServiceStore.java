package dev.upkeep.agent;

import dev.upkeep.database.Secret;
import dev.upkeep.desktop.linux.secrets.SecretEntry;
import dev.upkeep.desktop.linux.secrets.SecretService;
import dev.upkeep.desktop.linux.secrets.SecretServiceException;
import dev.upkeep.desktop.linux.secrets.SecretServiceException.Reason;
import dev.upkeep.language.Sentence;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.SecretBytes;
import dev.upkeep.secret.SecretStore;
import dev.upkeep.secret.SecretStoreException;
import dev.upkeep.secret.Trouble;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Fits the Secret Service of a Linux desktop to what [SecretStore] asks for: an id is an account,
/// and a reason is a [Trouble] with a sentence for that keeper.
final class SecretServiceStore implements SecretStore {
  private final SecretService keyring;
  private final String service;
  private final Duration patience;

  /// A store of its own.
  ///
  /// @param service under which its entries are
  /// @param patience with which a person is asked to unlock it
  SecretServiceStore(SecretService keyring, String service, Duration patience) {
    this.keyring = keyring;
    this.service = service;
    this.patience = patience;
  }

  @Override
  public Sentence place() {
    return SecretServiceWords.place(keyring.keeper());
  }

  @Override
  public Sentence keeper() {
    return SecretServiceWords.name(keyring.keeper());
  }

  @Override
  public Optional<Lookup.Unavailable> check() {
    try {
      keyring.check();
      return Optional.empty();
    } catch (SecretServiceException e) {
      return Optional.of(unavailable(e));
    }
  }

  @Override
  public Optional<Lookup.Unavailable> unlock() {
    try {
      keyring.unlock(service, patience);
      return Optional.empty();
    } catch (SecretServiceException e) {
      return Optional.of(unavailable(e));
    }
  }

  @Override
  public Lookup read(UUID database) {
    try {
      Optional<String> text = keyring.read(entry(database));
      return text.isPresent() ? new Lookup.Found(Secret.of(text.get())) : new Lookup.NotFound();
    } catch (SecretServiceException e) {
      return unavailable(e);
    }
  }

  @Override
  public void write(UUID database, Secret secret) throws SecretStoreException {
    SecretBytes.requireFit(secret);
    try {
      keyring.write(entry(database), secret.reveal());
    } catch (SecretServiceException e) {
      throw told(e);
    }
  }

  @Override
  public void remove(UUID database) throws SecretStoreException {
    try {
      keyring.remove(entry(database));
    } catch (SecretServiceException e) {
      throw told(e);
    }
  }

  private SecretEntry entry(UUID database) {
    return new SecretEntry(service, database.toString());
  }

  private static Lookup.Unavailable unavailable(SecretServiceException e) {
    SecretStoreException told = told(e);
    return new Lookup.Unavailable(told.trouble(), told.told());
  }

  private static SecretStoreException told(SecretServiceException e) {
    return new SecretStoreException(
        trouble(e.reason()), SecretServiceWords.sentence(e.reason(), e.keeper(), e.detail()));
  }

  private static Trouble trouble(Reason reason) {
    return switch (reason) {
      case ABSENT, NO_KEYRING -> Trouble.ABSENT;
      case LOCKED, ASKS, ASKING, DISMISSED -> Trouble.LOCKED;
      case DENIED -> Trouble.DENIED;
      case FOREIGN -> Trouble.UNFIT;
      case SEVERAL, UNDONE, SILENT, FAILED -> Trouble.FAILED;
    };
  }
}
