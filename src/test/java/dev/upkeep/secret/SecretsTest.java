package dev.upkeep.secret;

import static dev.upkeep.secret.Samples.CANARY;
import static dev.upkeep.secret.Samples.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upkeep.database.Place;
import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SecretsTest {
  private static final Secret NEW = Secret.of("new");

  private final FakeStore store = new FakeStore();
  private final Secrets secrets = new Secrets(store, new References(Map.of("TOKEN", "t")));

  private static final Place SHOP = new Place("s".repeat(22));
  private static final Place EVIL = new Place("e".repeat(22));

  @Test
  void a_secret_is_given_to_the_place_that_it_was_stored_for_and_to_no_other() throws Exception {
    secrets.write(ID, SHOP, CANARY).get();
    secrets.clear();

    assertThat(secrets.read(ID, SHOP).get()).isEqualTo(new Lookup.Found(CANARY));
    for (int i = 0; i < 2; i++) { // from the store, and from memory
      assertThat(secrets.read(ID, EVIL).get())
          .hasToString(
              new Lookup.Unavailable(
                      Trouble.ELSEWHERE,
                      Sentence.verbatim(
                          "This secret was stored for another place, so it is not sent there."))
                  .toString());
    }
    assertThat(secrets.read(ID, SHOP).get()).isEqualTo(new Lookup.Found(CANARY));
    secrets.write(ID, EVIL, NEW).get();
    assertThat(secrets.read(ID, EVIL).get()).isEqualTo(new Lookup.Found(NEW));
  }

  @Test
  void an_old_secret_belongs_to_the_place_of_its_first_use() throws Exception {
    store.entries.put(ID, CANARY);

    assertThat(secrets.read(ID, SHOP).get()).isEqualTo(new Lookup.Found(CANARY));
    assertThat(BoundSecret.of(store.entries.get(ID))).contains(new BoundSecret(SHOP, CANARY));
    assertThat(secrets.read(ID, EVIL).get()).isInstanceOf(Lookup.Unavailable.class);
    assertThat(secrets.read(ID, SHOP).get()).isEqualTo(new Lookup.Found(CANARY));
  }

  @Test
  void an_old_secret_is_used_although_its_place_cannot_be_stored() throws Exception {
    store.entries.put(ID, CANARY);
    assertThat(secrets.read(ID).get()).isEqualTo(new Lookup.Found(CANARY));
    store.trouble = Optional.of(Trouble.FAILED);

    assertThat(secrets.read(ID, SHOP).get()).isEqualTo(new Lookup.Found(CANARY));
  }

  @Test
  void a_file_of_somebody_elses_gets_no_secret_that_was_never_bound() throws Exception {
    store.entries.put(ID, CANARY);
    Secrets others =
        new Secrets(
            store, new References(Map.of()), SecretLedger.inMemory(), Secrets.Binding.STORED_ONLY);

    assertThat(others.read(ID, SHOP).get()).isInstanceOf(Lookup.Unavailable.class);
    assertThat(store.entries).containsEntry(ID, CANARY);
  }

  @Test
  void a_reference_is_followed_for_its_place_until_it_is_given_for_another() throws Exception {
    SecretReference token = SecretReference.parse("env:TOKEN");
    assertThat(secrets.read(ID, SHOP, token).get()).isInstanceOf(Lookup.Found.class);
    assertThat(secrets.read(ID, EVIL, token).get())
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class,
            why -> assertThat(why.trouble()).isEqualTo(Trouble.ELSEWHERE));
    assertThat(secrets.read(ID, SHOP, SecretReference.parse("env:OTHER")).get())
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class,
            why -> assertThat(why.trouble()).isEqualTo(Trouble.ELSEWHERE));

    secrets.allow(ID, EVIL, token);
    assertThat(secrets.read(ID, EVIL, token).get()).isInstanceOf(Lookup.Found.class);
    assertThat(secrets.read(ID, SHOP, token).get()).isInstanceOf(Lookup.Unavailable.class);
  }

  @Test
  void the_largest_secret_fits_with_its_place() throws Exception {
    Secret largest = Secret.of("x".repeat(SecretStore.MAX_BYTES));
    Secret sealed = new BoundSecret(SHOP, largest).sealed();

    assertThat(SecretBytes.of(sealed)).hasSize(SecretStore.MAX_ENTRY_BYTES).hasSizeLessThan(2_560);
    assertThat(BoundSecret.of(sealed)).contains(new BoundSecret(SHOP, largest));
    assertThatExceptionOfType(SecretStoreException.class)
        .isThrownBy(
            () -> SecretBytes.of(new BoundSecret(SHOP, Secret.of(largest.reveal() + "x")).sealed()))
        .withMessageContaining("2,501 bytes");
  }

  @Test
  void what_was_read_once_survives_a_locked_keychain() throws Exception {
    store.entries.put(ID, CANARY);
    assertThat(secrets.read(ID).get()).isEqualTo(new Lookup.Found(CANARY));
    store.trouble = Optional.of(Trouble.LOCKED);
    assertThat(secrets.read(ID)).isCompletedWithValue(new Lookup.Found(CANARY));
    assertThat(store.reads).hasValue(1);
  }

  @Test
  void what_was_not_found_or_not_available_is_asked_for_again() throws Exception {
    assertThat(secrets.read(ID).get()).isEqualTo(new Lookup.NotFound());
    store.trouble = Optional.of(Trouble.LOCKED);
    assertThat(secrets.read(ID).get())
        .hasToString(
            new Lookup.Unavailable(Trouble.LOCKED, Sentence.verbatim("Trouble.")).toString());
    store.trouble = Optional.empty();
    store.entries.put(ID, CANARY);
    assertThat(secrets.read(ID).get()).isEqualTo(new Lookup.Found(CANARY));
  }

  @Test
  void what_was_written_is_known_without_reading() throws Exception {
    secrets.write(ID, CANARY).get();
    assertThat(secrets.read(ID)).isCompletedWithValue(new Lookup.Found(CANARY));
    assertThat(store.reads).hasValue(0);
    assertThat(store.entries).containsEntry(ID, CANARY);
  }

  @Test
  void what_was_removed_or_forgotten_is_not_known_any_more() throws Exception {
    secrets.write(ID, CANARY).get();
    secrets.remove(ID).get();
    assertThat(secrets.read(ID).get()).isEqualTo(new Lookup.NotFound());

    secrets.write(ID, CANARY).get();
    store.entries.put(ID, NEW);
    secrets.forget(ID);
    assertThat(secrets.read(ID).get()).isEqualTo(new Lookup.Found(NEW));

    store.entries.clear();
    secrets.clear();
    assertThat(secrets.read(ID).get()).isEqualTo(new Lookup.NotFound());
  }

  @Test
  void a_write_that_failed_says_why_and_leaves_nothing_in_memory() throws Exception {
    store.entries.put(ID, CANARY);
    secrets.read(ID).get();
    store.trouble = Optional.of(Trouble.DENIED);
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> secrets.write(ID, NEW).get())
        .withCauseInstanceOf(SecretStoreException.class);
    store.trouble = Optional.empty();
    assertThat(secrets.read(ID).get()).isEqualTo(new Lookup.Found(CANARY));
    assertThat(store.reads).hasValue(2);
  }

  @Test
  void nothing_blocks_the_caller() {
    CountDownLatch later = new CountDownLatch(1);
    store.answer = later;
    CompletableFuture<Lookup> read = secrets.read(ID);
    assertThat(read).isNotDone();
    assertThat(secrets.write(ID, CANARY)).isNotDone();
    later.countDown();
  }

  @Test
  void an_answer_from_before_an_edit_is_not_remembered() throws Exception {
    store.entries.put(ID, CANARY);
    CountDownLatch later = new CountDownLatch(1);
    store.answer = later;
    CompletableFuture<Lookup> early = secrets.read(ID);
    store.asked.await();
    store.answer = new CountDownLatch(0);
    secrets.write(ID, NEW).get();
    later.countDown();
    assertThat(early.get()).isEqualTo(new Lookup.Found(CANARY));
    assertThat(secrets.read(ID).get()).isEqualTo(new Lookup.Found(NEW));
  }

  @Test
  void references_are_followed_anew_each_time() throws Exception {
    assertThat(secrets.read(SecretReference.parse("env:TOKEN")).get())
        .isEqualTo(new Lookup.Found(Secret.of("t")));
    assertThat(store.reads).hasValue(0);
  }

  @Test
  void says_where_secrets_are_and_what_is_wrong_there() throws Exception {
    assertThat(secrets.place()).hasToString("the fake");
    assertThat(secrets.check().get()).isEmpty();
  }

  @Test
  void nothing_prints_a_secret() throws Exception {
    secrets.write(ID, CANARY).get();
    assertThat(String.valueOf(secrets.read(ID).get())).doesNotContain(CANARY.reveal());
  }
}
