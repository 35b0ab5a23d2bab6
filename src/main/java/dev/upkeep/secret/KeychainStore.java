package dev.upkeep.secret;

import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import java.util.Optional;
import java.util.UUID;

/// Secrets in the system's keychain, through java-keyring. This is the one place that catches
/// whatever that library throws. It swallows errors: a write that was refused may look like
/// success. So what was written is read back.
final class KeychainStore implements SecretStore {
  private final KeychainKind kind;
  private final String service;
  private final Keychain.Opener opener;

  KeychainStore(KeychainKind kind, String service, Keychain.Opener opener) {
    this.kind = kind;
    this.service = service;
    this.opener = opener;
  }

  @Override
  public Sentence place() {
    return kind.place();
  }

  @Override
  public Sentence keeper() {
    return kind.keeper();
  }

  @Override
  public Optional<Lookup.Unavailable> check() {
    try {
      ask(keychain -> service);
      return Optional.empty();
    } catch (SecretStoreException e) {
      return Optional.of(e.asLookup());
    }
  }

  @Override
  public Lookup read(UUID database) {
    try {
      Optional<String> text = stored(database);
      return text.isPresent() ? found(text.get()) : new Lookup.NotFound();
    } catch (SecretStoreException e) {
      return e.asLookup();
    }
  }

  @Override
  public void write(UUID database, Secret secret) throws SecretStoreException {
    SecretBytes.of(secret);
    String text = kind.encode(secret.reveal());
    ask(keychain -> {
      keychain.set(service, database.toString(), text);
      return text;
    });
    if (!stored(database).equals(Optional.of(text))) {
      throw new SecretStoreException(Trouble.FAILED, KeychainSentences.NOT_KEPT);
    }
  }

  @Override
  public void remove(UUID database) throws SecretStoreException {
    ask(keychain -> {
      keychain.delete(service, database.toString());
      return service;
    });
    if (stored(database).isPresent()) {
      throw new SecretStoreException(Trouble.FAILED, KeychainSentences.NOT_REMOVED);
    }
  }

  private Lookup found(String stored) {
    try {
      return new Lookup.Found(Secret.of(kind.decode(stored)));
    } catch (IllegalArgumentException foreign) {
      return new Lookup.Unavailable(Trouble.UNFIT, KeychainSentences.FOREIGN);
    }
  }

  /// What is stored, as it is; empty only when that is certain.
  private Optional<String> stored(UUID database) throws SecretStoreException {
    return ask(keychain -> keychain.get(service, database.toString()));
  }

  /// Asks something; empty when there is no such entry.
  private <T> Optional<T> ask(Question<T> question) throws SecretStoreException {
    try (Keychain keychain = opener.open()) {
      return Optional.of(question.ask(keychain));
    } catch (VirtualMachineError broken) {
      throw broken; // ours to die of, and no answer of the keychain
    } catch (Throwable thrown) {
      // Errors, too: a missing native library is a LinkageError, and JNA throws plain Error.
      Optional<SecretStoreException> failure = KeychainErrors.judge(kind, thrown);
      if (failure.isPresent()) {
        throw failure.get();
      }
      return Optional.empty();
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask(Keychain keychain) throws Exception;
  }
}
