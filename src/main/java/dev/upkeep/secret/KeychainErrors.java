package dev.upkeep.secret;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import dev.upkeep.language.Sentence;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what java-keyring throws. It has one exception for everything, so the texts must do; they
/// hold the service, the account and what the system said, never the secret.
final class KeychainErrors {
  private static final Pattern WINDOWS_CODE = Pattern.compile("Error code (\\d{1,10})");
  private static final int LONGEST = 200;

  private KeychainErrors() {}

  /// What to tell; empty means that there is no such entry.
  static Optional<SecretStoreException> judge(KeychainKind kind, Throwable thrown) {
    if (thrown instanceof BackendNotSupportedException) {
      return failure(Trouble.ABSENT, KeychainSentences.ABSENT);
    }
    if (!(thrown instanceof PasswordAccessException)) {
      // Its message is not ours to vouch for: its name must do.
      String name = thrown.getClass().getSimpleName();
      return failure(Trouble.FAILED, KeychainSentences.failed(kind, name));
    }
    String text = String.valueOf(thrown.getMessage());
    return switch (kind) {
      case WINDOWS -> windows(text);
      case MAC -> mac(text);
    };
  }

  /// The codes of `CredRead` and its siblings, see
  /// https://learn.microsoft.com/windows/win32/api/wincred/nf-wincred-credreada
  private static Optional<SecretStoreException> windows(String text) {
    Matcher code = WINDOWS_CODE.matcher(text);
    return switch (code.find() ? code.group(1) : "") {
      case "1168" -> Optional.empty(); // ERROR_NOT_FOUND
      case "5" -> failure(Trouble.DENIED, KeychainSentences.denied(KeychainKind.WINDOWS));
      // ERROR_NO_SUCH_LOGON_SESSION: a network logon has no credentials.
      case "1312" -> failure(Trouble.ABSENT, KeychainSentences.ABSENT);
      default -> unknown(KeychainKind.WINDOWS, text);
    };
  }

  /// The sentences of `SecCopyErrorMessageString`, in English whatever the user's language.
  private static Optional<SecretStoreException> mac(String text) {
    if (text.contains("No stored credentials match") || text.contains("could not be found")) {
      return Optional.empty();
    }
    if (text.contains("User interaction is not allowed")) {
      return failure(Trouble.LOCKED, KeychainSentences.LOCKED);
    }
    if (text.contains("canceled") || text.contains("passphrase you entered is not correct")) {
      return failure(Trouble.DENIED, KeychainSentences.denied(KeychainKind.MAC));
    }
    return unknown(KeychainKind.MAC, text);
  }

  private static Optional<SecretStoreException> unknown(KeychainKind kind, String text) {
    String printable = text.replaceAll("\\p{C}", " ").strip();
    String detail = printable.substring(0, Math.min(printable.length(), LONGEST));
    return failure(Trouble.FAILED, KeychainSentences.failed(kind, detail));
  }

  private static Optional<SecretStoreException> failure(Trouble trouble, Sentence sentence) {
    return Optional.of(new SecretStoreException(trouble, sentence));
  }
}
