package dev.upkeep.language;

/// An exception whose message a person may read in another language.
public interface Told {
  /// What its message says in English.
  Sentence told();

  /// What an exception says, be it one of ours or not.
  static Sentence of(Exception e) {
    return e instanceof Told ours ? ours.told() : Sentence.verbatim(String.valueOf(e.getMessage()));
  }
}
