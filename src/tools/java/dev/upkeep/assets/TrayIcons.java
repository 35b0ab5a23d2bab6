package dev.upkeep.assets;

import dev.upkeep.desktop.TrayMark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// The six marks of the tray. Each is drawn four times, on grids of 16, 20, 22 and 24 px, so that
/// its edges fall between pixels; larger sizes are whole multiples of one of these.
///
/// @param drawings the folder of the grids
record TrayIcons(Path drawings) {
  Pixels icon(TrayMark mark, Panel panel, int size) throws IOException {
    Pixels shape =
        panel == Panel.TEMPLATE
            ? drawn(mark, 16, size / 18 * 16).within(size / 18)
            : drawn(mark, grid(size), size);
    return shape.in(panel.rgb(mark));
  }

  private static int grid(int size) {
    return switch (size) {
      case 16, 32, 64 -> 16;
      case 24, 48 -> 24;
      case 20, 22 -> size;
      default -> throw new IllegalArgumentException("No grid for " + size + " px");
    };
  }

  private Pixels drawn(TrayMark mark, int grid, int size) throws IOException {
    String file = mark.name().toLowerCase(Locale.ROOT) + ".svg";
    return Drawing.of(drawings.resolve(Integer.toString(grid)).resolve(file), size);
  }
}
