package dev.upkeep.window.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Says things in one language. The files hold patterns of [MessageFormat], with `choice` for
/// plural forms and typographic apostrophes, since a straight one is a quote there.
///
/// @param locale of a language that the window speaks
public record Texts(Locale locale) {
  private static final Set<String> SPOKEN = Set.of("en", "de");

  /// Each part of the window in each language, once it was asked for: a table says hundreds of
  /// things while it is scrolled, and looking a bundle up costs more than saying it.
  private static final Map<Part, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

  /// A person without one of our languages gets English, with its dates rather than American ones.
  public static Texts in(Locale wanted) {
    boolean bareEnglish = wanted.getLanguage().equals("en") && wanted.getCountry().isEmpty();
    boolean spoken = SPOKEN.contains(wanted.getLanguage()) && !bareEnglish;
    return new Texts(spoken ? wanted : Locale.UK);
  }

  /// The text with its arguments in their places.
  public String say(Text text, Object... arguments) {
    String pattern =
        BUNDLES
            .computeIfAbsent(new Part(text.getDeclaringClass(), locale), Part::bundle)
            .getString(text.name());
    // Most of them have nothing to fill in, and no quotes either: they are what is to be said.
    return pattern.indexOf('{') < 0
        ? pattern
        : new MessageFormat(pattern, locale).format(arguments);
  }

  private record Part(Class<?> texts, Locale locale) {
    ResourceBundle bundle() {
      // Without fallback: else an English window on a German computer would speak German.
      return ResourceBundle.getBundle(
          texts.getName(),
          locale,
          texts.getClassLoader(),
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
  }
}
