package dev.upkeep.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote down.
public final class Version implements IVersionProvider {
  /// The number alone.
  public static String number() {
    try {
      return new Version().getVersion()[0].replace("upkeep ", "");
    } catch (IOException e) {
      return "unknown";
    }
  }

  @Override
  public String[] getVersion() throws IOException {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/dev/upkeep/build.properties")) {
      if (in != null) {
        build.load(in);
      }
    }
    return new String[] {"upkeep " + build.getProperty("version", "unknown")};
  }
}
