package dev.upkeep.agent;

import static dev.upkeep.secret.Samples.CANARY;
import static dev.upkeep.secret.Samples.ID;
import static dev.upkeep.secret.Samples.OTHER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import dev.upkeep.database.Secret;
import dev.upkeep.desktop.linux.secrets.SecretKeeper;
import dev.upkeep.desktop.linux.secrets.SecretServiceException.Reason;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.Samples;
import dev.upkeep.secret.SecretStore;
import dev.upkeep.secret.SecretStoreException;
import dev.upkeep.secret.Traces;
import dev.upkeep.secret.Trouble;
import dev.upkeep.testing.GnomeKeyring;
import dev.upkeep.testing.PrivateBus;
import dev.upkeep.testing.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.slf4j.LoggerFactory;

/// The keychain with a real gnome-keyring on the other end.
@EnabledOnOs(OS.LINUX)
@Timeout(60)
final class SecretServiceIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Level levelBefore = root().getLevel();
  private PrivateBus bus;
  private SecretStore store;

  @BeforeEach
  void startBus() {
    bus = PrivateBus.start().forThisJvm();
    store = storeOf(Optional.empty(), TIMEOUT);
    log.start();
    root().addAppender(log);
    root().setLevel(Level.TRACE);
  }

  @AfterEach
  void stopBus() {
    bus.close();
    root().setLevel(levelBefore);
    root().detachAppender(log);
    assertThat(log.list)
        .as("not even the libraries' finest messages hold a secret")
        .noneMatch(event -> event.getFormattedMessage().contains(CANARY.reveal()));
  }

  @Test
  void stores_reads_replaces_and_removes() throws Exception {
    GnomeKeyring.unlocked(bus);
    assertThat(store.check()).isEmpty();
    assertThat(store.read(ID)).isEqualTo(new Lookup.NotFound());

    store.write(ID, Secret.of("first"));
    store.write(OTHER_ID, Secret.of("another"));
    store.write(ID, CANARY);
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));
    assertThat(store.read(OTHER_ID)).isEqualTo(new Lookup.Found(Secret.of("another")));

    store.remove(ID);
    assertThat(store.read(ID)).isEqualTo(new Lookup.NotFound());
    store.remove(ID);
    assertThat(store.read(OTHER_ID)).isEqualTo(new Lookup.Found(Secret.of("another")));
  }

  @Test
  void every_text_comes_back_as_it_was() throws Exception {
    GnomeKeyring.unlocked(bus);
    for (Secret secret : Samples.awkward()) {
      store.write(ID, secret);
      assertThat(store.read(ID)).isEqualTo(new Lookup.Found(secret));
    }
  }

  @Test
  void other_programs_find_it_under_our_name_and_the_id() throws Exception {
    GnomeKeyring.unlocked(bus);
    store.write(ID, CANARY);
    assertThat(bus.output("secret-tool", "lookup", "service", "Upkeep", "account", ID.toString()))
        .isEqualTo(CANARY.reveal());
  }

  @Test
  void what_java_keyring_stored_is_found_changed_and_removed() throws Exception {
    GnomeKeyring.unlocked(bus);
    Keyring earlier = Keyring.create(KeyringStorageType.GNOME_KEYRING);
    earlier.setPassword("Upkeep", ID.toString(), CANARY.reveal());
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));

    store.write(ID, Secret.of("changed"));
    assertThat(earlier.getPassword("Upkeep", ID.toString())).isEqualTo("changed");

    store.remove(ID);
    assertThat(bus.output("secret-tool", "search", "--all", "service", "Upkeep")).isEmpty();
    earlier.close();
  }

  @Test
  void an_entry_looks_as_java_keyring_made_it() throws Exception {
    GnomeKeyring.unlocked(bus);
    store.write(ID, CANARY);
    List<String> ours = entry();
    store.remove(ID);
    Keyring earlier = Keyring.create(KeyringStorageType.GNOME_KEYRING);
    earlier.setPassword("Upkeep", ID.toString(), CANARY.reveal());
    earlier.close();

    assertThat(entry()).isEqualTo(ours);
  }

  /// Without its place and times, and without the schema that the keyring gives, now and then, to
  /// what was stored with none.
  private List<String> entry() {
    return bus.output("secret-tool", "search", "--all", "service", "Upkeep")
        .lines()
        .filter(line ->
            !line.matches(
                "(created|modified) = .*|\\[.*]|schema = org\\.freedesktop\\.Secret\\.Generic"))
        .toList();
  }

  @Test
  void whoever_records_the_bus_does_not_record_the_secret() throws Exception {
    GnomeKeyring.unlocked(bus);
    Supplier<String> sessions = bus.recorded("org.freedesktop.Secret.Service");
    Supplier<String> items = bus.recorded("org.freedesktop.Secret.Collection");
    store.write(ID, CANARY);

    Wait.until("record", () -> items.get().contains("member=CreateItem"));
    assertThat(sessions.get()).contains("dh-ietf1024-sha256-aes128-cbc-pkcs7");
    assertThat(items.get()).contains(ID.toString()).doesNotContain(CANARY.reveal());
  }

  @Test
  void several_entries_of_somebody_else_are_said() {
    GnomeKeyring.unlocked(bus);
    for (String kind : new String[] {"one", "two"}) {
      bus.output(
          "sh",
          "-c",
          "echo x | secret-tool store --label=x service Upkeep account $1 kind $2",
          "sh",
          ID.toString(),
          kind);
    }
    assertThat(store.read(ID))
        .isEqualTo(new Lookup.Unavailable(Trouble.FAILED, sentence(Reason.SEVERAL)));
  }

  @Test
  void profiles_do_not_see_each_other() throws Exception {
    GnomeKeyring.unlocked(bus);
    SecretStore work = storeOf(Optional.of("work"), TIMEOUT);
    store.write(ID, Secret.of("private"));
    assertThat(work.read(ID)).isEqualTo(new Lookup.NotFound());
    work.write(ID, Secret.of("at work"));
    work.remove(ID);
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(Secret.of("private")));
  }

  @Test
  void secrets_outlive_a_restart_of_the_keyring_encrypted() throws Exception {
    GnomeKeyring keyring = GnomeKeyring.unlocked(bus);
    store.write(ID, CANARY);
    keyring.restart();
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));
    Traces.assertNoneIn(bus.folder(), CANARY);
  }

  @Test
  void a_locked_keyring_is_said_and_nobody_is_asked_for_a_password() throws Exception {
    GnomeKeyring keyring = GnomeKeyring.unlocked(bus);
    store.write(ID, CANARY);
    keyring.lock();
    Supplier<String> prompts = bus.recorded("org.freedesktop.Secret.Prompt");

    assertThat(store.read(ID))
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class, it -> assertThat(it.trouble()).isEqualTo(Trouble.LOCKED));
    assertThat(store.check()).isPresent();
    assertRefused(Trouble.LOCKED, () -> store.write(ID, Secret.of("new")));
    assertRefused(Trouble.LOCKED, () -> store.remove(ID));

    assertThat(prompts.get()).doesNotContain("member=Prompt");
    keyring.restart();
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));
  }

  @Test
  void without_any_keyring_the_keychain_is_absent() {
    GnomeKeyring.notLoggedIn(bus);
    assertThat(store.read(ID))
        .isEqualTo(new Lookup.Unavailable(Trouble.ABSENT, sentence(Reason.NO_KEYRING)));
    assertRefused(Trouble.ABSENT, () -> store.write(ID, CANARY));
    assertRefused(Trouble.ABSENT, () -> store.remove(ID));
  }

  @Test
  void without_a_secret_service_the_keychain_is_absent() {
    assertThat(store.read(ID))
        .isEqualTo(
            new Lookup.Unavailable(
                Trouble.ABSENT,
                SecretServiceWords.sentence(Reason.ABSENT, SecretKeeper.OTHER, "")));
    assertRefused(Trouble.ABSENT, () -> store.write(ID, CANARY));
  }

  @Test
  void a_keyring_that_dies_is_never_taken_for_an_empty_one() throws Exception {
    GnomeKeyring keyring = GnomeKeyring.unlocked(bus);
    store.write(ID, CANARY);
    keyring.stop();
    assertThat(store.read(ID)).isInstanceOf(Lookup.Unavailable.class);
    GnomeKeyring.unlocked(bus);
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));
  }

  @Test
  void a_frozen_bus_costs_the_timeout_and_nothing_afterwards() throws Exception {
    GnomeKeyring.unlocked(bus);
    SecretStore hasty = storeOf(Optional.empty(), Duration.ofSeconds(1));
    store.write(ID, CANARY);
    bus.pause();
    assertGivesUp(hasty);
    bus.resume();
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));
  }

  @Test
  void a_frozen_keyring_costs_the_timeout_and_nothing_afterwards() throws Exception {
    GnomeKeyring keyring = GnomeKeyring.unlocked(bus);
    SecretStore hasty = storeOf(Optional.empty(), Duration.ofSeconds(1));
    store.write(ID, CANARY);
    keyring.pause();
    assertGivesUp(hasty);
    keyring.resume();
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));
  }

  private static void assertGivesUp(SecretStore store) {
    long began = System.nanoTime();
    Lookup lookup = store.read(ID);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    assertThat(lookup)
        .isEqualTo(
            new Lookup.Unavailable(
                Trouble.FAILED, KeychainPhrase.SILENT.with(KeychainPhrase.KEYRING.with())));
  }

  private static void assertRefused(Trouble trouble, ThrowingCallable call) {
    assertThatExceptionOfType(SecretStoreException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.trouble()).isEqualTo(trouble));
  }

  private static SecretStore storeOf(Optional<String> profile, Duration timeout) {
    return SecretPlaces.secretService(profile, Map.of(), SecretStore.UNLOCK_PATIENCE, timeout);
  }

  private static Sentence sentence(Reason reason) {
    return SecretServiceWords.sentence(reason, SecretKeeper.GNOME_KEYRING, "");
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Test
  void after_each_of_twenty_removals_nothing_of_ours_is_left() throws Exception {
    GnomeKeyring.unlocked(bus);
    for (int i = 0; i < 20; i++) {
      UUID id = UUID.randomUUID();
      store.write(id, CANARY);
      assertThat(store.read(id)).isEqualTo(new Lookup.Found(CANARY));
      store.remove(id);
      assertThat(bus.output("secret-tool", "search", "--all", "service", "Upkeep"))
          .as("right after removal %d", i)
          .isEmpty();
    }
  }
}
