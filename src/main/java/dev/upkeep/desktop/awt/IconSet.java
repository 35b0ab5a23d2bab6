package dev.upkeep.desktop.awt;

import dev.upkeep.desktop.TrayMark;
import java.awt.Image;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;

/// The drawings for one kind of tray, each in the sizes that exist, so that the system scales none.
public enum IconSet {
  /// Colours for a light taskbar.
  LIGHT,
  /// Colours for a dark taskbar.
  DARK,
  /// Black and alpha, which the menu bar of macOS paints as it needs; the system property
  /// `apple.awt.enableTemplateImages` must be `true` before AWT starts.
  TEMPLATE;

  /// The mark in all its sizes, the smallest as the base.
  Image image(TrayMark mark) {
    int[] sizes = sizes();
    Image[] images = new Image[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      images[i] = image(mark, sizes[i]);
    }
    return new BaseMultiResolutionImage(images);
  }

  private int[] sizes() {
    return switch (this) {
      case LIGHT, DARK -> new int[] {16, 20, 22, 24, 32, 48, 64};
      case TEMPLATE -> new int[] {18, 36};
    };
  }

  private BufferedImage image(TrayMark mark, int size) {
    String name =
        String.format(
            Locale.ROOT,
            "/dev/upkeep/desktop/tray/%s/%s-%d.argb",
            lower(name()),
            lower(mark.name()),
            size);
    int[] argb = new int[size * size];
    try (InputStream in = IconSet.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program.");
      }
      ByteBuffer.wrap(in.readAllBytes()).asIntBuffer().get(argb);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, size, size, argb, 0, size);
    return image;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
