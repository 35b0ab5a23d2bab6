package dev.upkeep.database;

import dev.upkeep.language.RulePhrase;
import dev.upkeep.language.Sentence;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The rule for names that people and files give to databases. A name is shown everywhere, so it
/// cannot reorder or break the text around it; every sink still escapes for itself.
public final class DatabaseName {
  public static final int MAX_LENGTH = 300;

  private static final int LONGEST_SUGGESTION = 80;

  private DatabaseName() {}

  /// Why the name cannot be used, as a sentence; empty when it can.
  public static Optional<Sentence> problem(String name) {
    if (name.isBlank()) {
      return Optional.of(RulePhrase.NAME_EMPTY.with());
    }
    if (name.length() > MAX_LENGTH) {
      return Optional.of(RulePhrase.NAME_LONG.with(MAX_LENGTH));
    }
    if (name.codePoints().anyMatch(DatabaseName::isInvisible)) {
      return Optional.of(RulePhrase.NAME_INVISIBLE.with());
    }
    return Optional.empty();
  }

  /// The form in which two names are the same: without case, without blanks around them, and with
  /// accents composed, since nobody can tell such names apart. For comparing, never for showing.
  public static String folded(String name) {
    String composed = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    // Upper case first: ß and SS, ς and σ meet only there.
    return composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /// A name for a database that was given none: the host's first label, or the whole address if the
  /// host is one, with a number if need be.
  ///
  /// @param taken names that others have, each as [#folded]
  public static String suggested(Endpoint endpoint, Set<String> taken) {
    String host = endpoint.host();
    boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    String label = visible(address ? host : host.split("\\.", 2)[0]);
    return free(label.isEmpty() ? "redis" : label, taken);
  }

  /// The wish, with a number if it is taken.
  ///
  /// @param wish short enough to bear a number
  /// @param taken names that others have, each as [#folded]
  public static String free(String wish, Set<String> taken) {
    String name = wish;
    for (int number = 2; taken.contains(folded(name)); number++) {
      name = wish + "-" + number;
    }
    return name;
  }

  private static String visible(String text) {
    return text.codePoints()
        .filter(c -> !isInvisible(c))
        .limit(LONGEST_SUGGESTION)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  /// Control characters, line separators, lone surrogates and the characters that change the
  /// direction of text (Unicode UAX #9).
  public static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default ->
          codePoint == 0x061C
              || (codePoint >= 0x200E && codePoint <= 0x200F)
              || (codePoint >= 0x202A && codePoint <= 0x202E)
              || (codePoint >= 0x2066 && codePoint <= 0x2069);
    };
  }
}
