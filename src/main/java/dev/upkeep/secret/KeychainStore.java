package dev.upkeep.secret;

import dev.upkeep.database.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Secrets in the system's keychain, through java-keyring. This is the one place that catches
/// whatever that library throws.
///
/// java-keyring's Secret Service swallows errors: a locked keyring, a service that has gone and one
/// that is silent for 2 s all look like "no such entry", and a write that was refused looks like
/// success. So the gate is asked before and after, and what was written is read back.
final class KeychainStore implements SecretStore {
  /// As long as java-keyring waits for one reply; see `Static.DBus.MAX_DELAY_MILLIS` there.
  private static final Duration SILENCE = Duration.ofSeconds(2);

  private final KeychainKind kind;
  private final String service;
  private final KeychainGate gate;
  private final Keychain.Opener opener;

  KeychainStore(KeychainKind kind, String service, KeychainGate gate, Keychain.Opener opener) {
    this.kind = kind;
    this.service = service;
    this.gate = gate;
    this.opener = opener;
  }

  @Override
  public String describe() {
    return kind.description();
  }

  @Override
  public Optional<Lookup.Unavailable> check() {
    try {
      requireReady();
      ask(keychain -> service);
      return Optional.empty();
    } catch (SecretStoreException e) {
      return Optional.of(e.asLookup());
    }
  }

  @Override
  public Optional<Lookup.Unavailable> unlock() {
    try {
      gate.unlock(UNLOCK_PATIENCE);
    } catch (IOException e) {
      return Optional.of(
          new Lookup.Unavailable(Trouble.FAILED, KeychainSentences.silent(describe())));
    }
    return check();
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
    requireReady();
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
    requireReady();
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
    requireReady();
    long asked = System.nanoTime();
    Optional<String> text = ask(keychain -> keychain.get(service, database.toString()));
    if (text.isEmpty()) {
      if (System.nanoTime() - asked >= SILENCE.toNanos()) {
        throw new SecretStoreException(Trouble.FAILED, KeychainSentences.silent(describe()));
      }
      requireReady();
    }
    return text;
  }

  private void requireReady() throws SecretStoreException {
    KeychainGate.State state;
    try {
      state = gate.state();
    } catch (IOException e) {
      throw new SecretStoreException(Trouble.FAILED, KeychainSentences.silent(describe()));
    }
    switch (state) {
      case READY -> {}
      case LOCKED -> throw new SecretStoreException(Trouble.LOCKED, KeychainSentences.LOCKED);
      case NO_KEYRING ->
          throw new SecretStoreException(Trouble.ABSENT, KeychainSentences.NO_KEYRING);
      case ABSENT -> throw new SecretStoreException(Trouble.ABSENT, KeychainSentences.ABSENT);
    }
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
