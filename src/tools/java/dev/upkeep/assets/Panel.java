package dev.upkeep.assets;

import dev.upkeep.desktop.TrayMark;
import java.util.List;
import java.util.Locale;

/// What a tray icon is shown on, and in which colours it is made for that.
enum Panel {
  LIGHT(0x2da44e, 0xbf8700, 0xcf222e, 0x57606a),
  DARK(0x3fb950, 0xd29922, 0xf85149, 0x8b949e),
  /// The menu bar of macOS paints the shape itself.
  TEMPLATE(0, 0, 0, 0);

  private final int good;
  private final int warning;
  private final int danger;
  private final int quiet;

  Panel(int good, int warning, int danger, int quiet) {
    this.good = good;
    this.warning = warning;
    this.danger = danger;
    this.quiet = quiet;
  }

  int rgb(TrayMark mark) {
    return switch (mark) {
      case ALIVE -> good;
      case ATTENTION -> warning;
      case DANGER -> danger;
      case PAUSED, OFFLINE, EMPTY -> quiet;
    };
  }

  /// 20 is Windows at 125 %. The menu bar of macOS has 18 points.
  List<Integer> sizes() {
    return this == TEMPLATE ? List.of(18, 36) : List.of(16, 20, 22, 24, 32, 48, 64);
  }

  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
