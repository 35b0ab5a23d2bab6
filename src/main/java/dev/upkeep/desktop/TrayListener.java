package dev.upkeep.desktop;

/// Hears what a person does with the tray, on the tray's threads.
public interface TrayListener {
  /// An entry was chosen. It may have left the menu meanwhile.
  void chosen(String key);

  /// The icon itself was clicked.
  void activated();

  /// Told after the start, and at every change: whether a tray shows the icon.
  void shown(boolean shown);
}
