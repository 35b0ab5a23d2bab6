package dev.upkeep.database.paste;

import dev.upkeep.language.PastePhrase;
import dev.upkeep.language.Sentence;

/// What a person should know about a database that was found.
final class Remarks {
  static final Sentence UPGRADED = PastePhrase.UPGRADED.with();
  static final Sentence FLY = PastePhrase.FLY.with();
  static final Sentence READ_ONLY = PastePhrase.READ_ONLY.with();
  static final Sentence REST_TOO = PastePhrase.REST_TOO.with();
  static final Sentence OTHER_SECRET = PastePhrase.OTHER_SECRET.with();
  static final Sentence CERTIFICATE = PastePhrase.CERTIFICATE_NAMED.with();
  static final Sentence ODD = PastePhrase.ODD.with();

  private Remarks() {}
}
