package dev.upkeep.language;

/// Something that Upkeep says, as a pattern in each language. Each part of the program has an enum
/// of its own. In a pattern `{0}` is what is put in, and `{0|day|days}` a word that goes by its
/// number: the first for one, the other for none and many.
public interface Phrase {
  /// The name of the constant: with the enum's, what the phrase is known by outside this process.
  String name();

  /// The enum.
  Class<?> getDeclaringClass();

  String english();

  String german();

  /// The phrase with what belongs in its places.
  ///
  /// @param values texts, whole numbers, or sentences
  default Sentence with(Object... values) {
    return Sentence.of(this, values);
  }
}
