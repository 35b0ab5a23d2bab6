package dev.upkeep.assets;

import dev.upkeep.desktop.TrayMark;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that is made from the drawings. Run it, and it is written.
final class Assets {
  static final Path PICTURES = Path.of("assets", "generated");

  /// The tray's pixels for the program, which loads no image decoder.
  static final Path RESOURCES =
      Path.of("src", "main", "resources", "dev", "upkeep", "desktop", "tray");

  private static final PrintStream OUT = System.out;

  private final TrayIcons tray;
  private final AppIcon app;

  /// Knows where the drawings are.
  ///
  /// @param root of the project
  Assets(Path root) {
    Path drawings = root.resolve("assets");
    this.tray = new TrayIcons(drawings.resolve("tray"));
    this.app = new AppIcon(drawings.resolve("app"));
  }

  public static void main(String[] arguments) throws IOException {
    Path root = Path.of("").toAbsolutePath();
    SortedMap<Path, byte[]> files = new Assets(root).files();
    for (Entry<Path, byte[]> file : files.entrySet()) {
      Path place = root.resolve(file.getKey());
      Files.createDirectories(place.getParent());
      Files.write(place, file.getValue());
    }
    OUT.println("Wrote " + files.size() + " files to " + PICTURES + " and " + RESOURCES + ".");
  }

  /// Contents by path from the project's root.
  SortedMap<Path, byte[]> files() throws IOException {
    SortedMap<Path, byte[]> files = new TreeMap<>();
    for (Panel panel : Panel.values()) {
      for (TrayMark mark : TrayMark.values()) {
        for (int size : panel.sizes()) {
          Pixels icon = tray.icon(mark, panel, size);
          files.put(pictures(panel, mark, size), icon.png());
          files.put(resource(panel, mark, size), icon.raw());
        }
      }
    }
    Path folder = PICTURES.resolve("app");
    for (int size : AppIcon.SIZES) {
      files.put(folder.resolve("upkeep-" + size + ".png"), app.icon(size).png());
    }
    List<Pixels> ico = new ArrayList<>();
    for (int size : AppIcon.ICO_SIZES) {
      ico.add(app.icon(size));
    }
    files.put(folder.resolve("upkeep.ico"), IcoFile.of(ico));
    SortedMap<String, Pixels> icns = new TreeMap<>();
    for (Entry<String, Integer> type : IcnsFile.TYPES.entrySet()) {
      icns.put(type.getKey(), app.mac(type.getValue()));
    }
    files.put(folder.resolve("upkeep.icns"), IcnsFile.of(icns));
    return files;
  }

  /// A template of twice the size is named as macOS names it.
  private static Path pictures(Panel panel, TrayMark mark, int size) {
    String suffix = size == 36 ? "18@2x" : Integer.toString(size);
    return PICTURES
        .resolve("tray")
        .resolve(panel.folder())
        .resolve(mark.name().toLowerCase(Locale.ROOT) + "-" + suffix + ".png");
  }

  private static Path resource(Panel panel, TrayMark mark, int size) {
    return RESOURCES
        .resolve(panel.folder())
        .resolve(mark.name().toLowerCase(Locale.ROOT) + "-" + size + ".argb");
  }
}
