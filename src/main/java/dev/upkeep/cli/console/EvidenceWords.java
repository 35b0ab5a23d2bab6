package dev.upkeep.cli.console;

import dev.upkeep.language.ListPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Evidence;

/// What a touch proved, for people.
public final class EvidenceWords {
  private EvidenceWords() {}

  public static Sentence of(Evidence evidence) {
    return switch (evidence) {
      case WRITE -> ListPhrase.WRITE.with();
      case READ -> ListPhrase.READ.with();
      case KEY_MISSING -> ListPhrase.KEY_MISSING.with();
      case PING -> ListPhrase.PING.with();
    };
  }
}
