package dev.upkeep.secret;

import dev.upkeep.language.Sentence;
import dev.upkeep.language.Told;

/// A secret was not stored or not removed. The message is a sentence for people and never holds a
/// secret; there is no cause, because what libraries say about failures is not ours to vouch for.
public final class SecretStoreException extends Exception implements Told {
  private static final long serialVersionUID = 1L;

  private final Trouble trouble;
  private final transient Sentence told;

  /// A secret could not be kept or removed.
  ///
  /// @param sentence for people; never holds a secret
  public SecretStoreException(Trouble trouble, Sentence sentence) {
    super(sentence.english());
    this.trouble = trouble;
    this.told = sentence;
  }

  @Override
  public Sentence told() {
    return told;
  }

  public Trouble trouble() {
    return trouble;
  }

  Lookup.Unavailable asLookup() {
    return new Lookup.Unavailable(trouble, told);
  }
}
