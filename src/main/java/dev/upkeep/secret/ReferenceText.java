package dev.upkeep.secret;

import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads references from text that a person wrote, or that came from somebody else's export.
final class ReferenceText {
  static final String ENV = "env:";
  static final String FILE = "file:";

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,254}");

  private ReferenceText() {}

  static SecretReference parse(String text) {
    problem(text)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem.english());
        });
    return text.startsWith(ENV)
        ? new SecretReference.Env(text.substring(ENV.length()))
        : new SecretReference.File(Path.of(text.substring(FILE.length())));
  }

  static Optional<Sentence> problem(String text) {
    if (text.startsWith(ENV)) {
      return NAME.matcher(text.substring(ENV.length())).matches()
          ? Optional.empty()
          : Optional.of(KeychainPhrase.AFTER_ENV.with());
    }
    if (text.startsWith(FILE)) {
      return isAbsolute(text.substring(FILE.length()))
          ? Optional.empty()
          : Optional.of(KeychainPhrase.AFTER_FILE.with());
    }
    return Optional.of(KeychainPhrase.REFERENCE.with());
  }

  private static boolean isAbsolute(String path) {
    if (path.codePoints().anyMatch(ReferenceText::isInvisible)) {
      return false;
    }
    try {
      return Path.of(path).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /// Control characters, and the marks that turn the direction of text.
  private static boolean isInvisible(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.FORMAT;
  }
}
