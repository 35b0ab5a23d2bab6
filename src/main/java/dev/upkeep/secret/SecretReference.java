package dev.upkeep.secret;

import dev.upkeep.language.Sentence;
import java.nio.file.Path;
import java.util.Optional;

/// Where a secret is that somebody else keeps: `env:NAME` or `file:/run/secrets/x`. For servers and
/// containers. Holds no secret, so it may be stored, printed and compared; [References] follows it.
public sealed interface SecretReference {
  /// The form it has in definitions and exports; [#parse] reads it.
  String text();

  /// An environment variable of the agent.
  record Env(String name) implements SecretReference {
    @Override
    public String text() {
      return ReferenceText.ENV + name;
    }
  }

  /// A regular file of at most 64 KiB.
  ///
  /// @param path absolute
  record File(Path path) implements SecretReference {
    @Override
    public String text() {
      return ReferenceText.FILE + path;
    }
  }

  /// Reads `env:NAME` or `file:/absolute/path`.
  ///
  /// @throws IllegalArgumentException with [#problem] as its message
  static SecretReference parse(String text) {
    return ReferenceText.parse(text);
  }

  /// Why this is no reference, as a sentence; empty if it is one. The sentence never repeats the
  /// text, which may be a password in the wrong place.
  static Optional<Sentence> problem(String text) {
    return ReferenceText.problem(text);
  }
}
