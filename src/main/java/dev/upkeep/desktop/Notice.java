package dev.upkeep.desktop;

import java.util.List;

/// A notification of the desktop, in plain text: who shows it escapes what their mechanism takes
/// for markup.
///
/// @param tag one that is shown again with the same tag replaces the former one
/// @param title a short line
/// @param body a few sentences; may be empty
/// @param buttons what a person can do about it, the most likely first; a desktop without buttons
///   shows none
public record Notice(String tag, Urgency urgency, String title, String body, List<Button> buttons) {
  public Notice {
    buttons = List.copyOf(buttons);
  }

  /// How much it matters.
  public enum Urgency {
    /// Good news.
    LOW,
    NORMAL,
    /// Stays until a person has seen it.
    CRITICAL
  }

  /// A button.
  ///
  /// @param key told when it is pressed
  public record Button(String key, String label) {}
}
