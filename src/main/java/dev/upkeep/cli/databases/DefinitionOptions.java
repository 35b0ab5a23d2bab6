package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.ConnectionOptions;
import dev.upkeep.cli.console.PemFile;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseEdit;
import dev.upkeep.database.DatabaseRules;
import dev.upkeep.database.DurationText;
import dev.upkeep.database.EnumWord;
import dev.upkeep.database.Provider;
import dev.upkeep.database.Tags;
import dev.upkeep.database.TouchMode;
import dev.upkeep.language.Sentence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What a person may set about a database, shared by `add` and `edit`.
final class DefinitionOptions {
  private static final String DEFAULT = "default";

  /// For the completion of shells.
  static final class Providers extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Providers() {
      super(Arrays.stream(Provider.values()).map(EnumWord::dashed).toList());
    }
  }

  @Option(
      names = "--provider",
      paramLabel = "WHO",
      completionCandidates = DefinitionOptions.Providers.class,
      description = "Who runs it: upstash, vercel, redis-cloud, aiven, render, railway or other.")
  private @Nullable String provider;

  @Option(
      names = "--window",
      paramLabel = "TIME",
      description = "How long it may rest before it is in danger, such as 14d; or default.")
  private @Nullable String window;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      description = "Time between two touches, such as 6h; or default.")
  private @Nullable String every;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "What a touch does at most: write, read or ping.")
  private @Nullable String mode;

  @Option(
      names = "--tag",
      paramLabel = "TAG",
      description =
          "A word by which it is found; may be given several times. An empty one: no tags.")
  private @Nullable List<String> tags;

  @Option(names = "--key", paramLabel = "KEY", description = "The one key that is written.")
  private @Nullable String key;

  @Option(
      names = "--ca-file",
      paramLabel = "PEM",
      description = "Trust the certificates in this file instead of the system's.")
  private @Nullable String caFile;

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = "--secret-ref",
      paramLabel = "REF",
      description = "Where the agent finds the secret: env:NAME or file:/path. Nothing is stored.")
  private @Nullable String secretReference;

  @Option(names = "--anyway", description = "Store it even if it cannot be touched.")
  private boolean anyway;

  boolean anyway() {
    return anyway;
  }

  boolean hasSecretReference() {
    return secretReference != null;
  }

  ConnectionOptions connection() {
    return connection;
  }

  boolean hasCaFile() {
    return caFile != null;
  }

  /// The file of authorities, if one that can be named was given.
  Optional<Path> caFile() {
    return caFile == null || caFile.strip().equalsIgnoreCase(DEFAULT)
        ? Optional.empty()
        : caFile(caFile, new ArrayList<>());
  }

  /// Whether nothing is to be set.
  boolean isEmpty() {
    return provider == null
        && window == null
        && every == null
        && mode == null
        && key == null
        && tags == null
        && caFile == null
        && connection.isEmpty()
        && secretReference == null;
  }

  /// Reads what was set, to be applied to as many databases as there are.
  ///
  /// @throws UsageException with every option that cannot be used
  Consumer<DatabaseEdit> read() throws UsageException {
    List<String> problems = new ArrayList<>();
    List<Consumer<DatabaseEdit>> wishes = new ArrayList<>();
    if (provider != null) {
      provider(provider)
          .ifPresentOrElse(
              value -> wishes.add(edit -> edit.provider(value)),
              () -> problems.add("--provider is one of " + providers() + "."));
    }
    if (mode != null) {
      mode(mode)
          .ifPresentOrElse(
              value -> wishes.add(edit -> edit.mode(value)),
              () -> problems.add("--mode is write, read or ping."));
    }
    if (window != null) {
      Optional<Duration> value = duration("--window", window, problems);
      wishes.add(edit -> edit.window(value));
    }
    if (every != null) {
      Optional<Duration> value = duration("--every", every, problems);
      wishes.add(edit -> edit.interval(value));
    }
    if (tags != null) {
      List<String> value = Tags.split(String.join(",", tags));
      wishes.add(edit -> edit.tags(value));
    }
    if (key != null) {
      String value = key;
      wishes.add(edit -> edit.key(value));
    }
    if (secretReference != null) {
      Optional<String> value = Optional.of(secretReference);
      wishes.add(edit -> edit.secretReference(value));
    }
    if (caFile != null) {
      Optional<Path> value = caFile(caFile, problems);
      wishes.add(edit -> edit.caFile(value));
    }
    wishes.add(connection.read());
    if (!problems.isEmpty()) {
      throw new UsageException(problems);
    }
    return edit -> wishes.forEach(wish -> wish.accept(edit));
  }

  /// The database as it is to be.
  ///
  /// @throws UsageException with every rule that it breaks
  static Database checked(DatabaseEdit edit) throws UsageException {
    Database database = edit.done();
    List<Sentence> problems = DatabaseRules.problems(database);
    if (!problems.isEmpty()) {
      throw UsageException.of(problems);
    }
    return database;
  }

  private static Optional<Duration> duration(String option, String text, List<String> problems) {
    if (text.strip().equalsIgnoreCase(DEFAULT)) {
      return Optional.empty();
    }
    Optional<Duration> duration = DurationText.parse(text);
    if (duration.isEmpty()) {
      problems.add(option + " " + DurationText.EXPECTED);
    }
    return duration;
  }

  private static Optional<Path> caFile(String text, List<String> problems) {
    try {
      Path file = Path.of(text).toAbsolutePath().normalize();
      PemFile.problem(file).ifPresent(problems::add);
      return Optional.of(file);
    } catch (InvalidPathException e) {
      problems.add("--ca-file is not the name of a file.");
      return Optional.empty();
    }
  }

  private static Optional<Provider> provider(String text) {
    return Arrays.stream(Provider.values())
        .filter(provider -> word(provider.name()).equals(word(text)))
        .findFirst();
  }

  private static Optional<TouchMode> mode(String text) {
    return Arrays.stream(TouchMode.values())
        .filter(mode -> mode.name().equalsIgnoreCase(text.strip()))
        .findFirst();
  }

  private static String providers() {
    return String.join(", ", new Providers());
  }

  private static String word(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }
}
