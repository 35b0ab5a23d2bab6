package dev.upkeep.agent.desktop;

import dev.upkeep.desktop.Pixmap;
import dev.upkeep.desktop.ResourcePixmaps;
import dev.upkeep.desktop.TrayMark;
import dev.upkeep.desktop.TrayPixmaps.Panel;
import dev.upkeep.testing.Picture;
import dev.upkeep.testing.Picture.Area;
import java.util.Optional;
import java.util.function.IntBinaryOperator;

/// Recognises our icon in a picture of the panel. A panel takes whichever size it likes and scales
/// it, so pixels cannot be compared one by one: silhouettes are, on a grid, and the nearest of the
/// six must be near.
final class PanelIcon {
  private static final int GRID = 12;
  private static final double NEAR = 0.12;

  /// The corner of the panel that holds the icon: the tray is at its right end.
  private static final Area CORNER = new Area(1244, 0, 36, 32);

  private PanelIcon() {}

  /// Which mark is to be seen; empty for none, or something else.
  static Optional<TrayMark> mark(Picture screen) {
    double[] seen = silhouette(CORNER.width(), CORNER.height(), ink(screen));
    TrayMark nearest = TrayMark.ALIVE;
    double least = Double.MAX_VALUE;
    for (TrayMark mark : TrayMark.values()) {
      for (Pixmap size : new ResourcePixmaps().of(mark, Panel.DARK)) {
        double distance = distance(seen, drawn(size));
        if (distance < least) {
          least = distance;
          nearest = mark;
        }
      }
    }
    return least < NEAR ? Optional.of(nearest) : Optional.empty();
  }

  /// Where to click.
  static Picture.Point middle() {
    return CORNER.middle();
  }

  private static double[] drawn(Pixmap drawing) {
    byte[] argb = drawing.argb();
    int width = drawing.width();
    return silhouette(width, drawing.height(), (x, y) -> argb[(y * width + x) * 4] & 0xFF);
  }

  /// How far each pixel is from the panel's own colour.
  private static IntBinaryOperator ink(Picture screen) {
    int panel = screen.at(600, 5);
    return (x, y) -> {
      int colour = screen.at(CORNER.x() + x, CORNER.y() + y);
      int most = 0;
      for (int shift = 0; shift <= 16; shift += 8) {
        most = Math.max(most, Math.abs((colour >> shift & 0xFF) - (panel >> shift & 0xFF)));
      }
      return most;
    };
  }

  /// Ink on a grid over the smallest area that holds it, from 0 to 1.
  private static double[] silhouette(int width, int height, IntBinaryOperator ink) {
    int most = 1;
    for (int i = 0; i < width * height; i++) {
      most = Math.max(most, ink.applyAsInt(i % width, i / width));
    }
    int left = width;
    int top = height;
    int right = 0;
    int bottom = 0;
    for (int i = 0; i < width * height; i++) {
      if (ink.applyAsInt(i % width, i / width) * 4 > most) {
        left = Math.min(left, i % width);
        right = Math.max(right, i % width + 1);
        top = Math.min(top, i / width);
        bottom = Math.max(bottom, i / width + 1);
      }
    }
    double[] grid = new double[GRID * GRID];
    double[] share = new double[GRID * GRID];
    // Finer than any pixel, so that each cell gets its share of the pixels it cuts.
    int fine = 8 * GRID;
    for (int i = 0; i < fine * fine && left < right && top < bottom; i++) {
      int x = left + (i % fine) * (right - left) / fine;
      int y = top + i / fine * (bottom - top) / fine;
      int cell = i / fine / 8 * GRID + i % fine / 8;
      grid[cell] += (double) ink.applyAsInt(x, y) / most;
      share[cell]++;
    }
    for (int i = 0; i < grid.length; i++) {
      grid[i] /= Math.max(1, share[i]);
    }
    return grid;
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(one[i] - other[i]);
    }
    return sum / one.length;
  }
}
