package dev.upkeep.cli.deploy;

import dev.upkeep.deploy.Parameters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say what only the user of the files of `deploy` can know.
final class DeployParameters {
  @Option(
      names = "--program",
      paramLabel = "PATH",
      description =
          "Where Upkeep is on the computer that runs it, /usr/bin/upkeep, or in the container,"
              + " /opt/upkeep/bin/upkeep.")
  private @Nullable String program;

  @Option(
      names = "--folder",
      paramLabel = "PATH",
      description =
          "Where the definitions are there: /etc/upkeep, or /tmp/upkeep on a runner of GitHub.")
  private @Nullable String folder;

  @Option(
      names = "--release-url",
      paramLabel = "URL",
      description =
          "The package to fetch, a tar.gz with one folder, which holds bin/upkeep; of a release that"
              + " is upkeep-VERSION-linux-amd64.tar.gz.")
  private @Nullable String releaseUrl;

  @Option(
      names = "--release-sha256",
      paramLabel = "HEX",
      description = "The checksum of that package.")
  private @Nullable String releaseSha256;

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      description = "For kubernetes: a container image that holds Upkeep.")
  private @Nullable String image;

  Parameters values() {
    return new Parameters(
        Optional.ofNullable(program),
        Optional.ofNullable(folder),
        Optional.ofNullable(releaseUrl),
        Optional.ofNullable(releaseSha256),
        Optional.ofNullable(image));
  }
}
