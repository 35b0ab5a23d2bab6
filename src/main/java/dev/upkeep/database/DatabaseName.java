package dev.upkeep.database;

import java.util.Optional;

/// The rule for names that people and files give to databases. A name is shown everywhere, so it
/// cannot reorder or break the text around it; every sink still escapes for itself.
public final class DatabaseName {
  public static final int MAX_LENGTH = 300;

  private DatabaseName() {}

  /// Why the name cannot be used, as a sentence; empty when it can.
  public static Optional<String> problem(String name) {
    if (name.isBlank()) {
      return Optional.of("A name needs at least one visible character.");
    }
    if (name.length() > MAX_LENGTH) {
      return Optional.of("A name has at most " + MAX_LENGTH + " characters.");
    }
    if (name.codePoints().anyMatch(DatabaseName::isInvisible)) {
      return Optional.of("A name has no line breaks, control or text-direction characters.");
    }
    return Optional.empty();
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
