package dev.upkeep.window;

import java.util.Locale;

/// Names as the style sheet has them.
final class Styles {
  private Styles() {}

  /// `THREE_DAYS` is `three-days`.
  static String className(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
