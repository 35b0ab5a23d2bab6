package dev.upkeep.window.page;

import java.nio.file.Path;
import java.util.Optional;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The only thing that the window stores: where it was, and how bright. Losing it costs nothing, so
/// nothing here fails.
public final class WindowMemory {
  private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);

  private final Preferences node;

  public WindowMemory(Preferences node) {
    this.node = node;
  }

  /// The memory of the window of one state folder, where it lies.
  public static WindowMemory in(Path stateFolder) {
    return new WindowMemory(new FilePreferences(stateFolder.resolve("window.properties")));
  }

  /// A window's place on the screen, in its units.
  public record Geometry(double x, double y, double width, double height, boolean maximized) {}

  /// Where the window was; empty when it was never closed before.
  public Optional<Geometry> geometry() {
    double width = node.getDouble("width", 0);
    double height = node.getDouble("height", 0);
    return width > 0 && height > 0
        ? Optional.of(
            new Geometry(
                node.getDouble("x", 0),
                node.getDouble("y", 0),
                width,
                height,
                node.getBoolean("maximized", false)))
        : Optional.empty();
  }

  public void keep(Geometry geometry) {
    node.putDouble("x", geometry.x());
    node.putDouble("y", geometry.y());
    node.putDouble("width", geometry.width());
    node.putDouble("height", geometry.height());
    node.putBoolean("maximized", geometry.maximized());
    flush();
  }

  Appearance appearance() {
    try {
      return Appearance.valueOf(node.get("appearance", Appearance.SYSTEM.name()));
    } catch (IllegalArgumentException _) {
      // Of another version.
      return Appearance.SYSTEM;
    }
  }

  public void keep(Appearance appearance) {
    node.put("appearance", appearance.name());
    flush();
  }

  /// Whether rows of databases have one line; empty until somebody has said so.
  Optional<Boolean> compactRows() {
    return Optional.ofNullable(node.get("compactRows", null)).map(Boolean::valueOf);
  }

  void keepCompactRows(boolean compact) {
    node.putBoolean("compactRows", compact);
    flush();
  }

  /// Whether what is said once, after the first database, was said.
  boolean firstSaid() {
    return node.getBoolean("firstSaid", false);
  }

  void keepFirstSaid() {
    node.putBoolean("firstSaid", true);
    flush();
  }

  /// Whether it was asked if somebody wants to hear of new versions.
  boolean updatesOffered() {
    return node.getBoolean("updatesOffered", false);
  }

  void keepUpdatesOffered() {
    node.putBoolean("updatesOffered", true);
    flush();
  }

  private void flush() {
    try {
      node.flush();
    } catch (BackingStoreException e) {
      LOG.warn("The window's place could not be kept: {}", e.getMessage());
    }
  }
}
