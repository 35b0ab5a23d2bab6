package dev.upkeep.database.paste;

import dev.upkeep.database.token.Disguise;
import java.util.Optional;

/// Says what is missing from a text that is a single word: a host, a mask, a variable.
final class LoneText {
  private static final int MAX_LENGTH = 1_000;

  private LoneText() {}

  static void read(String text, Findings findings) {
    String word = text.strip();
    if (word.isEmpty() || word.length() > MAX_LENGTH || word.indexOf('\n') >= 0) {
      return;
    }
    boolean single = word.indexOf(' ') < 0;
    boolean template = word.startsWith("$") || word.startsWith("{");
    Disguise disguise = single || template ? Disguise.of(word, false) : Disguise.NONE;
    switch (disguise) {
      case MASK -> findings.problem(PasteProblems.MASKED);
      case PLACEHOLDER -> findings.problem(PasteProblems.PLACEHOLDER);
      case NONE -> {
        if (single && isAddress(word)) {
          findings.problem(PasteProblems.SCHEME_MISSING);
        }
      }
    }
  }

  /// `host:6379` or `user:password@host:6379`.
  private static boolean isAddress(String word) {
    int at = word.lastIndexOf('@');
    boolean plausible = at < 0 || word.substring(0, at).indexOf(':') >= 0;
    Optional<HostPort> server =
        HostPort.parse(word.substring(at + 1)) instanceof Parsed.Good<HostPort>(HostPort good)
            ? Optional.of(good)
            : Optional.empty();
    return plausible && server.filter(s -> s.port().isPresent() && s.rest().isEmpty()).isPresent();
  }
}
