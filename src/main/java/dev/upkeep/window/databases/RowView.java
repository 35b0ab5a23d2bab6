package dev.upkeep.window.databases;

import javafx.scene.layout.Region;

/// A form in which a row is shown. Made once and filled again and again.
interface RowView {
  Region node();

  /// Shows a row, which may be the one that it shows already with other words.
  void show(DatabaseRow row);

  /// Shows none for now.
  void leave();
}
