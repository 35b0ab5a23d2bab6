package dev.upkeep.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/// The version that the build wrote down.
public final class Version {
  private Version() {}

  /// The number alone, or "unknown".
  public static String number() {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/dev/upkeep/build.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      return "unknown";
    }
    return build.getProperty("version", "unknown");
  }
}
