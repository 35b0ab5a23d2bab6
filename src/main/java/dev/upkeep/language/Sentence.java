package dev.upkeep.language;

import java.util.ArrayList;
import java.util.List;

/// What is to be said, before it is known in which language: the phrase and the values in its
/// places. Two are equal if they say the same thing, whatever it is called.
///
/// @param values each a [String], a [Long] or a [Sentence]; foreign text in them is said as it is
public record Sentence(Phrase phrase, List<Object> values) {
  public Sentence {
    values = List.copyOf(values);
  }

  static Sentence of(Phrase phrase, Object... values) {
    List<Object> kept = new ArrayList<>(values.length);
    for (Object value : values) {
      kept.add(
          switch (value) {
            case Sentence sentence -> sentence;
            case Long number -> number;
            case Integer number -> (long) number;
            case String text -> text;
            default -> value.toString();
          });
    }
    return new Sentence(phrase, kept);
  }

  /// Words that somebody else has found: a server's own, or those of a file from before.
  public static Sentence verbatim(String words) {
    return CommonPhrase.VERBATIM.with(words);
  }

  /// This one, and another behind it.
  public Sentence then(Sentence next) {
    return CommonPhrase.THEN.with(this, next);
  }

  /// Whether this is the phrase, whatever was put into it, or begins with it.
  public boolean is(Phrase wanted) {
    return phrase.equals(wanted)
        || (phrase == CommonPhrase.THEN
            && values.getFirst() instanceof Sentence first
            && first.is(wanted));
  }

  /// For logs, JSON and files: what machines read is the same everywhere.
  public String english() {
    return Language.ENGLISH.say(this);
  }

  /// English.
  @Override
  public String toString() {
    return english();
  }
}
