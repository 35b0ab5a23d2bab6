package dev.upkeep.window.page;

import dev.upkeep.file.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.BackingStoreException;
import org.jspecify.annotations.Nullable;

/// Preferences in a small file of ours. Java's own go to the registry of Windows and to a file that
/// all programs share on macOS: outside UPKEEP_HOME, and left behind when all else is removed.
final class FilePreferences extends AbstractPreferences {
  private final Path file;
  private final Properties values = new Properties();

  /// Reads what is there. A file that cannot be read is an empty one.
  FilePreferences(Path file) {
    super(null, "");
    this.file = file;
    try (InputStream in = Files.newInputStream(file)) {
      values.load(in);
    } catch (IOException | IllegalArgumentException noneOrForeign) {
      // Then everything is as at the first start.
    }
  }

  @Override
  protected void putSpi(String key, String value) {
    values.setProperty(key, value);
  }

  @Override
  protected @Nullable String getSpi(String key) {
    return values.getProperty(key);
  }

  @Override
  protected void removeSpi(String key) {
    values.remove(key);
  }

  @Override
  protected String[] keysSpi() {
    return values.stringPropertyNames().toArray(String[]::new);
  }

  @Override
  protected void flushSpi() throws BackingStoreException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      values.store(bytes, null);
      new AtomicFile().replace(file, bytes.toByteArray());
    } catch (IOException e) {
      throw new BackingStoreException(e);
    }
  }

  @Override
  protected void syncSpi() throws BackingStoreException {
    flushSpi();
  }

  @Override
  protected void removeNodeSpi() {
    throw new UnsupportedOperationException("there is one node");
  }

  @Override
  protected String[] childrenNamesSpi() {
    return new String[0];
  }

  @Override
  protected AbstractPreferences childSpi(String name) {
    throw new UnsupportedOperationException("there is one node");
  }
}
