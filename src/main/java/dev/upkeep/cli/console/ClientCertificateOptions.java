package dev.upkeep.cli.console;

import dev.upkeep.database.ClientCertificate;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What to show a server that asks who we are, and which name of its own to ask for.
public final class ClientCertificateOptions {
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

  /// Whether nothing was given.
  public boolean isEmpty() {
    return certificate == null && key == null && passphrase == null && serverName == null;
  }

  public Optional<String> serverName() {
    return Optional.ofNullable(serverName);
  }

  /// What is to be shown, if anything.
  ///
  /// @throws UsageException if a part is missing, or is not the name of a file
  public Optional<ClientCertificate> certificate() throws UsageException {
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
