package dev.upkeep.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Lines for crontab(5), as a user's own crontab has them.
final class CronFiles {
  private CronFiles() {}

  static List<GeneratedFile> of(Layout layout) {
    List<GeneratedFile> files = new ArrayList<>();
    files.add(GeneratedFile.open("crontab", crontab(layout)));
    for (Run run : layout.runs()) {
      files.add(GeneratedFile.open(run.definitions(), layout.definitions(run.databases())));
    }
    layout.certificates().files().forEach((name, pem) -> files.add(GeneratedFile.open(name, pem)));
    files.add(SecretsFile.of(layout));
    return files;
  }

  private static String crontab(Layout layout) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                """
                # Upkeep from cron, for the crontab of the user who may read the secrets.
                #
                #   1. Put the other files into %1$s; only %2$s is to hold secrets. Fill it in.
                #   2. { crontab -l; cat crontab; } | crontab -
                #
                # What succeeds is silent; what fails goes to standard error, which cron mails, and ends with the exit
                # code of upkeep ping. A computer that is off misses its runs: three of them fit into every window.

                # Where Upkeep is, and where these files are. These lines hold for all that follow them in a crontab.
                UPKEEP_PROGRAM="%3$s"
                UPKEEP_FOLDER="%1$s"
                SHELL=/bin/sh
                LC_ALL=C.UTF-8
                """,
                layout.folder(),
                SecretsFile.NAME,
                layout.program()));
    for (Run run : layout.runs()) {
      text.append('\n').append(layout.comment(run.databases())).append(line(run)).append('\n');
    }
    return text.toString();
  }

  /// Holds no name of a database and no percent sign, which cron would take for a line break.
  private static String line(Run run) {
    return run.schedule().cron()
        + " set -a && . \"$UPKEEP_FOLDER/"
        + SecretsFile.NAME
        + "\" && exec \"$UPKEEP_PROGRAM\" ping --config \"$UPKEEP_FOLDER/"
        + run.definitions()
        + "\" >/dev/null";
  }
}
