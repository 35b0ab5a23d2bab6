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

                # Each line says everything by itself, since some crons know no variables of one's own. It was run by
                # Debian's cron and by busybox crond; with the latter it belongs into the table of the user, such as
                # /var/spool/cron/crontabs/root.
                """,
                layout.folder(),
                SecretsFile.NAME));
    for (Run run : layout.runs()) {
      text.append('\n')
          .append(layout.comment(run.databases()))
          .append(line(layout, run))
          .append('\n');
    }
    return text.toString();
  }

  /// Holds no name of a database and no percent sign, which cron would take for a line break.
  private static String line(Layout layout, Run run) {
    return String.format(
        Locale.ROOT,
        "%s set -a && LC_ALL=C.UTF-8 && . \"%s/%s\" && exec \"%s\" ping --config \"%2$s/%s\" >/dev/null",
        run.schedule().cron(),
        layout.folder(),
        SecretsFile.NAME,
        layout.program(),
        run.definitions());
  }
}
