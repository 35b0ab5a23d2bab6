package dev.upkeep.cli.console;

import dev.upkeep.database.Sentinel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// That the address is a Sentinel's, which is asked for the database.
public final class SentinelOptions {
  @Option(
      names = "--sentinel",
      paramLabel = "NAME",
      description =
          "The address is a Redis Sentinel: ask it at each touch where the database of this name"
              + " is.")
  private @Nullable String master;

  @Option(
      names = "--sentinel-user",
      paramLabel = "USER",
      description = "The Sentinel's own user, with --sentinel-secret.")
  private @Nullable String user;

  @Option(
      names = "--sentinel-secret",
      paramLabel = "REF",
      description =
          "Where to find the Sentinel's own password: env:NAME or file:/path. The database's is"
              + " never sent to it.")
  private @Nullable String secret;

  /// Whether nothing was given.
  public boolean isEmpty() {
    return master == null && user == null && secret == null;
  }

  /// What was given, if anything.
  ///
  /// @throws UsageException if it is not said which database the Sentinel is to be asked for
  public Optional<Sentinel> sentinel() throws UsageException {
    if (master == null) {
      if (user != null || secret != null) {
        throw new UsageException("--sentinel-user and --sentinel-secret go with --sentinel.");
      }
      return Optional.empty();
    }
    return Optional.of(
        new Sentinel(master, Optional.ofNullable(user), Optional.ofNullable(secret)));
  }
}
