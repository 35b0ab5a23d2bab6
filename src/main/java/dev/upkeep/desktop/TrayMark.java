package dev.upkeep.desktop;

/// What the icon in the tray says. Each mark has a silhouette of its own, so that it can be told
/// from the others at 16 px, in grey, and by the colour-blind.
public enum TrayMark {
  /// Every database is alive: a closed ring around a solid core.
  ALIVE,
  /// Something is failing, or its margin has melted to less than half: a ring with a quarter
  /// missing.
  ATTENTION,
  /// Something is down, or its margin has melted to less than a quarter: a triangle with an
  /// exclamation mark.
  DANGER,
  /// All is paused: a ring around two bars.
  PAUSED,
  /// This computer is offline: a ring with a slash.
  OFFLINE,
  /// There is nothing to keep alive yet: a dashed ring with a plus.
  EMPTY
}
