package dev.upkeep.secret;

import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A store in memory that can be in trouble, or hang until it is released.
class FakeStore implements SecretStore {
  final Map<UUID, Secret> entries = new ConcurrentHashMap<>();
  final AtomicInteger reads = new AtomicInteger();
  volatile Optional<Trouble> trouble = Optional.empty();

  /// Says that it has stored, and has not.
  volatile boolean forgetful;

  /// Reads and writes are answered when this is at zero.
  volatile CountDownLatch answer = new CountDownLatch(0);

  /// Counted down when somebody begins to wait for [#answer].
  final CountDownLatch asked = new CountDownLatch(1);

  @Override
  public Sentence place() {
    return Sentence.verbatim("the fake");
  }

  @Override
  public Sentence keeper() {
    return Sentence.verbatim("The fake");
  }

  @Override
  public Optional<Lookup.Unavailable> check() {
    return trouble.map(it -> new Lookup.Unavailable(it, Sentence.verbatim("Trouble.")));
  }

  @Override
  public Lookup read(UUID database) {
    reads.incrementAndGet();
    Optional<Secret> secret = Optional.ofNullable(entries.get(database));
    hang();
    if (trouble.isPresent()) {
      return new Lookup.Unavailable(trouble.get(), Sentence.verbatim("Trouble."));
    }
    return secret.isPresent() ? new Lookup.Found(secret.get()) : new Lookup.NotFound();
  }

  @Override
  public void write(UUID database, Secret secret) throws SecretStoreException {
    hang();
    if (trouble.isPresent()) {
      throw new SecretStoreException(trouble.get(), Sentence.verbatim("Trouble."));
    }
    if (!forgetful) {
      entries.put(database, secret);
    }
  }

  @Override
  public void remove(UUID database) throws SecretStoreException {
    if (trouble.isPresent()) {
      throw new SecretStoreException(trouble.get(), Sentence.verbatim("Trouble."));
    }
    entries.remove(database);
  }

  /// Deaf to interrupts, as native code is.
  private void hang() {
    CountDownLatch latch = answer;
    asked.countDown();
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
