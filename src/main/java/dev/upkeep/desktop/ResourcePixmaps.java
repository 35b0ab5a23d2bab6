package dev.upkeep.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/// The pictures of the marks that come with Upkeep, as raw pixels: no toolkit is needed to read
/// them. They are read when they are asked for; a mark changes seldom.
public final class ResourcePixmaps implements TrayPixmaps {
  private static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48, 64);

  @Override
  public List<Pixmap> of(TrayMark mark, Panel panel) {
    return SIZES.stream().map(size -> read(name(panel), name(mark), size)).toList();
  }

  private static Pixmap read(String panel, String mark, int size) {
    String path = "tray/" + panel + "/" + mark + "-" + size + ".argb";
    try (InputStream resource = ResourcePixmaps.class.getResourceAsStream(path)) {
      if (resource == null) {
        throw new IllegalStateException(path + " was not packaged");
      }
      return new Pixmap(size, size, resource.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
