package dev.upkeep.language;

import java.util.List;

/// Puts values into the places of a pattern. By hand, since the JDK's `MessageFormat` loads a
/// hundred classes, and what a program says is mostly one line.
final class Places {
  private Places() {}

  static String fill(String pattern, List<Object> values, Language language) {
    int open = pattern.indexOf('{');
    if (open < 0 || values.isEmpty()) {
      return pattern;
    }
    StringBuilder text = new StringBuilder(pattern.length() + 40);
    int from = 0;
    while (open >= 0) {
      int close = pattern.indexOf('}', open);
      text.append(pattern, from, open)
          .append(place(pattern.substring(open + 1, close), values, language));
      from = close + 1;
      open = pattern.indexOf('{', from);
    }
    return text.append(pattern, from, pattern.length()).toString();
  }

  /// How many values the phrase wants.
  static int count(Phrase phrase) {
    String pattern = phrase.english();
    int count = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', open + 1)) {
      count = Math.max(count, pattern.charAt(open + 1) - '0' + 1);
    }
    return count;
  }

  /// `0`, or `0|day|days`.
  private static String place(String place, List<Object> values, Language language) {
    int bar = place.indexOf('|');
    Object value = values.get(Integer.parseInt(bar < 0 ? place : place.substring(0, bar)));
    if (bar < 0) {
      return value instanceof Sentence inner ? language.say(inner) : value.toString();
    }
    int next = place.indexOf('|', bar + 1);
    return value.equals(1L) ? place.substring(bar + 1, next) : place.substring(next + 1);
  }
}
