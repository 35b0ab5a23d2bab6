package dev.upkeep.database;

/// A password or token. Prints as dots, so that it cannot reach a log, an exception or a record's
/// `toString()` by accident; [#reveal()] is the one way to the text.
public final class Secret {
  private static final String MASK = "••••";

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /// Wraps a text.
  ///
  /// @throws IllegalArgumentException if the text is empty: no secret is `Optional.empty()`
  public static Secret of(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a secret cannot be empty");
    }
    return new Secret(text);
  }

  /// The text itself, for the server or the store it was meant for and nothing else.
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return MASK;
  }
}
