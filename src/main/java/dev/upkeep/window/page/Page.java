package dev.upkeep.window.page;

import javafx.scene.Node;

/// What the window shows at a [Route]. Made when it is first gone to, and kept: what was half
/// filled in is still there when one returns.
public interface Page {
  /// Always the same one.
  Node view();

  /// Is about to be seen, at one of the places that it was made for. Puts the focus where a person
  /// wants to begin.
  void show(Route place);

  /// Is seen no more.
  default void hide() {}

  /// Puts the focus into the filter, if there is one.
  default void find() {}

  /// Ctrl+Z while no toast offers anything to take back.
  ///
  /// @return false if there is nothing to take back here
  default boolean undo() {
    return false;
  }

  /// Ends what Esc ends here: clears a filter, gives up a change.
  ///
  /// @return false if there was nothing to end
  default boolean escape() {
    return false;
  }
}
