package dev.upkeep.definitions;

import dev.upkeep.database.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What the values of a setting look like. Whoever speaks another language than English says it by
/// these; everybody else by [#inWords].
public sealed interface Expected {
  /// A length of time, both ends included.
  record Length(Duration shortest, Duration longest) implements Expected {}

  /// A whole number, both ends included.
  record WholeNumber(int least, int most) implements Expected {}

  /// True or false.
  record Flag() implements Expected {}

  /// Two times of the day, or off.
  record Hours() implements Expected {}

  /// One of these.
  ///
  /// @param all at least two
  record Word(List<String> all) implements Expected {
    public Word {
      all = List.copyOf(all);
    }
  }

  /// Something that only one setting wants.
  ///
  /// @param sentence to follow the key
  record Other(String sentence) implements Expected {}

  /// In English, to follow the key: "is true or false."
  default String inWords() {
    return switch (this) {
      case Length(var shortest, var longest) ->
          String.format(
              Locale.ROOT,
              "is a duration from %s to %s, such as 90m, 6h or 1d12h.",
              DurationText.of(shortest),
              DurationText.of(longest));
      case WholeNumber(var least, var most) ->
          String.format(Locale.ROOT, "is a whole number from %d to %d.", least, most);
      case Flag _ -> "is true or false.";
      case Hours _ -> "is two times of the day such as 22:00-07:00, or off.";
      case Word(var all) ->
          "is " + String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast() + ".";
      case Other(var sentence) -> sentence;
    };
  }
}
