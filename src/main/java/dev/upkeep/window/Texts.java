package dev.upkeep.window;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/// Says things in one language. The files hold patterns of [MessageFormat], with `choice` for
/// plural forms and typographic apostrophes, since a straight one is a quote there.
///
/// @param locale of a language that the window speaks
record Texts(Locale locale) {
  private static final Set<String> SPOKEN = Set.of("en", "de");

  /// A person without one of our languages gets English, with its dates rather than American ones.
  static Texts in(Locale wanted) {
    boolean bareEnglish = wanted.getLanguage().equals("en") && wanted.getCountry().isEmpty();
    boolean spoken = SPOKEN.contains(wanted.getLanguage()) && !bareEnglish;
    return new Texts(spoken ? wanted : Locale.UK);
  }

  /// The text with its arguments in their places.
  String say(Text text, Object... arguments) {
    String pattern = bundle(text.getDeclaringClass()).getString(text.name());
    return new MessageFormat(pattern, locale).format(arguments);
  }

  private ResourceBundle bundle(Class<?> part) {
    // Without fallback: else an English window on a German computer would speak German.
    return ResourceBundle.getBundle(
        part.getName(),
        locale,
        part.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
