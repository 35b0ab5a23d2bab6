package dev.upkeep.cli.console;

import dev.upkeep.database.paste.ConnectionText.Wishes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say what a connection text leaves open.
public final class TextOptions {
  private static final String VARIABLE = "UPKEEP_TLS";

  @Option(
      names = "--tls",
      paramLabel = "yes|no",
      description =
          "Whether the connection is encrypted, where the text does not say so (UPKEEP_TLS).")
  private @Nullable String tls;

  @Option(
      names = "--as-is",
      description = "Take values as they are, even if they look like placeholders.")
  private boolean asIs;

  /// For picocli, which sets the fields.
  public TextOptions() {}

  /// What a person says about the text, by option or else by variable.
  ///
  /// @throws UsageException if it is neither yes nor no
  public Wishes wishes(Map<String, String> environment) throws UsageException {
    String variable = environment.getOrDefault(VARIABLE, "").strip();
    if (tls == null && variable.isEmpty() && !asIs) {
      return Wishes.NONE;
    }
    String said = tls == null ? variable : tls;
    String where = tls == null ? VARIABLE : "--tls";
    return new Wishes(said.isEmpty() ? Optional.empty() : Optional.of(isYes(said, where)), asIs);
  }

  private static boolean isYes(String said, String where) throws UsageException {
    return switch (said.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "on", "1" -> true;
      case "no", "false", "off", "0" -> false;
      default -> throw new UsageException(where + " is yes or no.");
    };
  }

  /// Whether one of them was given.
  public boolean isEmpty() {
    return tls == null && !asIs;
  }
}
