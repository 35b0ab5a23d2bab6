package dev.upkeep.deploy;

import java.util.Locale;

/// `upkeep.env`: an empty form for secrets, in the one way of writing that a shell, systemd and
/// Docker Compose read alike.
final class SecretsFile {
  static final String NAME = "upkeep.env";

  private SecretsFile() {}

  static GeneratedFile of(Layout layout) {
    return GeneratedFile.forSecrets(
        NAME,
        String.format(
            Locale.ROOT,
            """
            # Upkeep's secrets. For its owner alone: chmod 600 %s
            # Between single quotes, so that $ and " mean themselves; a value with a ' in it goes into a file of
            # its own, and "secret": "file:/whole/path" into the definitions.

            %s\
            # Optional. Told after a run in which every database was visited, so that somebody hears when the runs
            # stop (healthchecks.io, Uptime Kuma push, Better Stack); told of every failed touch.
            # UPKEEP_HEARTBEAT_URL=''
            # UPKEEP_WEBHOOK_URL=''
            """,
            NAME,
            layout.secrets(layout.databases(), "# %s\n%s=''\n\n")));
  }
}
