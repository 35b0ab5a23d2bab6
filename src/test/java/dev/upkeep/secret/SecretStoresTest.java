package dev.upkeep.secret;

import static dev.upkeep.secret.Samples.CANARY;
import static dev.upkeep.secret.Samples.ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretStoresTest {
  private static final Optional<char[]> PASSPHRASE = Optional.of("passphrase".toCharArray());

  private final FakeStore keychain = new FakeStore();

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("secrets.p12");
  }

  @Test
  void a_keychain_is_preferred() {
    assertThat(SecretStores.choose(keychain, file, PASSPHRASE)).isSameAs(keychain);
    keychain.trouble = Optional.of(Trouble.LOCKED);
    assertThat(SecretStores.choose(keychain, file, PASSPHRASE)).isSameAs(keychain);
  }

  @Test
  void without_a_keychain_there_is_the_file_under_a_passphrase() throws Exception {
    keychain.trouble = Optional.of(Trouble.ABSENT);
    SecretStore chosen = SecretStores.choose(keychain, file, PASSPHRASE);
    assertThat(chosen.describe()).isEqualTo("the file " + file + " under a passphrase");
    chosen.write(ID, CANARY);
    assertThat(SecretStores.choose(keychain, file, PASSPHRASE).read(ID))
        .isEqualTo(new Lookup.Found(CANARY));
  }

  @Test
  void where_the_file_holds_the_secrets_already_a_new_keychain_does_not_hide_them()
      throws Exception {
    SecretStores.passphraseFile(file, "passphrase".toCharArray()).write(ID, CANARY);
    assertThat(SecretStores.choose(keychain, file, PASSPHRASE).read(ID))
        .isEqualTo(new Lookup.Found(CANARY));
  }

  @Test
  void with_neither_the_keychain_says_what_to_do_and_nothing_is_written() {
    keychain.trouble = Optional.of(Trouble.ABSENT);
    assertThat(SecretStores.choose(keychain, file, Optional.empty())).isSameAs(keychain);
    assertThat(folder).isEmptyDirectory();
    assertThat(KeychainSentences.ABSENT)
        .startsWith("This computer has no keychain that Upkeep can use.")
        .contains("UPKEEP_PASSPHRASE_FILE");
  }

  @Test
  void each_profile_has_its_own_name_in_the_keychain() {
    assertThat(SecretStores.service(Optional.empty())).isEqualTo("Upkeep");
    assertThat(SecretStores.service(Optional.of("work"))).isEqualTo("Upkeep (work)");
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, SECRET_SERVICE",
    "Windows 11, WINDOWS",
    "Mac OS X, MAC",
    "'', SECRET_SERVICE"
  })
  void each_system_has_its_own_keychain(String osName, KeychainKind kind) {
    assertThat(KeychainKind.of(osName)).isEqualTo(kind);
  }
}
