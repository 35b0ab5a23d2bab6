package dev.upkeep.agent;

import static dev.upkeep.secret.Samples.CANARY;
import static dev.upkeep.secret.Samples.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upkeep.database.Secret;
import dev.upkeep.desktop.linux.secrets.SecretKeeper;
import dev.upkeep.desktop.linux.secrets.SecretServiceException.Reason;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.Samples;
import dev.upkeep.secret.SecretStore;
import dev.upkeep.secret.SecretStoreException;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.secret.Trouble;
import dev.upkeep.testing.KeePassXc;
import dev.upkeep.testing.RealDesktop;
import dev.upkeep.testing.Wait;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The keychain with a real KeePassXC on the other end; part of `make test-desktops`.
@EnabledIfSystemProperty(named = "upkeep.desktops", matches = "true")
@Timeout(180)
final class KeePassXcIT {
  private static final KeePassXc.Setup QUIET = new KeePassXc.Setup(false, true);
  private static final KeePassXc.Setup ASKING = new KeePassXc.Setup(true, true);
  private static final KeePassXc.Setup HIDDEN = new KeePassXc.Setup(false, false);

  private RealDesktop desktop;
  private SecretStore store;

  @BeforeEach
  void start() {
    desktop = RealDesktop.start();
    desktop.bus().forThisJvm();
    store = store();
  }

  @AfterEach
  void stop() {
    desktop.close();
  }

  @Test
  void adds_restarts_edits_and_removes() throws Exception {
    KeePassXc keeper = KeePassXc.open(desktop, QUIET);
    assertThat(store.check()).isEmpty();
    assertThat(store.read(ID)).isEqualTo(new Lookup.NotFound());
    assertThat(store.place()).hasToString("KeePassXC (Secret Service)");

    saving(keeper, () -> store.write(ID, CANARY));
    keeper.restart(true);
    store = store();
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));

    saving(keeper, () -> store.write(ID, Secret.of("edited")));
    keeper.restart(true);
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(Secret.of("edited")));

    saving(keeper, () -> store.remove(ID));
    assertThat(store.read(ID)).isEqualTo(new Lookup.NotFound());
    store.remove(ID);
    keeper.restart(true);
    assertThat(store.read(ID)).isEqualTo(new Lookup.NotFound());

    // What it still has in its recycle bin is in the way of nothing.
    store.write(ID, CANARY);
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));
    assertThat(keeper.asks()).isFalse();
  }

  @Test
  void every_text_comes_back_as_it_was() throws Exception {
    KeePassXc.open(desktop, QUIET);
    for (Secret secret : Samples.awkward()) {
      store.write(ID, secret);
      assertThat(store.read(ID)).isEqualTo(new Lookup.Found(secret));
    }
  }

  @Test
  void locked_it_is_said_by_its_name_and_nobody_is_asked_until_a_person_wants_it()
      throws Exception {
    KeePassXc keeper = KeePassXc.open(desktop, QUIET);
    saving(keeper, () -> store.write(ID, CANARY));
    keeper.restart(false);

    assertThat(store.read(ID)).isEqualTo(told(Trouble.LOCKED, Reason.LOCKED));
    assertThat(refusal(() -> store.write(ID, CANARY))).isEqualTo(Trouble.LOCKED);
    assertThat(refusal(() -> store.remove(ID))).isEqualTo(Trouble.LOCKED);
    assertThat(keeper.asks()).isFalse();

    FutureTask<Optional<Lookup.Unavailable>> unlocking = unlocking();
    Wait.until("question", keeper::asks);
    desktop.screen().keep("keepassxc-unlock");
    desktop.screen().type(KeePassXc.PASSWORD);
    desktop.screen().press("Return");
    assertThat(unlocking.get(60, TimeUnit.SECONDS)).isEmpty();
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));
  }

  @Test
  void a_closed_question_leaves_it_locked() throws Exception {
    KeePassXc keeper = KeePassXc.open(desktop, QUIET);
    keeper.restart(false);
    FutureTask<Optional<Lookup.Unavailable>> unlocking = unlocking();
    Wait.until("question", keeper::asks);
    desktop.screen().press("Escape");
    assertThat(unlocking.get(60, TimeUnit.SECONDS))
        .contains(told(Trouble.LOCKED, Reason.DISMISSED));
    assertThat(store.check()).contains(told(Trouble.LOCKED, Reason.LOCKED));
  }

  @Test
  void what_it_gives_out_only_after_a_yes_is_asked_for_by_a_click_alone() throws Exception {
    KeePassXc keeper = KeePassXc.open(desktop, ASKING);
    saving(keeper, () -> store.write(ID, CANARY));
    assertThat(store.read(ID))
        .as("its own is given to who stored it")
        .isEqualTo(new Lookup.Found(CANARY));
    store = store(); // as after a restart of the agent

    assertThat(store.read(ID)).isEqualTo(told(Trouble.LOCKED, Reason.ASKS));
    assertThat(refusal(() -> store.write(ID, Secret.of("new")))).isEqualTo(Trouble.LOCKED);
    assertThat(keeper.asks()).isFalse();

    FutureTask<Optional<Lookup.Unavailable>> refused = unlocking();
    Wait.until("question", keeper::asks);
    desktop.screen().keep("keepassxc-access");
    desktop.screen().press("Escape");
    assertThat(refused.get(60, TimeUnit.SECONDS)).contains(told(Trouble.LOCKED, Reason.DISMISSED));
    assertThat(store.read(ID)).isEqualTo(told(Trouble.LOCKED, Reason.ASKS));

    FutureTask<Optional<Lookup.Unavailable>> allowed = unlocking();
    Wait.until("question", keeper::asks);
    desktop.screen().press("Return");
    assertThat(allowed.get(60, TimeUnit.SECONDS)).isEmpty();
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));
    assertThat(store.read(ID)).as("and it stays so").isEqualTo(new Lookup.Found(CANARY));
    store.write(ID, Secret.of("edited"));
    store.remove(ID);
    assertThat(store.read(ID)).isEqualTo(new Lookup.NotFound());
  }

  @Test
  void without_a_database_that_it_shows_it_says_where_to_choose_one() {
    KeePassXc.open(desktop, HIDDEN);
    assertThat(store.check()).contains(told(Trouble.ABSENT, Reason.NO_KEYRING));
  }

  private FutureTask<Optional<Lookup.Unavailable>> unlocking() {
    FutureTask<Optional<Lookup.Unavailable>> task = new FutureTask<>(store::unlock);
    Thread.ofVirtual().start(task);
    return task;
  }

  private static void saving(KeePassXc keeper, Change change) throws Exception {
    long before = keeper.saved();
    change.make();
    Wait.until("saved database", () -> keeper.saved() > before);
  }

  private static Trouble refusal(Change change) {
    return catchThrowableOfType(SecretStoreException.class, change::make).trouble();
  }

  private static Lookup.Unavailable told(Trouble trouble, Reason reason) {
    return new Lookup.Unavailable(
        trouble, SecretServiceWords.sentence(reason, SecretKeeper.KEEPASSXC, ""));
  }

  private static SecretStore store() {
    return SecretPlaces.secretService(
        Optional.empty(), Map.of(), SecretStore.UNLOCK_PATIENCE, SecretStores.DEFAULT_TIMEOUT);
  }

  private interface Change {
    void make() throws SecretStoreException;
  }
}
