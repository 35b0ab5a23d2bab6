package dev.upkeep.cli.console;

import dev.upkeep.touch.protocol.CaFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What may be wrong with `--ca-file`, found before anything is touched.
public final class PemFile {
  private PemFile() {}

  /// Why the file cannot be used, as a sentence; empty when it can.
  public static Optional<String> problem(Path file) {
    if (file.toString().matches("(?i).*(redis|valkey|http)s?:/.*")) {
      return Optional.of(UsageException.CONNECTION_TEXT_IN_ARGUMENTS);
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return Optional.of("--ca-file: " + file + " is not a regular file.");
    }
    if (!Files.isReadable(file)) {
      return Optional.of("--ca-file: there is no readable file " + file + ".");
    }
    return CaFiles.holdsCertificates(file)
        ? Optional.empty()
        : Optional.of(
            "--ca-file: "
                + file
                + " holds no certificate in PEM form, which begins with"
                + " -----BEGIN CERTIFICATE-----.");
  }
}
