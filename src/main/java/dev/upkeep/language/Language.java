package dev.upkeep.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// A language that Upkeep speaks, and which of them a person reads.
public enum Language {
  ENGLISH("en"),
  GERMAN("de");

  /// Chooses the language of Upkeep alone.
  public static final String VARIABLE = "UPKEEP_LANG";

  /// In the order in which
  /// [POSIX](https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html) asks for
  /// them.
  private static final List<String> POSIX = List.of("LC_ALL", "LC_MESSAGES", "LANG");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /// The reader's, who gets English where theirs is not spoken. The variables come first: Java
  /// knows a locale only where the system has its files, and a server seldom has those.
  public static Language of(Map<String, String> environment) {
    return of(locale(environment));
  }

  /// The language of a locale; English where it is not spoken.
  public static Language of(Locale locale) {
    for (Language one : values()) {
      if (one.code.equals(locale.getLanguage())) {
        return one;
      }
    }
    return ENGLISH;
  }

  /// The reader's locale, for dates and numbers; its language may be one that is not spoken.
  public static Locale locale(Map<String, String> environment) {
    String wanted = environment.getOrDefault(VARIABLE, "");
    for (int i = 0; i < POSIX.size() && wanted.isBlank(); i++) {
      wanted = environment.getOrDefault(POSIX.get(i), "");
    }
    return wanted.isBlank() ? Locale.getDefault() : parse(wanted.strip());
  }

  /// `de_AT.UTF-8@euro`, `de-AT`; `C` and `POSIX` are English.
  private static Locale parse(String text) {
    int end = 0;
    while (end < text.length() && ".@".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String tag = text.substring(0, end).replace('_', '-');
    return tag.equals("C") || tag.equals("POSIX") ? Locale.ENGLISH : Locale.forLanguageTag(tag);
  }

  /// What dates and numbers are written in.
  public Locale locale() {
    return Locale.of(code);
  }

  /// The sentence as a person reads it.
  public String say(Sentence sentence) {
    return Places.fill(pattern(sentence.phrase()), sentence.values(), this);
  }

  /// The phrase with what belongs in its places.
  public String say(Phrase phrase, Object... values) {
    return values.length == 0 ? pattern(phrase) : say(Sentence.of(phrase, values));
  }

  /// All of them, each a sentence.
  public List<String> say(List<Sentence> sentences) {
    return sentences.stream().map(this::say).toList();
  }

  private String pattern(Phrase phrase) {
    return switch (this) {
      case ENGLISH -> phrase.english();
      case GERMAN -> phrase.german();
      default -> fromFile(phrase);
    };
  }

  /// A language that came later has a file beside each enum's class. Without fallback: else an
  /// English sentence would be German on a German computer.
  private String fromFile(Phrase phrase) {
    Class<?> phrases = phrase.getDeclaringClass();
    return ResourceBundle.getBundle(
            phrases.getName(),
            locale(),
            phrases.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(phrase.name());
  }
}
