package dev.upkeep.desktop.linux.tray;

import dev.upkeep.desktop.Pixmap;
import java.util.ArrayDeque;
import java.util.Deque;

/// A picture that does not depend on what is behind it: what is cut out of it is painted white.
/// waybar paints an item that needs attention in the very red of our triangle, of which nothing
/// would be left.
final class SolidPicture {
  private static final int OPAQUE = 255;
  private static final int WHITE = 255;

  private final Pixmap picture;
  private final boolean[] outside;

  private SolidPicture(Pixmap picture) {
    this.picture = picture;
    this.outside = new boolean[picture.width() * picture.height()];
  }

  static Pixmap of(Pixmap picture) {
    SolidPicture solid = new SolidPicture(picture);
    solid.findOutside();
    return solid.filled();
  }

  /// What can be reached from the edges without crossing what is painted.
  private void findOutside() {
    Deque<Integer> reached = new ArrayDeque<>();
    for (int x = 0; x < picture.width(); x++) {
      reach(x, 0, reached);
      reach(x, picture.height() - 1, reached);
    }
    for (int y = 0; y < picture.height(); y++) {
      reach(0, y, reached);
      reach(picture.width() - 1, y, reached);
    }
    while (!reached.isEmpty()) {
      int at = reached.remove();
      int x = at % picture.width();
      int y = at / picture.width();
      reach(x - 1, y, reached);
      reach(x + 1, y, reached);
      reach(x, y - 1, reached);
      reach(x, y + 1, reached);
    }
  }

  private void reach(int x, int y, Deque<Integer> reached) {
    if (x < 0 || y < 0 || x >= picture.width() || y >= picture.height()) {
      return;
    }
    int at = y * picture.width() + x;
    if (!outside[at] && alpha(at) < OPAQUE) {
      outside[at] = true;
      reached.add(at);
    }
  }

  private Pixmap filled() {
    byte[] argb = picture.argb().clone();
    for (int at = 0; at < outside.length; at++) {
      int alpha = alpha(at);
      if (!outside[at] && alpha < OPAQUE) {
        argb[4 * at] = (byte) OPAQUE;
        for (int colour = 4 * at + 1; colour < 4 * at + 4; colour++) {
          int own = argb[colour] & 0xFF;
          argb[colour] = (byte) ((own * alpha + WHITE * (OPAQUE - alpha)) / OPAQUE);
        }
      }
    }
    return new Pixmap(picture.width(), picture.height(), argb);
  }

  private int alpha(int at) {
    return picture.argb()[4 * at] & 0xFF;
  }
}
