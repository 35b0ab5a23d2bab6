package dev.upkeep.secret;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;

/// A passphrase in the form that PKCS#12 takes: the JDK refuses anything but printable ASCII.
final class Passphrase {
  private final char[] characters;

  private Passphrase(char[] characters) {
    this.characters = characters;
  }

  /// Copies a passphrase. One in other letters stands for the hex digits of its UTF-8, composed,
  /// because keyboards do not agree on whether an accent is a letter of its own.
  ///
  /// @throws IllegalArgumentException if it is empty
  static Passphrase of(char[] typed) {
    if (typed.length == 0) {
      throw new IllegalArgumentException("a passphrase cannot be empty");
    }
    for (char c : typed) {
      if (c < ' ' || c > '~') {
        String composed = Normalizer.normalize(String.valueOf(typed), Normalizer.Form.NFC);
        byte[] bytes = composed.getBytes(StandardCharsets.UTF_8);
        return new Passphrase(HexFormat.of().formatHex(bytes).toCharArray());
      }
    }
    return new Passphrase(typed.clone());
  }

  /// Not a copy: leave it as it is.
  char[] characters() {
    return characters;
  }

  @Override
  public String toString() {
    return "••••";
  }
}
