package dev.upkeep.desktop;

import java.util.List;

/// The pictures of the marks.
@FunctionalInterface
public interface TrayPixmaps {
  /// The same picture in several sizes.
  List<Pixmap> of(TrayMark mark, Panel panel);

  /// What a picture is seen on.
  enum Panel {
    LIGHT,
    DARK
  }
}
