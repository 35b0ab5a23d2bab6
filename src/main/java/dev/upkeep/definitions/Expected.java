package dev.upkeep.definitions;

import dev.upkeep.database.DurationText;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.SettingPhrase;
import java.time.Duration;
import java.util.List;

/// What the values of a setting look like: for a control by these, for a person by [#inWords].
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
  record Other(Sentence sentence) implements Expected {}

  /// To follow the key: "is true or false."
  default Sentence inWords() {
    return switch (this) {
      case Length(var shortest, var longest) ->
          SettingPhrase.LENGTH.with(DurationText.of(shortest), DurationText.of(longest));
      case WholeNumber(var least, var most) -> SettingPhrase.WHOLE_NUMBER.with(least, most);
      case Flag _ -> SettingPhrase.FLAG.with();
      case Hours _ -> SettingPhrase.HOURS.with();
      case Word(var all) ->
          SettingPhrase.WORD.with(String.join(", ", all.subList(0, all.size() - 1)), all.getLast());
      case Other(var sentence) -> sentence;
    };
  }
}
