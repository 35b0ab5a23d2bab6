package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.Change;
import dev.upkeep.control.Touched;
import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretStore;
import dev.upkeep.secret.Secrets;
import dev.upkeep.secret.Trouble;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SecretCheckTest {
  private static final String LOCKED = "The keychain is locked.";

  /// Answers what the test gives it, when the test gives it.
  private static final class SlowStore implements SecretStore {
    final BlockingQueue<Optional<Lookup.Unavailable>> answers = new LinkedBlockingQueue<>();
    final AtomicInteger asked = new AtomicInteger();

    @Override
    public Sentence place() {
      return Sentence.verbatim("a test");
    }

    @Override
    public Sentence keeper() {
      return Sentence.verbatim("A test");
    }

    @Override
    public Optional<Lookup.Unavailable> check() {
      asked.incrementAndGet();
      try {
        return answers.take();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Lookup read(UUID database) {
      throw new AssertionError("nobody reads");
    }

    @Override
    public void write(UUID database, Secret secret) {
      throw new AssertionError("nobody writes");
    }

    @Override
    public void remove(UUID database) {
      throw new AssertionError("nobody removes");
    }
  }

  private final SlowStore store = new SlowStore();
  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
  private boolean needed = true;
  private final SecretCheck check =
      new SecretCheck(
          new Secrets(store, new References(Map.of())), () -> needed, () -> news.add("changed"));

  private void locked() {
    store.answers.add(
        Optional.of(new Lookup.Unavailable(Trouble.LOCKED, Sentence.verbatim(LOCKED))));
  }

  private static Change touched(Outcome outcome) {
    Touch touch = new Touch(Instant.EPOCH, outcome, 0, Timings.NONE, Optional.empty());
    return new Change.TouchEnded(new Touched(new UUID(0, 1), touch));
  }

  private static Outcome failed(FailureKind kind) {
    return new Outcome.Failed(kind, "It failed.", "Do something.");
  }

  @Test
  void asking_waits_for_nobody_and_what_is_seen_is_remembered() throws Exception {
    var answer = check.now();
    assertThat(answer).isNotDone();
    assertThat(check.lastSeen()).isEmpty();

    locked();

    assertThat(answer.get()).contains(Sentence.verbatim(LOCKED));
    assertThat(check.lastSeen()).contains(Sentence.verbatim(LOCKED));
    assertThat(news.take()).isEqualTo("changed");
  }

  @Test
  void the_same_answer_again_is_no_news() throws Exception {
    locked();
    locked();
    check.now().get();
    check.now().get();
    store.answers.add(Optional.empty());
    check.now().get();

    assertThat(news).hasSize(2);
    assertThat(check.lastSeen()).isEmpty();
  }

  @Test
  void a_thousand_touches_without_a_secret_are_one_question() throws Exception {
    for (int n = 0; n < 1000; n++) {
      check.changed(touched(failed(FailureKind.SECRET)));
    }
    locked();

    assertThat(news.take()).isEqualTo("changed");
    assertThat(store.asked).hasValue(1);
  }

  @Test
  void while_all_is_well_nobody_asks() throws Exception {
    store.answers.add(Optional.empty());
    check.now().get();

    check.tend();
    check.changed(touched(failed(FailureKind.TIMEOUT)));

    assertThat(store.asked).hasValue(1);
  }

  @Test
  void one_that_does_not_answer_is_asked_again_until_it_does() throws Exception {
    locked();
    check.now().get();
    assertThat(news.take()).isEqualTo("changed");

    store.answers.add(Optional.empty());
    check.tend();

    assertThat(news.take()).isEqualTo("changed");
    assertThat(check.lastSeen()).isEmpty();
  }

  @Test
  void where_only_references_are_used_the_store_is_nobodys_business() throws Exception {
    needed = false;
    locked();
    check.changed(touched(failed(FailureKind.SECRET)));
    assertThat(store.asked).hasValue(0);

    assertThat(check.now().get())
        .as("a person may ask all the same")
        .contains(Sentence.verbatim(LOCKED));
    assertThat(check.lastSeen()).isEmpty();
  }
}
