package dev.upkeep.desktop.linux.tray;

import dev.upkeep.desktop.Pixmap;
import dev.upkeep.desktop.TrayMark;
import dev.upkeep.desktop.TrayPixmaps;
import java.util.List;
import java.util.stream.Stream;

/// Pictures in colours that nothing else on a desktop has, one for each mark, darker for a dark
/// panel. The left upper quarter is white, so that their position and order of rows can be told.
final class TestPixmaps implements TrayPixmaps {
  @Override
  public List<Pixmap> of(TrayMark mark, Panel panel) {
    return Stream.of(16, 22, 24, 32, 48, 64).map(size -> draw(size, colour(mark, panel))).toList();
  }

  static int colour(TrayMark mark) {
    return colour(mark, Panel.DARK);
  }

  static int colour(TrayMark mark, Panel panel) {
    int dark =
        switch (mark) {
          case ALIVE -> 0x10E0A0;
          case ATTENTION -> 0xE0A010;
          case DANGER -> 0xE01060;
          case PAUSED -> 0x7060E0;
          case OFFLINE -> 0x60C0E0;
          case EMPTY -> 0xC0E060;
        };
    return panel == Panel.DARK ? dark : dark - 0x101010;
  }

  private static Pixmap draw(int size, int colour) {
    byte[] argb = new byte[size * size * 4];
    for (int i = 0; i < size * size; i++) {
      int x = i % size;
      int y = i / size;
      int here = x < size / 2 && y < size / 2 ? 0xFFFFFF : colour;
      boolean edge = x == 0 || y == 0 || x == size - 1 || y == size - 1;
      argb[i * 4] = (byte) (edge ? 0 : 0xFF);
      argb[i * 4 + 1] = (byte) (here >> 16);
      argb[i * 4 + 2] = (byte) (here >> 8);
      argb[i * 4 + 3] = (byte) here;
    }
    return new Pixmap(size, size, argb);
  }
}
