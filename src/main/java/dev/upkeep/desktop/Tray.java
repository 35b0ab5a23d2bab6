package dev.upkeep.desktop;

/// An icon with a menu in the system's tray.
///
/// No method blocks or throws because of what the desktop does. A tray that is missing, comes late
/// or restarts is normal: what was shown last is shown again as soon as there is one.
public interface Tray extends AutoCloseable {
  /// Begins to look for a tray, and to show.
  ///
  /// @param listener told on threads of the tray's own; it must return quickly
  void start(TrayListener listener);

  /// Shows this instead of what was shown before. Callable from any thread, also before [#start].
  void show(TrayView view);

  /// Takes the icon away.
  @Override
  void close();
}
