package dev.upkeep.database.paste;

import dev.upkeep.database.token.Disguise;
import dev.upkeep.database.token.Role;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import dev.upkeep.database.token.Word.Style;
import java.util.List;

/// Notices connections that are only referred to, as in `new Redis(process.env.REDIS_URL)`.
final class ConnectionReferences {
  private ConnectionReferences() {}

  static void read(List<Word> words, Findings findings) {
    for (Word word : words) {
      boolean about = word.name().telling() || VariableName.tells(word.text());
      boolean connects =
          switch (word.role()) {
            case URL, TOKEN, HOST, PASSWORD -> true;
            case NONE -> !word.named();
            case READ_ONLY_TOKEN, PORT, USER, TLS, SCHEME, CERTIFICATE, INDEX, ELSEWHERE -> false;
          };
      if (about && connects) {
        read(word, findings);
      }
    }
  }

  private static void read(Word word, Findings findings) {
    boolean reference = word.style() == Style.REFERENCE;
    Disguise disguise = reference ? Disguise.PLACEHOLDER : Disguise.of(word.text(), false);
    if (disguise == Disguise.PLACEHOLDER) {
      findings.aside(PasteProblems.PLACEHOLDER);
    } else if (disguise == Disguise.MASK && word.role() == Role.URL && !isAddress(word.text())) {
      findings.problem(PasteProblems.MASKED);
    }
  }

  /// Addresses with a masked password have been reported where they were read.
  private static boolean isAddress(String text) {
    return text.contains("://");
  }
}
