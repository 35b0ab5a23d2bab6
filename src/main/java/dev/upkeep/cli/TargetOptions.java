package dev.upkeep.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say which databases to visit, shared by `ping` and `doctor`.
final class TargetOptions {
  /// More than any connection text, and little enough to hold.
  private static final int MAX_INPUT_BYTES = 1024 * 1024;

  @Option(
      names = "--stdin",
      description =
          "Read the connection text from standard input, in any form that a console, a .env file"
              + " or a client offers, instead of from the environment.")
  private boolean stdin;

  @Option(
      names = "--ca-file",
      paramLabel = "PEM",
      description = "Trust the certificates in this file instead of the system's.")
  private @Nullable Path caFile;

  EnvironmentTargets targets(Console console) throws UsageException {
    Optional<Path> ca = Optional.ofNullable(caFile);
    if (ca.isPresent()) {
      CaFile.requireUsable(ca.get());
    }
    if (!stdin) {
      return EnvironmentTargets.inEnvironment(console.environment(), ca);
    }
    try {
      byte[] bytes = console.in().readNBytes(MAX_INPUT_BYTES);
      return EnvironmentTargets.inText(
          new String(bytes, StandardCharsets.UTF_8), "standard input", ca);
    } catch (IOException e) {
      throw new UsageException("Standard input could not be read.");
    }
  }

  /// What is wrong with the database that the environment names, for telling it together with what
  /// is wrong with the other variables; standard input is left alone.
  List<String> problemsInEnvironment(Console console) {
    try {
      return stdin ? List.of() : targets(console).problems();
    } catch (UsageException e) {
      return e.problems();
    }
  }

  /// What may be wrong with `--ca-file`, found before anything is touched.
  private static final class CaFile {
    static void requireUsable(Path file) throws UsageException {
      if (file.toString().matches("(?i).*(redis|valkey|http)s?:/.*")) {
        throw new UsageException(UsageException.CONNECTION_TEXT_IN_ARGUMENTS);
      }
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new UsageException("--ca-file: there is no readable file " + file + ".");
      }
      if (!dev.upkeep.touch.CaFiles.holdsCertificates(file)) {
        throw new UsageException(
            "--ca-file: "
                + file
                + " holds no certificate in PEM form, which begins with"
                + " -----BEGIN CERTIFICATE-----.");
      }
    }
  }
}
