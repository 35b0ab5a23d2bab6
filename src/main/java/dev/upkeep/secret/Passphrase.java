package dev.upkeep.secret;

import java.text.Normalizer;

/// What opens a passphrase file. Prints as dots.
final class Passphrase {
  private final char[] characters;

  private Passphrase(char[] characters) {
    this.characters = characters;
  }

  /// Copies a passphrase, composed: keyboards do not agree on whether an accent is a letter of its
  /// own.
  ///
  /// @throws IllegalArgumentException if it is empty
  static Passphrase of(char[] typed) {
    if (typed.length == 0) {
      throw new IllegalArgumentException("a passphrase cannot be empty");
    }
    String composed = Normalizer.normalize(String.valueOf(typed), Normalizer.Form.NFC);
    return new Passphrase(composed.toCharArray());
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
