package dev.upkeep.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Who publishes Upkeep, as the build wrote it down.
final class Publisher {
  private Publisher() {}

  /// How the address of a release's package looks.
  static String releasePattern() {
    return "https://github.com/"
        + repository()
        + "/releases/download/vVERSION/upkeep-VERSION-linux-amd64.tar.gz";
  }

  private static String repository() {
    Properties build = new Properties();
    try (InputStream in = Publisher.class.getResourceAsStream("/dev/upkeep/build.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty("repository", "unknown");
  }
}
