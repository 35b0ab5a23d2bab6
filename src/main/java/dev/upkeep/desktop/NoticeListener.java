package dev.upkeep.desktop;

/// Hears what a person does with a notice, on the notifier's threads.
@FunctionalInterface
public interface NoticeListener {
  /// A button was pressed.
  ///
  /// @param tag of the notice
  /// @param key of the button; [#OPEN] when the notice itself was clicked, where a desktop tells
  void pressed(String tag, String key);

  /// The key of a click on the notice rather than on a button.
  String OPEN = "default";
}
