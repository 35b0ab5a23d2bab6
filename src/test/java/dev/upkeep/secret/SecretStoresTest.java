package dev.upkeep.secret;

import static dev.upkeep.secret.Samples.CANARY;
import static dev.upkeep.secret.Samples.ID;
import static dev.upkeep.secret.Samples.OTHER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upkeep.database.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretStoresTest {
  private static final Optional<char[]> PASSPHRASE = Optional.of("passphrase".toCharArray());

  private static final Secret NEW = Secret.of("new");

  private final FakeStore keychain = new FakeStore();

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("secrets.p12");
  }

  private SecretStore home(Optional<char[]> passphrase) {
    return SecretStores.ofHome(keychain, file, passphrase, SecretLedger.at(ledger()));
  }

  private Path ledger() {
    return folder.resolve("secrets.list");
  }

  @Test
  void new_secrets_go_into_the_keychain_also_while_it_is_locked() throws Exception {
    home(PASSPHRASE).write(ID, CANARY);
    assertThat(keychain.entries).containsOnlyKeys(ID);
    keychain.trouble = Optional.of(Trouble.LOCKED);
    assertThat(home(PASSPHRASE).place()).hasToString("the fake");
    assertThat(home(PASSPHRASE).check()).isPresent();
    assertThat(file).doesNotExist();
  }

  @Test
  void without_a_keychain_there_is_the_file_under_a_passphrase() throws Exception {
    keychain.trouble = Optional.of(Trouble.ABSENT);
    SecretStore chosen = home(PASSPHRASE);
    assertThat(chosen.place()).hasToString("the file " + file + " under a passphrase");
    chosen.write(ID, CANARY);
    assertThat(home(PASSPHRASE).read(ID)).isEqualTo(new Lookup.Found(CANARY));
  }

  @Test
  void a_file_that_somebody_made_where_no_keychain_was_hides_nothing() throws Exception {
    home(PASSPHRASE).write(ID, CANARY);
    keychain.trouble = Optional.of(Trouble.ABSENT);
    home(PASSPHRASE).write(OTHER_ID, NEW);
    assertThat(file).as("one command over ssh").exists();
    keychain.trouble = Optional.empty();

    assertThat(home(PASSPHRASE).read(ID)).isEqualTo(new Lookup.Found(CANARY));
    assertThat(home(PASSPHRASE).read(OTHER_ID)).isEqualTo(new Lookup.Found(NEW));
    assertThat(home(Optional.empty()).read(ID)).isEqualTo(new Lookup.Found(CANARY));
    assertThat(home(Optional.empty()).read(OTHER_ID))
        .as("it is not lost, it is elsewhere")
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class,
            why -> assertThat(why.sentence()).contains(file.toString(), "UPKEEP_PASSPHRASE_FILE"));
    assertThat(home(PASSPHRASE).entries()).containsExactlyInAnyOrder(ID, OTHER_ID);
  }

  @Test
  void what_was_stored_before_places_were_written_down_is_found_in_either() throws Exception {
    keychain.entries.put(ID, CANARY);
    SecretStores.passphraseFile(file, "passphrase".toCharArray()).write(OTHER_ID, NEW);

    assertThat(home(PASSPHRASE).read(ID)).isEqualTo(new Lookup.Found(CANARY));
    assertThat(home(PASSPHRASE).read(OTHER_ID)).isEqualTo(new Lookup.Found(NEW));
    assertThat(SecretLedger.at(ledger()).kept())
        .isEqualTo(Map.of(ID, StoreName.KEYCHAIN, OTHER_ID, StoreName.FILE));
  }

  @Test
  void an_entry_is_replaced_and_removed_where_it_is() throws Exception {
    keychain.trouble = Optional.of(Trouble.ABSENT);
    home(PASSPHRASE).write(ID, CANARY);
    keychain.trouble = Optional.empty();
    home(PASSPHRASE).write(ID, NEW);
    assertThat(keychain.entries).isEmpty();
    assertThat(home(PASSPHRASE).read(ID)).isEqualTo(new Lookup.Found(NEW));
    assertThatExceptionOfType(SecretStoreException.class)
        .isThrownBy(() -> home(Optional.empty()).remove(ID));

    home(PASSPHRASE).remove(ID);

    assertThat(home(PASSPHRASE).read(ID)).isEqualTo(new Lookup.NotFound());
    assertThat(home(PASSPHRASE).entries()).isEmpty();
  }

  @Test
  void an_old_copy_in_the_other_store_goes_with_a_new_secret() throws Exception {
    SecretStores.passphraseFile(file, "passphrase".toCharArray()).write(ID, CANARY);

    home(PASSPHRASE).write(ID, NEW);

    assertThat(keychain.entries).containsEntry(ID, NEW);
    assertThat(new PassphraseFile(file, Passphrase.of("passphrase".toCharArray())).entries())
        .isEmpty();
  }

  @Test
  void with_neither_the_keychain_says_what_to_do_and_nothing_is_written() {
    keychain.trouble = Optional.of(Trouble.ABSENT);
    assertThat(home(Optional.empty()).place()).hasToString("the fake");
    assertThat(home(Optional.empty()).check()).isPresent();
    assertThat(folder).isEmptyDirectory();
    assertThat(KeychainSentences.ABSENT.english())
        .startsWith("This computer has no keychain that Upkeep can use.")
        .contains("UPKEEP_PASSPHRASE_FILE");
  }

  @Test
  void each_profile_has_its_own_name_in_the_keychain() {
    assertThat(SecretStores.service(Optional.empty())).isEqualTo("Upkeep");
    assertThat(SecretStores.service(Optional.of("work"))).isEqualTo("Upkeep (work)");
  }

  @ParameterizedTest
  @CsvSource({"Linux,", "Windows 11, WINDOWS", "Mac OS X, MAC", "'',"})
  void each_system_has_its_own_keychain_and_linux_none_of_these(
      String osName, @Nullable KeychainKind kind) {
    assertThat(KeychainKind.of(osName)).isEqualTo(Optional.ofNullable(kind));
  }

  /// A secret in the keychain and one in the file, which was opened where no keychain was.
  private Secrets both() throws Exception {
    home(PASSPHRASE).write(ID, CANARY);
    keychain.trouble = Optional.of(Trouble.ABSENT);
    home(PASSPHRASE).write(OTHER_ID, NEW);
    keychain.trouble = Optional.empty();
    SecretLedger ledger = SecretLedger.at(ledger());
    return new Secrets(
        SecretStores.ofHome(keychain, file, PASSPHRASE, ledger),
        new References(Map.of()),
        ledger,
        Secrets.Binding.AT_FIRST_USE);
  }

  @ParameterizedTest
  @CsvSource({"KEYCHAIN", "FILE"})
  void secrets_are_moved_to_one_place_and_nothing_stays_in_the_other(StoreName to)
      throws Exception {
    Secrets secrets = both();
    assertThat(secrets.place().english())
        .isEqualTo("the fake, and the file " + file + " under a passphrase");

    assertThat(secrets.move(to).get()).isEqualTo(1);

    boolean keptInFile = to == StoreName.FILE;
    SecretStore alone = SecretStores.passphraseFile(file, PASSPHRASE.orElseThrow());
    assertThat(keychain.entries.keySet()).hasSize(keptInFile ? 0 : 2);
    assertThat(alone.entries()).hasSize(keptInFile ? 2 : 0);
    assertThat(secrets.ledger().kept().values()).containsOnly(to);
    assertThat(home(PASSPHRASE).read(ID)).isEqualTo(new Lookup.Found(CANARY));
    assertThat(home(PASSPHRASE).read(OTHER_ID)).isEqualTo(new Lookup.Found(NEW));
    assertThat(secrets.place().english()).doesNotContain(", and ");
    assertThat(secrets.move(to).get()).as("nothing is left to be done").isZero();
  }

  @Test
  void what_cannot_be_moved_stays_where_it_is_found() throws Exception {
    Secrets secrets = both();
    keychain.trouble = Optional.of(Trouble.LOCKED);

    assertThat(secrets.move(StoreName.KEYCHAIN)).failsWithin(Duration.ofSeconds(30));
    assertThat(secrets.move(StoreName.FILE)).failsWithin(Duration.ofSeconds(30));

    keychain.trouble = Optional.empty();
    assertThat(keychain.entries).containsOnlyKeys(ID);
    assertThat(home(PASSPHRASE).read(ID)).isEqualTo(new Lookup.Found(CANARY));
    assertThat(home(PASSPHRASE).read(OTHER_ID)).isEqualTo(new Lookup.Found(NEW));
  }

  @Test
  void what_is_not_read_back_is_not_removed() throws Exception {
    Secrets secrets = both();
    keychain.forgetful = true;

    assertThat(secrets.move(StoreName.KEYCHAIN)).failsWithin(Duration.ofSeconds(30));

    keychain.forgetful = false;
    assertThat(home(PASSPHRASE).read(OTHER_ID)).isEqualTo(new Lookup.Found(NEW));
  }
}
