package dev.upkeep.secret;

/// A secret was not stored or not removed. The message is a sentence for people and never holds a
/// secret; there is no cause, because what libraries say about failures is not ours to vouch for.
public final class SecretStoreException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Trouble trouble;

  /// A secret could not be kept or removed.
  ///
  /// @param sentence for people; never holds a secret
  public SecretStoreException(Trouble trouble, String sentence) {
    super(sentence);
    this.trouble = trouble;
  }

  public Trouble trouble() {
    return trouble;
  }

  Lookup.Unavailable asLookup() {
    return new Lookup.Unavailable(trouble, String.valueOf(getMessage()));
  }
}
