package dev.upkeep.secret;

import static dev.upkeep.secret.Samples.CANARY;
import static dev.upkeep.secret.Samples.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upkeep.database.Secret;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class TimedStoreTest {
  private static final Lookup SILENT =
      new Lookup.Unavailable(
          Trouble.FAILED, KeychainPhrase.SILENT.with(Sentence.verbatim("The fake")));

  private final FakeStore inner = new FakeStore();

  @Test
  void answers_and_refusals_pass_unchanged() throws Exception {
    SecretStore store = new TimedStore(inner, Duration.ofMinutes(1));
    store.write(ID, CANARY);
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));
    store.remove(ID);
    assertThat(store.read(ID)).isEqualTo(new Lookup.NotFound());
    assertThat(store.check()).isEmpty();
    assertThat(store.place()).hasToString("the fake");

    inner.trouble = Optional.of(Trouble.LOCKED);
    assertThatExceptionOfType(SecretStoreException.class)
        .isThrownBy(() -> store.write(ID, CANARY))
        .satisfies(e -> assertThat(e.trouble()).isEqualTo(Trouble.LOCKED));
  }

  @Test
  void an_abandoned_call_blocks_nobody_after_it() throws Exception {
    SecretStore store = new TimedStore(inner, Duration.ofMillis(100));
    CountDownLatch never = new CountDownLatch(1);
    inner.answer = never;
    assertThat(store.read(ID)).isEqualTo(SILENT);
    assertThatExceptionOfType(SecretStoreException.class)
        .isThrownBy(() -> store.write(ID, CANARY))
        .withMessage("The fake did not answer in time.");

    inner.answer = new CountDownLatch(0);
    store.write(ID, CANARY);
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));
    never.countDown();
  }

  @Test
  void a_write_that_comes_through_after_its_timeout_is_undone() throws Exception {
    SecretStore store = new TimedStore(inner, Duration.ofMillis(100));
    CountDownLatch later = new CountDownLatch(1);
    inner.answer = later;
    assertThatExceptionOfType(SecretStoreException.class).isThrownBy(() -> store.write(ID, CANARY));

    later.countDown();

    awaitLateOnes();
    assertThat(inner.entries).isEmpty();
  }

  @Test
  void a_late_write_does_not_replace_what_was_stored_or_removed_since() throws Exception {
    SecretStore store = new TimedStore(inner, Duration.ofMillis(100));
    inner.entries.put(ID, Secret.of("older"));
    CountDownLatch later = new CountDownLatch(1);
    inner.answer = later;
    assertThatExceptionOfType(SecretStoreException.class).isThrownBy(() -> store.write(ID, CANARY));
    inner.answer = new CountDownLatch(0);
    store.write(ID, Secret.of("newer"));

    later.countDown();

    awaitLateOnes();
    assertThat(inner.entries).containsExactly(Map.entry(ID, Secret.of("newer")));
  }

  @Test
  void a_late_write_gives_back_what_it_has_replaced() throws Exception {
    SecretStore store = new TimedStore(inner, Duration.ofMillis(100));
    inner.entries.put(ID, Secret.of("older"));
    CountDownLatch later = new CountDownLatch(1);
    inner.answer = later;
    assertThatExceptionOfType(SecretStoreException.class).isThrownBy(() -> store.write(ID, CANARY));

    later.countDown();

    awaitLateOnes();
    assertThat(inner.entries).containsExactly(Map.entry(ID, Secret.of("older")));
  }

  /// Waits for calls that were abandoned and go on by themselves.
  private static void awaitLateOnes() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("secret-store")) {
        thread.join();
      }
    }
  }

  @Test
  void who_queues_behind_an_abandoned_call_does_not_wait_again() throws Exception {
    Duration timeout = Duration.ofSeconds(2);
    SecretStore store = new TimedStore(inner, timeout);
    CountDownLatch never = new CountDownLatch(1);
    inner.answer = never;
    long began = System.nanoTime();
    List<Future<Lookup>> lookups = new ArrayList<>();
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        lookups.add(readers.submit(() -> store.read(ID)));
      }
      for (Future<Lookup> lookup : lookups) {
        assertThat(lookup.get()).isEqualTo(SILENT);
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(timeout.multipliedBy(10));
    never.countDown();
  }

  @Test
  void a_fault_of_ours_is_not_hidden() {
    SecretStore store =
        new TimedStore(
            new FakeStore() {
              @Override
              public Lookup read(UUID database) {
                throw new IllegalStateException("a fault");
              }
            },
            Duration.ofMinutes(1));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> store.read(ID))
        .withMessage("a fault");
  }

  @Test
  void an_interrupted_caller_stays_interrupted() {
    SecretStore store = new TimedStore(inner, Duration.ofMinutes(1));
    Thread.currentThread().interrupt();
    assertThat(store.read(ID)).isEqualTo(SILENT);
    assertThat(Thread.interrupted()).isTrue();
  }
}
