package dev.upkeep.window.page;

/// How bright the window is.
public enum Appearance {
  /// As the system is, and with it.
  SYSTEM,
  LIGHT,
  DARK
}
