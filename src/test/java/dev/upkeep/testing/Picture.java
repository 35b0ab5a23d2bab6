package dev.upkeep.testing;

import java.util.Optional;

/// What was on a screen, without a toolkit.
///
/// @param rgb rows from the top, three bytes a pixel
@SuppressWarnings("ArrayRecordComponent") // pictures are searched, and never compared
public record Picture(int width, int height, byte[] rgb) {
  /// A colour comes out of a panel's scaling and a compressed file a little different.
  private static final int TOLERANCE = 6;

  /// A point on the screen.
  public record Point(int x, int y) {}

  /// A place on the screen.
  public record Area(int x, int y, int width, int height) {
    public Point middle() {
      return new Point(x + width / 2, y + height / 2);
    }
  }

  /// The colour of a pixel, as `0xRRGGBB`.
  public int at(int x, int y) {
    int i = (y * width + x) * 3;
    return (rgb[i] & 0xFF) << 16 | (rgb[i + 1] & 0xFF) << 8 | (rgb[i + 2] & 0xFF);
  }

  /// How many pixels have a colour, or nearly.
  public long count(int colour) {
    long found = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (isNear(at(x, y), colour)) {
          found++;
        }
      }
    }
    return found;
  }

  /// The smallest area that holds all pixels of a colour; empty if there are less than this many.
  public Optional<Area> find(int colour, int atLeast) {
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    int found = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (isNear(at(x, y), colour)) {
          found++;
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    return found >= atLeast
        ? Optional.of(new Area(left, top, right - left + 1, bottom - top + 1))
        : Optional.empty();
  }

  /// Where a small picture is to be seen, its own size, pixel by pixel.
  ///
  /// @param argb as in [dev.upkeep.desktop.Pixmap#argb()]; only its opaque pixels are compared
  public Optional<Area> find(int wide, int high, byte[] argb) {
    for (int y = 0; y <= height - high; y++) {
      for (int x = 0; x <= width - wide; x++) {
        if (isAt(x, y, wide, high, argb)) {
          return Optional.of(new Area(x, y, wide, high));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isAt(int left, int top, int wide, int high, byte[] argb) {
    int opaque = 0;
    for (int i = 0; i < wide * high; i++) {
      if (argb[i * 4] == (byte) 0xFF) {
        opaque++;
        int colour =
            (argb[i * 4 + 1] & 0xFF) << 16
                | (argb[i * 4 + 2] & 0xFF) << 8
                | (argb[i * 4 + 3] & 0xFF);
        if (!isNear(at(left + i % wide, top + i / wide), colour)) {
          return false;
        }
      }
    }
    return opaque > 0;
  }

  private static boolean isNear(int one, int other) {
    return Math.abs((one >> 16) - (other >> 16)) <= TOLERANCE
        && Math.abs(((one >> 8) & 0xFF) - ((other >> 8) & 0xFF)) <= TOLERANCE
        && Math.abs((one & 0xFF) - (other & 0xFF)) <= TOLERANCE;
  }
}
