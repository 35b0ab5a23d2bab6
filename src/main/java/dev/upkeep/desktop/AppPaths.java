package dev.upkeep.desktop;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where Upkeep keeps its files, as the system wants it: the [XDG base
/// directories](https://specifications.freedesktop.org/basedir-spec/latest/) on Linux, `~/Library`
/// on macOS, `%LOCALAPPDATA%` on Windows. Names folders; creates nothing.
///
/// @param config what the user set: `upkeep.json`
/// @param state what happened and what runs: `upkeep.db`, `agent.lock`, `agent.json`, the socket
/// @param cache what can be made again
/// @param logs `upkeep.log`
public record AppPaths(Path config, Path state, Path cache, Path logs) {
  private static final String NAME = "upkeep";

  /// The folders of a profile.
  ///
  /// @param osName as in the system property `os.name`
  /// @param environment of the process; `UPKEEP_HOME` puts everything under one folder
  /// @param home the user's home folder
  /// @param profile empty for the default one; see [#profileProblem]
  public static AppPaths of(
      String osName, Map<String, String> environment, Path home, Optional<String> profile) {
    AppPaths base = base(osName, environment, home);
    return profile.map(base::profile).orElse(base);
  }

  /// Why this cannot be a profile's name, as a sentence; empty when it can. It becomes a folder's
  /// name on every system.
  public static Optional<String> profileProblem(String name) {
    return name.matches("[a-z0-9][a-z0-9-]{0,31}")
        ? Optional.empty()
        : Optional.of("A profile has 1 to 32 lower-case letters, digits and hyphens.");
  }

  public Path definitionsFile() {
    return config.resolve("upkeep.json");
  }

  /// That an account is linked, and how.
  public Path accountFile() {
    return state.resolve("account.json");
  }

  public Path historyFile() {
    return state.resolve("upkeep.db");
  }

  /// Where secrets are under a passphrase, on a computer without a keychain.
  public Path passphraseFile() {
    return config.resolve("secrets.p12");
  }

  /// What is written down about secrets; see `SecretLedger`. Beside the definitions, because it is
  /// lost and kept with them.
  public Path secretLedger() {
    return config.resolve("secrets.list");
  }

  public Path logFile() {
    return logs.resolve("upkeep.log");
  }

  private AppPaths profile(String name) {
    return new AppPaths(
        config.resolve("profiles").resolve(name),
        state.resolve("profiles").resolve(name),
        cache,
        logs.resolve("profiles").resolve(name));
  }

  private static AppPaths base(String osName, Map<String, String> environment, Path home) {
    Optional<Path> own = folder(environment, "UPKEEP_HOME", home);
    if (own.isPresent()) {
      Path root = own.get();
      return new AppPaths(root, root, root.resolve("cache"), root.resolve("logs"));
    }
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      Path root =
          folder(environment, "LOCALAPPDATA", home)
              .orElse(home.resolve("AppData").resolve("Local"))
              .resolve("Upkeep");
      return new AppPaths(root, root, root.resolve("cache"), root.resolve("logs"));
    }
    if (os.startsWith("mac")) {
      Path library = home.resolve("Library");
      Path support = library.resolve("Application Support").resolve("Upkeep");
      return new AppPaths(
          support,
          support,
          library.resolve("Caches").resolve("Upkeep"),
          library.resolve("Logs").resolve("Upkeep"));
    }
    Path state = xdg(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state"));
    return new AppPaths(
        xdg(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
        state,
        xdg(environment, "XDG_CACHE_HOME", home.resolve(".cache")),
        state.resolve("logs"));
  }

  /// Why `UPKEEP_HOME` cannot be used, as a sentence; empty when it can. A relative one would mean
  /// another folder in each folder, or none that anybody has thought of.
  public static Optional<String> homeProblem(Map<String, String> environment) {
    String value = environment.getOrDefault("UPKEEP_HOME", "").strip();
    return value.isEmpty() || Path.of(value).isAbsolute()
        ? Optional.empty()
        : Optional.of("UPKEEP_HOME is not an absolute path.");
  }

  /// The specification says that a relative path is to be ignored.
  private static Path xdg(Map<String, String> environment, String variable, Path fallback) {
    String value = environment.getOrDefault(variable, "");
    Path base = !value.isEmpty() && Path.of(value).isAbsolute() ? Path.of(value) : fallback;
    return base.resolve(NAME);
  }

  private static Optional<Path> folder(
      Map<String, String> environment, String variable, Path home) {
    String value = environment.getOrDefault(variable, "").strip();
    return value.isEmpty() ? Optional.empty() : Optional.of(home.resolve(value));
  }
}
