package dev.upkeep.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The certificates that come along, each CA file once. Of such a file nothing but certificates is
/// taken: some people keep the key beside them.
final class Certificates {
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----");

  private final Map<String, String> fileByText = new LinkedHashMap<>();

  Certificates(List<DeployedDatabase> databases) {
    for (DeployedDatabase kept : databases) {
      text(kept)
          .ifPresent(
              text -> fileByText.putIfAbsent(text, "ca-" + (fileByText.size() + 1) + ".pem"));
    }
  }

  /// Text by name of file.
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    fileByText.forEach((text, name) -> files.put(name, text));
    return files;
  }

  /// The file of a database; empty for one that trusts what the system trusts.
  Optional<String> of(DeployedDatabase kept) {
    return text(kept).map(fileByText::get);
  }

  private static Optional<String> text(DeployedDatabase kept) {
    return kept.certificates().map(Certificates::only).filter(text -> !text.isEmpty());
  }

  private static String only(String pem) {
    return CERTIFICATE
        .matcher(pem)
        .results()
        .map(found -> found.group().lines().map(String::strip).collect(Collectors.joining("\n")))
        .map(block -> block + "\n")
        .collect(Collectors.joining());
  }
}
