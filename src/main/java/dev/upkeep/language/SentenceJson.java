package dev.upkeep.language;

import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A sentence outside this process: on the way to a window, or in the history. It takes its English
/// along, for whoever does not know the phrase: a version from before, or a person with a database
/// browser.
public final class SentenceJson {
  private static final String ENGLISH = "english";
  private static final String SAY = "say";
  private static final String WITH = "with";

  /// Ends the English in a text. No sentence has it: they have no control characters.
  private static final char END = '\u001F';

  private SentenceJson() {}

  /// An object; somebody else's words are a string.
  public static Json write(Sentence sentence) {
    if (sentence.phrase() == CommonPhrase.VERBATIM
        && sentence.values().getFirst() instanceof String words) {
      return Json.of(words);
    }
    return kind(sentence).put(ENGLISH, sentence.english()).build();
  }

  /// What [#write] gave.
  ///
  /// @return empty if it is no sentence
  public static Optional<Sentence> read(Json json) {
    return switch (json) {
      case Json.Str words -> Optional.of(Sentence.verbatim(words.value()));
      case Json.Obj object -> kind(object).or(() -> object.string(ENGLISH).map(Sentence::verbatim));
      default -> Optional.empty();
    };
  }

  /// The same as one text, which begins with the English.
  public static String text(Sentence sentence) {
    return sentence.phrase() == CommonPhrase.VERBATIM
        ? sentence.english()
        : sentence.english() + END + kind(sentence).build().write();
  }

  /// What [#text] gave, or what stood there before sentences had a kind.
  public static Sentence ofText(String text) {
    int end = text.indexOf(END);
    if (end < 0) {
      return Sentence.verbatim(text);
    }
    Sentence english = Sentence.verbatim(text.substring(0, end));
    try {
      return Json.parse(text.substring(end + 1)) instanceof Json.Obj object
          ? kind(object).orElse(english)
          : english;
    } catch (JsonException e) {
      return english;
    }
  }

  private static JsonBuilder kind(Sentence sentence) {
    JsonBuilder json = Json.object().put(SAY, Phrases.id(sentence.phrase()));
    return sentence.values().isEmpty()
        ? json
        : json.put(WITH, Json.array(sentence.values(), SentenceJson::value));
  }

  private static Json value(Object value) {
    return switch (value) {
      case Long number -> Json.of(number);
      case Sentence sentence -> kind(sentence).build();
      default -> Json.of(value.toString());
    };
  }

  /// Empty if the phrase is not known here, or wants more than it is given.
  private static Optional<Sentence> kind(Json.Obj object) {
    List<Object> values = new ArrayList<>();
    for (Json json : object.array(WITH).orElse(List.of())) {
      Optional<?> value =
          switch (json) {
            case Json.Str words -> Optional.of(words.value());
            case Json.Num number -> number.asLong();
            case Json.Obj inner -> kind(inner);
            default -> Optional.empty();
          };
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return object
        .string(SAY)
        .flatMap(Phrases::find)
        .filter(phrase -> Places.count(phrase) <= values.size())
        .map(phrase -> new Sentence(phrase, values));
  }
}
