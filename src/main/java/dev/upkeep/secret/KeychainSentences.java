package dev.upkeep.secret;

import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;

/// What people read about their keychain.
final class KeychainSentences {
  static final Sentence ABSENT = KeychainPhrase.ABSENT.with().then(KeychainPhrase.INSTEAD.with());
  static final Sentence LOCKED = KeychainPhrase.LOCKED.with();
  static final Sentence NOT_KEPT = KeychainPhrase.NOT_KEPT.with();
  static final Sentence NOT_REMOVED = KeychainPhrase.NOT_REMOVED.with();
  static final Sentence FOREIGN = KeychainPhrase.NOT_OURS.with();

  private KeychainSentences() {}

  static Sentence denied(KeychainKind kind) {
    return KeychainPhrase.DENIED.with(kind.keeper());
  }

  static Sentence failed(KeychainKind kind, String detail) {
    return KeychainPhrase.ERROR.with(kind.keeper(), detail);
  }

  static Sentence silent(Sentence keeper) {
    return KeychainPhrase.SILENT.with(keeper);
  }
}
