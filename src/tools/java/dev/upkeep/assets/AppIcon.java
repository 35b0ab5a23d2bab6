package dev.upkeep.assets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The application's icon: the mark of "alive" on a tile. Small sizes have drawings of their own,
/// and so has macOS, where a tile keeps a margin around it.
///
/// @param drawings the folder of the drawings
record AppIcon(Path drawings) {
  static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

  /// What Windows asks for.
  static final List<Integer> ICO_SIZES = List.of(16, 24, 32, 48, 64, 256);

  Pixels icon(int size) throws IOException {
    String drawing =
        switch (size) {
          case 16 -> "16";
          case 24, 48 -> "24";
          case 32, 64 -> "32";
          default -> "512";
        };
    return Drawing.of(drawings.resolve(drawing + ".svg"), size);
  }

  Pixels mac(int size) throws IOException {
    return Drawing.of(drawings.resolve("mac.svg"), size);
  }
}
