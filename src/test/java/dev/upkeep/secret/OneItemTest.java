package dev.upkeep.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import dev.upkeep.database.Secret;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The keychain of macOS, as one entry for everything.
final class OneItemTest {
  private static final String SERVICE = "Upkeep";

  /// Entries by service and account, and how often one was read.
  private final Map<String, String> entries = new HashMap<>();

  private final OneItem item =
      new OneItem(
          new Keychain() {
            @Override
            public String get(String service, String account) throws PasswordAccessException {
              String text = entries.get(service + "/" + account);
              if (text == null) {
                throw new PasswordAccessException(
                    "The specified item could not be found in the keychain.");
              }
              return text;
            }

            @Override
            public void set(String service, String account, String text) {
              entries.put(service + "/" + account, text);
            }

            @Override
            public void delete(String service, String account) {
              entries.remove(service + "/" + account);
            }

            @Override
            public void close() {}
          });

  @Test
  void all_secrets_are_one_entry() throws Exception {
    item.set(SERVICE, "a", "first \n secret");
    item.set(SERVICE, "b", "z\u00fcrich \ud83d\udd11");
    item.set(SERVICE, "a", "second");

    assertThat(entries).containsOnlyKeys(SERVICE + "/secrets");
    assertThat(item.get(SERVICE, "a")).isEqualTo("second");
    assertThat(item.get(SERVICE, "b")).isEqualTo("z\u00fcrich \ud83d\udd11");
  }

  @Test
  void what_is_not_there_is_told_as_a_keychain_tells_it() throws Exception {
    item.set(SERVICE, "a", "secret");

    assertThatThrownBy(() -> item.get(SERVICE, "b"))
        .satisfies(thrown -> assertThat(KeychainErrors.judge(KeychainKind.MAC, thrown)).isEmpty());
    assertThatThrownBy(() -> item.delete("Other", "a"))
        .satisfies(thrown -> assertThat(KeychainErrors.judge(KeychainKind.MAC, thrown)).isEmpty());
  }

  @Test
  void the_last_secret_takes_the_entry_along() throws Exception {
    item.set(SERVICE, "a", "one");
    item.set(SERVICE, "b", "two");
    item.delete(SERVICE, "a");

    assertThat(item.get(SERVICE, "b")).isEqualTo("two");
    item.delete(SERVICE, "b");
    assertThat(entries).isEmpty();
  }

  @Test
  void an_entry_of_somebody_else_is_never_overwritten() {
    for (String foreign : new String[] {"theirs", "upkeep 1\nno base64 !", "upkeep 1\n c2VjcmV0"}) {
      entries.put(SERVICE + "/secrets", foreign);

      assertThatThrownBy(() -> item.set(SERVICE, "a", "secret"))
          .hasMessageContaining("not Upkeep's");
      assertThat(entries).containsEntry(SERVICE + "/secrets", foreign);
    }
  }

  @Test
  void a_store_on_it_keeps_and_removes() throws Exception {
    KeychainStore store = new KeychainStore(KeychainKind.MAC, SERVICE, () -> item);
    UUID database = UUID.randomUUID();
    store.write(database, Secret.of("secret"));

    assertThat(store.read(database)).isEqualTo(new Lookup.Found(Secret.of("secret")));
    store.remove(database);
    assertThat(store.read(database)).isEqualTo(new Lookup.NotFound());
  }

  @Test
  void macos_has_the_way_that_a_signed_program_can_go_and_time_to_ask() {
    assertThat(KeychainKind.MAC.backends()).containsExactly(KeyringStorageType.LEGACY_OSX_KEYCHAIN);
    assertThat(SecretStores.patience(KeychainKind.MAC, Duration.ofSeconds(10)))
        .isEqualTo(SecretStore.UNLOCK_PATIENCE);
    assertThat(SecretStores.patience(KeychainKind.WINDOWS, Duration.ofSeconds(10)))
        .isEqualTo(Duration.ofSeconds(10));
  }
}
