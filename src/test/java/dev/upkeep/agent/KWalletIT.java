package dev.upkeep.agent;

import static dev.upkeep.secret.Samples.CANARY;
import static dev.upkeep.secret.Samples.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upkeep.database.Secret;
import dev.upkeep.desktop.linux.secrets.SecretKeeper;
import dev.upkeep.desktop.linux.secrets.SecretServiceException.Reason;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.Samples;
import dev.upkeep.secret.SecretStore;
import dev.upkeep.secret.SecretStoreException;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.secret.Trouble;
import dev.upkeep.testing.KWallet;
import dev.upkeep.testing.RealDesktop;
import dev.upkeep.testing.Wait;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The keychain with a real KWallet on the other end; part of `make test-desktops`.
@EnabledIfSystemProperty(named = "upkeep.desktops", matches = "true")
@Timeout(180)
final class KWalletIT {
  private RealDesktop desktop;
  private SecretStore store;

  @BeforeEach
  void start() {
    desktop = RealDesktop.start();
    desktop.bus().forThisJvm();
    store =
        SecretPlaces.secretService(
            Optional.empty(), Map.of(), SecretStore.UNLOCK_PATIENCE, SecretStores.DEFAULT_TIMEOUT);
  }

  @AfterEach
  void stop() {
    desktop.close();
  }

  @Test
  void opened_at_login_it_adds_restarts_edits_and_removes_without_a_question() throws Exception {
    KWallet wallet = KWallet.openedAtLogin(desktop);
    assertThat(store.check()).isEmpty();
    assertThat(store.read(ID)).isEqualTo(new Lookup.NotFound());
    assertThat(store.place()).hasToString("KWallet (Secret Service)");

    saving(wallet, () -> store.write(ID, CANARY));
    wallet.restart(true);
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));
    saving(wallet, () -> store.write(ID, Secret.of("edited")));
    wallet.restart(true);
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(Secret.of("edited")));

    saving(wallet, () -> store.remove(ID));
    wallet.restart(true);
    assertThat(store.read(ID)).isEqualTo(new Lookup.NotFound());
    store.remove(ID);
    assertThat(wallet.asks()).isFalse();
  }

  @Test
  void every_text_comes_back_as_it_was() throws Exception {
    KWallet.openedAtLogin(desktop);
    for (Secret secret : Samples.awkward()) {
      store.write(ID, secret);
      assertThat(store.read(ID)).isEqualTo(new Lookup.Found(secret));
    }
  }

  /// A key in some hundreds begins with a zero.
  @Test
  void both_sides_make_the_same_key_of_every_session() throws Exception {
    KWallet.openedAtLogin(desktop);
    Supplier<String> sessions = desktop.bus().recorded("org.freedesktop.Secret.Service");
    for (int i = 0; i < 60; i++) {
      Secret secret = Secret.of("secret " + i);
      store.write(ID, secret);
      assertThat(store.read(ID)).isEqualTo(new Lookup.Found(secret));
    }
    assertThat(sessions.get()).contains("dh-ietf1024").doesNotContain("string \"plain\"");
  }

  @Test
  void closed_it_is_said_and_nobody_is_asked_until_a_person_wants_it() throws Exception {
    KWallet wallet = KWallet.openedAtLogin(desktop);
    store.write(ID, CANARY);
    wallet.restart(false);

    assertThat(store.read(ID)).isEqualTo(told(Trouble.LOCKED, Reason.LOCKED));
    assertThatExceptionOfType(SecretStoreException.class)
        .isThrownBy(() -> store.remove(ID))
        .satisfies(e -> assertThat(e.trouble()).isEqualTo(Trouble.LOCKED));
    assertThat(wallet.asks()).isFalse();

    FutureTask<Optional<Lookup.Unavailable>> unlocking = new FutureTask<>(store::unlock);
    Thread.ofVirtual().start(unlocking);
    Wait.until("question", wallet::asks);
    desktop.screen().keep("kwallet-unlock");
    desktop.screen().press("Escape");
    assertThat(unlocking.get(60, TimeUnit.SECONDS))
        .contains(told(Trouble.LOCKED, Reason.DISMISSED));
  }

  @Test
  void without_a_wallet_it_says_so() {
    KWallet.withoutWallet(desktop);
    assertThat(store.check()).contains(told(Trouble.ABSENT, Reason.NO_KEYRING));
  }

  private static void saving(KWallet wallet, Change change) throws Exception {
    long before = wallet.saved();
    change.make();
    Wait.until("saved wallet", () -> wallet.saved() > before);
  }

  private interface Change {
    void make() throws SecretStoreException;
  }

  private static Lookup.Unavailable told(Trouble trouble, Reason reason) {
    return new Lookup.Unavailable(
        trouble, SecretServiceWords.sentence(reason, SecretKeeper.KWALLET, ""));
  }
}
