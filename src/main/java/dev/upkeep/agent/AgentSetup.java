package dev.upkeep.agent;

import dev.upkeep.agent.desktop.ChildEnvironment;
import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import dev.upkeep.definitions.MetricsAddress;
import dev.upkeep.desktop.AppPaths;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Where and for whom to keep.
///
/// @param paths where everything of this profile is
/// @param profile empty for the default one
/// @param environment of the process, for references and passphrases
/// @param label who we are in the stamp
/// @param enabled false means that the schedule rests (`KEEPALIVE_ENABLED`)
/// @param desktop whether to show itself on the desktop: tray, notices
/// @param metrics where `--metrics` wants them served; empty to follow the setting
/// @param source where definitions come from
public record AgentSetup(
    AppPaths paths,
    Optional<String> profile,
    Map<String, String> environment,
    String label,
    String version,
    boolean enabled,
    boolean desktop,
    Optional<MetricsAddress> metrics,
    Source source) {

  /// A setup with the folders that this system, environment and profile have.
  ///
  /// @throws IllegalArgumentException if profile or `UPKEEP_HOME` cannot be one, with a sentence
  public static AgentSetup of(
      Map<String, String> environment,
      Optional<String> profile,
      String label,
      String version,
      boolean enabled,
      boolean desktop,
      Source source) {
    profile
        .flatMap(AppPaths::profileProblem)
        .or(() -> AppPaths.homeProblem(environment))
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
    AppPaths paths =
        AppPaths.of(System.getProperty("os.name", ""), environment, home(environment), profile);
    return new AgentSetup(
        paths, profile, environment, label, version, enabled, desktop, Optional.empty(), source);
  }

  /// The same, with metrics served where `--metrics` wants them.
  public AgentSetup serving(Optional<MetricsAddress> address) {
    return new AgentSetup(
        paths, profile, environment, label, version, enabled, desktop, address, source);
  }

  /// The user's home folder.
  static Path home(Map<String, String> environment) {
    return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", ".")));
  }

  /// Where lock and socket are.
  public Path stateFolder() {
    return paths.state();
  }

  /// Whether starting the program again, with what a process of ours passes on, brings the same
  /// keeper back. One without a desktop belongs to whoever started it.
  boolean isStandalone() {
    return desktop
        && source instanceof Source.OwnFile
        && !ChildEnvironment.losesSecrets(environment);
  }

  /// Where definitions come from.
  public sealed interface Source {
    /// `upkeep.json`, which the agent may change.
    record OwnFile() implements Source {}

    /// A file of the user's, which is only read (`--config`); secrets are references.
    record ReadOnlyFile(Path file) implements Source {}

    /// The environment's databases. Neither they nor their secrets are ever stored.
    ///
    /// @param interval for all of them
    record Given(List<Database> databases, Map<UUID, Secret> secrets, Duration interval)
        implements Source {}
  }
}
