package dev.upkeep.deploy;

import java.util.List;
import java.util.Locale;

/// Empty forms for secrets: `upkeep.env` in the one way of writing that a shell and systemd read
/// alike, and a file each for containers, whose engines do not agree on any.
final class SecretsFile {
  static final String NAME = "upkeep.env";

  /// Where the files for containers are, each by the name of its variable.
  static final String FOLDER = "secrets";

  /// Addresses to tell, for containers.
  static final String ADDRESSES = "upkeep.addresses.env";

  private SecretsFile() {}

  static GeneratedFile of(Layout layout) {
    return GeneratedFile.forSecrets(
        NAME,
        String.format(
            Locale.ROOT,
            """
            # Upkeep's secrets. For its owner alone: chmod 600 %s
            # Between single quotes, so that $ and " mean themselves; a value with a ' in it goes into a file of
            # its own, and "secretReference": "file:/whole/path" into the definitions.

            %s\
            # Optional. Told after a run in which every database was visited, so that somebody hears when the runs
            # stop (healthchecks.io, Uptime Kuma push, Better Stack); told of every failed touch.
            # UPKEEP_HEARTBEAT_URL=''
            # UPKEEP_WEBHOOK_URL=''
            """,
            NAME,
            layout.secrets(layout.databases(), "# %s\n%s=''\n\n")));
  }

  /// An empty file for each secret.
  static List<GeneratedFile> each(Layout layout) {
    return layout.variables(layout.databases()).stream()
        .map(name -> GeneratedFile.forSecrets(FOLDER + "/" + name, ""))
        .toList();
  }

  /// Addresses hold no blanks, quotes or dollars, so that all engines read them alike.
  static GeneratedFile addresses() {
    return GeneratedFile.forSecrets(
        ADDRESSES,
        """
        # Optional, without quotes. Told after a run in which every database was visited, so that somebody hears
        # when the runs stop (healthchecks.io, Uptime Kuma push, Better Stack); told of every failed touch.
        # UPKEEP_HEARTBEAT_URL=
        # UPKEEP_WEBHOOK_URL=
        """);
  }
}
