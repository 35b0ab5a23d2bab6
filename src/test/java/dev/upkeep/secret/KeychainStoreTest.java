package dev.upkeep.secret;

import static dev.upkeep.secret.Samples.CANARY;
import static dev.upkeep.secret.Samples.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What [KeychainStore] makes of a keychain's words and silences; nobody has a real one here.
final class KeychainStoreTest {
  private final Map<String, String> entries = new HashMap<>();

  @ParameterizedTest
  @EnumSource(KeychainKind.class)
  void every_text_comes_back_as_it_was(KeychainKind kind) throws Exception {
    SecretStore store = store(kind, Kept::new);
    for (Secret secret : Samples.awkward()) {
      store.write(ID, secret);
      assertThat(store.read(ID)).isEqualTo(new Lookup.Found(secret));
    }
    store.remove(ID);
    assertThat(store.read(ID)).isEqualTo(new Lookup.NotFound());
  }

  @Test
  void on_windows_the_largest_secret_has_room_in_utf_16() throws Exception {
    SecretStore store = store(KeychainKind.WINDOWS, Kept::new);
    for (Secret secret : Samples.awkward()) {
      store.write(ID, secret);
      assertThat(entries.get("Upkeep|" + ID))
          .satisfies(it -> {
            byte[] stored = it.getBytes(StandardCharsets.UTF_16LE);
            assertThat(stored.length).isLessThanOrEqualTo(2_560);
            assertThat(new String(stored, StandardCharsets.UTF_16LE)).isEqualTo(it);
          });
    }
  }

  @Test
  void what_we_did_not_pack_is_not_taken_for_a_secret() {
    entries.put("Upkeep|" + ID, "\uffff\uffff");
    assertThat(store(KeychainKind.WINDOWS, Kept::new).read(ID))
        .hasToString(new Lookup.Unavailable(Trouble.UNFIT, KeychainSentences.FOREIGN).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "WINDOWS, Error code 5, DENIED",
    "WINDOWS, Error code 1312, ABSENT",
    "WINDOWS, Error code 87, FAILED",
    "MAC, Failed to get credential. User interaction is not allowed., LOCKED",
    "MAC, Failed to get credential. User canceled the operation., DENIED",
    "MAC, Failed to get credential. An internal error has occurred., FAILED",
  })
  void a_refusal_is_told_by_its_text(KeychainKind kind, String text, Trouble trouble) {
    SecretStore store = store(kind, () -> new Refusing(new PasswordAccessException(text)));
    assertThat(store.read(ID))
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class, it -> assertThat(it.trouble()).isEqualTo(trouble));
    assertThatExceptionOfType(SecretStoreException.class)
        .isThrownBy(() -> store.write(ID, CANARY))
        .satisfies(e -> assertThat(e.trouble()).isEqualTo(trouble));
  }

  @ParameterizedTest
  @CsvSource({
    "WINDOWS, Error code 1168",
    "MAC, No stored credentials match Upkeep account: x",
    "MAC, No password to delete. No stored credentials match Upkeep account: x",
    "MAC, Failed to get credential. The specified item could not be found in the keychain.",
  })
  void a_missing_entry_is_told_by_its_text(KeychainKind kind, String text) throws Exception {
    SecretStore store = store(kind, () -> new Refusing(new PasswordAccessException(text)));
    assertThat(store.read(ID)).isEqualTo(new Lookup.NotFound());
    store.remove(ID);
  }

  @ParameterizedTest
  @CsvSource({"WINDOWS, ABSENT", "MAC, ABSENT"})
  void a_keychain_that_cannot_be_opened_is_absent(KeychainKind kind, Trouble trouble) {
    SecretStore store =
        store(
            kind,
            () -> {
              throw new BackendNotSupportedException("no backend");
            });
    assertThat(store.check()).hasValueSatisfying(it -> assertThat(it.trouble()).isEqualTo(trouble));
  }

  @Test
  void whatever_a_library_throws_its_message_is_not_repeated() {
    for (Exception thrown :
        new Exception[] {
          new NullPointerException(CANARY.reveal()),
          new IllegalStateException(CANARY.reveal(), new IOException(CANARY.reveal()))
        }) {
      SecretStore store = store(KeychainKind.MAC, () -> new Refusing(thrown));
      assertThatExceptionOfType(SecretStoreException.class)
          .isThrownBy(() -> store.write(ID, CANARY))
          .satisfies(e -> {
            assertThat(e.trouble()).isEqualTo(Trouble.FAILED);
            assertThat(e).hasMessageContaining(thrown.getClass().getSimpleName()).hasNoCause();
            assertThat(e.toString()).doesNotContain(CANARY.reveal());
          });
    }
  }

  @Test
  void a_missing_native_library_is_a_failure_and_not_the_end() {
    SecretStore store =
        store(
            KeychainKind.WINDOWS,
            () -> {
              throw new UnsatisfiedLinkError("advapi32");
            });
    assertThat(store.read(ID))
        .hasToString(
            new Lookup.Unavailable(
                    Trouble.FAILED,
                    Sentence.verbatim(
                        "The Windows Credential Manager answered with an error (UnsatisfiedLinkError)."))
                .toString());
  }

  @Test
  void a_machine_that_breaks_is_not_the_keychains_failure() {
    SecretStore store =
        store(
            KeychainKind.WINDOWS,
            () -> {
              throw new StackOverflowError();
            });
    assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> store.read(ID));
  }

  @Test
  void a_write_that_only_seems_to_succeed_is_a_failure() {
    SecretStore store = store(KeychainKind.MAC, Forgetful::new);
    assertThatExceptionOfType(SecretStoreException.class)
        .isThrownBy(() -> store.write(ID, CANARY))
        .withMessage(KeychainSentences.NOT_KEPT.english());
  }

  @Test
  void a_removal_that_only_seems_to_succeed_is_a_failure() {
    entries.put("Upkeep|" + ID, "there");
    SecretStore store = store(KeychainKind.MAC, Forgetful::new);
    assertThatExceptionOfType(SecretStoreException.class)
        .isThrownBy(() -> store.remove(ID))
        .withMessage(KeychainSentences.NOT_REMOVED.english());
  }

  private SecretStore store(KeychainKind kind, Keychain.Opener opener) {
    return new KeychainStore(kind, "Upkeep", opener);
  }

  /// Keeps entries as a keychain should, in the words of both.
  private class Kept implements Keychain {
    @Override
    public String get(String service, String account) throws Exception {
      String text = entries.get(service + "|" + account);
      if (text == null) {
        String message = "No stored credentials match; Error code 1168";
        throw new PasswordAccessException(message);
      }
      return text;
    }

    @Override
    public void set(String service, String account, String text) {
      entries.put(service + "|" + account, text);
    }

    @Override
    public void delete(String service, String account) {
      entries.remove(service + "|" + account);
    }

    @Override
    public void close() {}
  }

  /// Nods, and does nothing.
  private final class Forgetful extends Kept {
    @Override
    public void set(String service, String account, String text) {}

    @Override
    public void delete(String service, String account) {}
  }

  private static final class Refusing implements Keychain {
    private final Exception thrown;

    Refusing(Exception thrown) {
      this.thrown = thrown;
    }

    @Override
    public String get(String service, String account) throws Exception {
      throw thrown;
    }

    @Override
    public void set(String service, String account, String text) throws Exception {
      throw thrown;
    }

    @Override
    public void delete(String service, String account) throws Exception {
      throw thrown;
    }

    @Override
    public void close() {}
  }
}
