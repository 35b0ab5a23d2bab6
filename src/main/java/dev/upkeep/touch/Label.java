package dev.upkeep.touch;

import dev.upkeep.network.NameLookup;
import dev.upkeep.network.OwnName;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who this machine is in a [Stamp]: the short host name, or what runs it where that is recognised.
public final class Label {
  private static final String KERNEL_HOST_NAME = "/proc/sys/kernel/hostname";

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private Label() {}

  /// `UPKEEP_LABEL` where it is set, then `github-actions` or `kubernetes`, then the host's name.
  ///
  /// @throws IllegalArgumentException if `UPKEEP_LABEL` is no label; see [Stamp#isLabel]
  public static String of(Map<String, String> environment) {
    String wanted = environment.getOrDefault("UPKEEP_LABEL", "").strip();
    if (!wanted.isEmpty()) {
      if (!Stamp.isLabel(wanted)) {
        throw new IllegalArgumentException(
            "UPKEEP_LABEL has 1 to 64 letters, digits, dots, hyphens or underscores.");
      }
      return wanted;
    }
    if (environment.getOrDefault("GITHUB_ACTIONS", "").equals("true")) {
      return "github-actions";
    }
    if (environment.containsKey("KUBERNETES_SERVICE_HOST")) {
      return "kubernetes";
    }
    return shortName(hostName(environment));
  }

  /// The part before the first dot, with what a label cannot hold as hyphens.
  static String shortName(String hostName) {
    String first = hostName.strip().split("\\.", 2)[0].replaceAll("[^A-Za-z0-9_-]+", "-");
    String label =
        first.length() > Stamp.MAX_LABEL_LENGTH
            ? first.substring(0, Stamp.MAX_LABEL_LENGTH)
            : first;
    return Stamp.isLabel(label) ? label.toLowerCase(Locale.ROOT) : "unknown";
  }

  /// Asks the system before the resolver, which may be slow or tell another name.
  private static String hostName(Map<String, String> environment) {
    Optional<String> windows = Optional.ofNullable(environment.get("COMPUTERNAME"));
    if (windows.isPresent()) {
      return windows.get();
    }
    // Not by Files, whose channels take longer to load than the file to read.
    try (InputStream in = new FileInputStream(KERNEL_HOST_NAME)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException notLinux) {
      Optional<String> mac = OwnName.ofMac();
      return mac.or(() -> NameLookup.ownName(PATIENCE)).orElse("unknown");
    }
  }
}
