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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A store in memory that halts where a test wants it to.
final class StagedStore implements SecretStore {
  private final Map<UUID, Secret> entries = new ConcurrentHashMap<>();
  volatile Halt beforeReading = Halt.NONE;
  volatile Halt afterReading = Halt.NONE;
  volatile Halt afterWriting = Halt.NONE;

  /// Keeps what it is given, and says that it did not.
  volatile boolean deniesWriting;

  /// A place at which the first who comes waits until a test lets everybody go.
  static final class Halt {
    static final Halt NONE = new Halt(0);

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch go;

    private Halt(int count) {
      go = new CountDownLatch(count);
    }

    static Halt here() {
      return new Halt(1);
    }

    void awaitSomebody() throws InterruptedException {
      if (!reached.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody came");
      }
    }

    void letGo() {
      go.countDown();
    }

    private void pass() {
      reached.countDown();
      try {
        if (!go.await(30, TimeUnit.SECONDS)) {
          throw new AssertionError("nobody let go");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public Sentence place() {
    return Sentence.verbatim("the stage");
  }

  @Override
  public Sentence keeper() {
    return Sentence.verbatim("The stage");
  }

  @Override
  public Optional<Lookup.Unavailable> check() {
    return Optional.empty();
  }

  @Override
  public Lookup read(UUID database) {
    beforeReading.pass();
    Optional<Secret> found = Optional.ofNullable(entries.get(database));
    afterReading.pass();
    return found.<Lookup>map(Lookup.Found::new).orElseGet(Lookup.NotFound::new);
  }

  @Override
  public void write(UUID database, Secret secret) throws SecretStoreException {
    entries.put(database, secret);
    afterWriting.pass();
    if (deniesWriting) {
      throw new SecretStoreException(Trouble.FAILED, Sentence.verbatim("It did not answer."));
    }
  }

  @Override
  public void remove(UUID database) {
    entries.remove(database);
  }
}
