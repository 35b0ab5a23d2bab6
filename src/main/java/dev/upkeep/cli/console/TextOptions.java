package dev.upkeep.cli.console;

import dev.upkeep.database.paste.ConnectionText.Wishes;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say what a connection text leaves open.
public final class TextOptions {
  @Option(
      names = "--tls",
      paramLabel = "yes|no",
      description = "Whether the connection is encrypted, where the text does not say so.")
  private @Nullable String tls;

  @Option(
      names = "--as-is",
      description = "Take values as they are, even if they look like placeholders.")
  private boolean asIs;

  /// For picocli, which sets the fields.
  public TextOptions() {}

  /// What a person says about the text.
  ///
  /// @throws UsageException if it is neither yes nor no
  public Wishes wishes() throws UsageException {
    if (isEmpty()) {
      return Wishes.NONE;
    }
    return new Wishes(tls == null ? Optional.empty() : Optional.of(isYes(tls)), asIs);
  }

  private static boolean isYes(String said) throws UsageException {
    return switch (said.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "on", "1" -> true;
      case "no", "false", "off", "0" -> false;
      default -> throw new UsageException("--tls is yes or no.");
    };
  }

  /// Whether one of them was given.
  public boolean isEmpty() {
    return tls == null && !asIs;
  }
}
