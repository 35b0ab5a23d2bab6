package dev.upkeep.desktop.awt;

/// Tells a click on a notice from a double click on the icon: AWT reports both as the icon's
/// action, but the second comes with the presses of a mouse. For the event thread only.
final class Clicks {
  private static final long SAME_CLICK_MILLIS = 1_000;

  private long pressed = Long.MIN_VALUE / 2;

  /// A mouse button went down on the icon.
  ///
  /// @param when of the event, in milliseconds
  void pressed(long when) {
    pressed = when;
  }

  /// Whether an action at this time was a click on a notice.
  boolean onNotice(long when) {
    return when - pressed > SAME_CLICK_MILLIS;
  }
}
