package dev.upkeep.window.shell;

import dev.upkeep.window.page.WindowMemory.Geometry;
import java.util.Comparator;
import java.util.List;

/// Where a window fits: never larger than the screen that is there, and never off it. Pure.
final class WindowPlace {
  private WindowPlace() {}

  /// The part of a screen that windows may have, in its units.
  record Area(double x, double y, double width, double height) {
    private double shared(Geometry place) {
      double wide = Math.min(x + width, place.x() + place.width()) - Math.max(x, place.x());
      double high = Math.min(y + height, place.y() + place.height()) - Math.max(y, place.y());
      return Math.max(0, wide) * Math.max(0, high);
    }
  }

  /// The place, moved and made smaller as far as need be: onto the screen that shows most of it, or
  /// else the first one.
  ///
  /// @param screens the first one is the main one; if there is none, the place stays
  static Geometry fit(Geometry wanted, List<Area> screens) {
    if (screens.isEmpty()) {
      return wanted;
    }
    Area most =
        screens.stream()
            .max(Comparator.comparingDouble(area -> area.shared(wanted)))
            .filter(area -> area.shared(wanted) > 0)
            .orElse(screens.getFirst());
    double width = Math.min(wanted.width(), most.width());
    double height = Math.min(wanted.height(), most.height());
    return new Geometry(
        Math.clamp(wanted.x(), most.x(), most.x() + most.width() - width),
        Math.clamp(wanted.y(), most.y(), most.y() + most.height() - height),
        width,
        height,
        wanted.maximized());
  }
}
