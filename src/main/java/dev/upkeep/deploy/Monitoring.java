package dev.upkeep.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Alerts and a dashboard over the metrics of an agent. They are the same for everybody: which
/// databases there are, the metrics say.
public final class Monitoring {
  /// What people call it beside an [Engine].
  public static final String WORD = "prometheus";

  private Monitoring() {}

  /// The rules, and the dashboard.
  public static List<GeneratedFile> files() {
    return List.of(file("upkeep-rules.yml"), file("upkeep-dashboard.json"));
  }

  private static GeneratedFile file(String name) {
    try (InputStream in = Monitoring.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return GeneratedFile.open(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
