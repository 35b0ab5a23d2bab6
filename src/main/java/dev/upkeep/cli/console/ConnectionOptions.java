package dev.upkeep.cli.console;

import dev.upkeep.database.ClientCertificate;
import dev.upkeep.database.DatabaseEdit;
import dev.upkeep.database.Sentinel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How a server is reached beyond what its connection text says, the same for a database that is
/// visited once and for one that is kept.
public final class ConnectionOptions {
  @Option(
      names = "--cert",
      paramLabel = "FILE",
      description =
          "Show the server this certificate: PEM, or PKCS#12, which holds the key too. Also"
              + " env:NAME.")
  private @Nullable String certificate;

  @Option(
      names = "--cert-key",
      paramLabel = "FILE",
      description = "The private key of --cert, as PEM. Also env:NAME.")
  private @Nullable String key;

  @Option(
      names = "--key-passphrase",
      paramLabel = "REF",
      description = "Where to find what opens an encrypted key: env:NAME or file:/path.")
  private @Nullable String passphrase;

  @Option(
      names = "--sni",
      paramLabel = "NAME",
      description = "Ask for this name, which the certificate must be for, instead of the host.")
  private @Nullable String serverName;

  @Mixin private SentinelOptions sentinel = new SentinelOptions();

  /// Whether nothing was given.
  public boolean isEmpty() {
    return !hasIdentity() && sentinel.isEmpty();
  }

  /// Whether it was given who we are to the server, or who it is to us.
  public boolean hasIdentity() {
    return certificate != null || key != null || passphrase != null || serverName != null;
  }

  public boolean hasSentinel() {
    return !sentinel.isEmpty();
  }

  /// What was given, to be applied to as many databases as there are.
  ///
  /// @throws UsageException if something cannot be used
  public Consumer<DatabaseEdit> read() throws UsageException {
    Optional<ClientCertificate> shown = certificate();
    Optional<String> name = Optional.ofNullable(serverName);
    Optional<Sentinel> asked = sentinel.sentinel();
    return edit -> {
      shown.ifPresent(value -> edit.clientCertificate(Optional.of(value)));
      name.ifPresent(value -> edit.serverName(Optional.of(value)));
      asked.ifPresent(value -> edit.sentinel(Optional.of(value)));
    };
  }

  private Optional<ClientCertificate> certificate() throws UsageException {
    if (certificate == null) {
      if (key != null || passphrase != null) {
        throw new UsageException("--cert-key and --key-passphrase go with --cert.");
      }
      return Optional.empty();
    }
    return Optional.of(
        new ClientCertificate(
            reference("--cert", certificate),
            key == null ? Optional.empty() : Optional.of(reference("--cert-key", key)),
            Optional.ofNullable(passphrase)));
  }

  private static String reference(String option, String text) throws UsageException {
    if (text.startsWith("env:") || text.startsWith("file:")) {
      return text;
    }
    try {
      return "file:" + Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new UsageException(option + " is not the name of a file.");
    }
  }
}
