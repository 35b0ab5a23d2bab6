package dev.upkeep.cli.ping;

import dev.upkeep.cli.console.ConnectionOptions;
import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.Input;
import dev.upkeep.cli.console.PemFile;
import dev.upkeep.cli.console.TextOptions;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.database.paste.ConnectionText.Wishes;
import dev.upkeep.language.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say which databases to visit, shared by `ping` and `doctor`.
public final class TargetOptions {
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

  @Mixin private ConnectionOptions connection = new ConnectionOptions();
  @Mixin private TextOptions text = new TextOptions();

  /// For picocli, which sets the fields.
  public TargetOptions() {}

  public TargetOptions(boolean stdin, @Nullable Path caFile) {
    this.stdin = stdin;
    this.caFile = caFile;
  }

  public EnvironmentTargets targets(Console console) throws UsageException {
    EnvironmentTargets targets = asWritten(console);
    return connection.isEmpty() ? targets : targets.reached(connection.read());
  }

  private EnvironmentTargets asWritten(Console console) throws UsageException {
    Optional<Path> ca = Optional.ofNullable(caFile);
    if (ca.isPresent()) {
      Optional<String> problem = PemFile.problem(ca.get());
      if (problem.isPresent()) {
        throw new UsageException(problem.get());
      }
    }
    Wishes wishes = text.wishes();
    if (!stdin) {
      return EnvironmentTargets.inEnvironment(console.environment(), ca, wishes);
    }
    try {
      byte[] bytes = console.in().readNBytes(MAX_INPUT_BYTES);
      return EnvironmentTargets.inText(
          Input.utf8(bytes, "Standard input"), "standard input", ca, wishes);
    } catch (IOException e) {
      throw new UsageException("Standard input could not be read.");
    }
  }

  /// What is wrong with the database that the environment names, for telling it together with what
  /// is wrong with the other variables; standard input is left alone.
  List<Sentence> problemsInEnvironment(Console console) {
    try {
      return stdin ? List.of() : targets(console).problems();
    } catch (UsageException e) {
      return e.told();
    }
  }

  /// Whether the databases are said here, rather than by name or in the environment.
  boolean stdin() {
    return stdin;
  }

  /// Options that make no sense for a database that is defined.
  ///
  /// @throws UsageException if one was given
  public void requireNone() throws UsageException {
    if (stdin || caFile != null || !connection.isEmpty() || !text.isEmpty()) {
      throw new UsageException(
          "--stdin, --ca-file, --cert, --sni, --sentinel, --tls and --as-is go with a database that"
              + " has no name yet. Change a defined one with upkeep edit.");
    }
  }
}
