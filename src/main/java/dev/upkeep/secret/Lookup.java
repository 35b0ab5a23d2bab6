package dev.upkeep.secret;

import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;

/// What became of looking for a secret.
public sealed interface Lookup {
  /// Here it is. Prints as dots.
  record Found(Secret secret) implements Lookup {}

  /// The place was searched, and holds nothing for this database.
  record NotFound() implements Lookup {}

  /// Nobody knows whether there is one.
  ///
  /// @param told for people; never holds a secret
  record Unavailable(Trouble trouble, Sentence told) implements Lookup {
    /// In English.
    public String sentence() {
      return told.english();
    }
  }
}
