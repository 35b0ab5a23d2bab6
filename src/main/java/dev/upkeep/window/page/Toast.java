package dev.upkeep.window.page;

import java.util.Optional;

/// Something to be told in passing.
///
/// @param alarming whether it says that something went wrong
/// @param undo takes back what was done, while the toast is seen
/// @param action what else can be done about it
public record Toast(
    String text, boolean alarming, Optional<Runnable> undo, Optional<Action> action) {
  /// A button.
  public record Action(String label, Runnable run) {}
}
