package dev.upkeep.window.shell;

import java.util.Optional;

/// Something that stays above the page as long as it is so.
///
/// @param alarming whether databases are in danger because of it
/// @param action what can be done about it
record Banner(String text, boolean alarming, Optional<Action> action) {

  /// A button.
  record Action(String label, Runnable run) {}

  static Banner plain(String text) {
    return new Banner(text, false, Optional.empty());
  }
}
