package dev.upkeep.touch.tls;

import dev.upkeep.language.Sentence;
import dev.upkeep.language.TlsPhrase;
import dev.upkeep.language.Told;
import java.security.GeneralSecurityException;

/// What a person gave to be shown to servers cannot be used. It quotes none of it.
final class UnfitIdentityException extends GeneralSecurityException implements Told {
  private static final long serialVersionUID = 1L;

  private final TlsPhrase why;

  UnfitIdentityException(TlsPhrase why) {
    super(why.english());
    this.why = why;
  }

  @Override
  public Sentence told() {
    return why.with();
  }
}
