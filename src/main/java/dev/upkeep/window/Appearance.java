package dev.upkeep.window;

/// How bright the window is.
enum Appearance {
  /// As the system is, and with it.
  SYSTEM,
  LIGHT,
  DARK
}
