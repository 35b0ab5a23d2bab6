package dev.upkeep.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A workflow of GitHub Actions with a job for each run. It uses no action of anybody and needs no
/// permission: what it runs is fixed by the checksum of the package.
final class GithubFiles {
  static final String PATH = ".github/workflows/upkeep.yml";

  private GithubFiles() {}

  static List<GeneratedFile> of(Layout layout) {
    List<Run> runs = layout.runs();
    StringBuilder text = new StringBuilder(head(layout, runs));
    runs.forEach(run -> text.append(job(layout, run, runs.size() > 1)));
    return List.of(GeneratedFile.open(PATH, text.toString()));
  }

  private static String head(Layout layout, List<Run> runs) {
    return String.format(
        Locale.ROOT,
        """
        # Upkeep in GitHub Actions: touches
        %1$s#
        # Needs these secrets of the repository (gh secret set NAME):
        %2$s#   UPKEEP_HEARTBEAT_URL, UPKEEP_WEBHOOK_URL (optional: told of every good run, and of every failure)
        #
        # GitHub starts scheduled runs late, sometimes by hours, and may drop some, so at least three fit into every
        # window. In a public repository it disables schedules after 60 days without activity and says so by mail:
        # enable it again with gh workflow enable upkeep.yml. Nothing here makes commits to prevent that; a heartbeat
        # that somebody else watches tells when the runs stop.
        name: Upkeep

        on:
          schedule:
        %3$s  workflow_dispatch:

        permissions: {}

        env:
          # A tar.gz with one folder, which holds bin/upkeep, and its checksum (sha256sum).
          UPKEEP_URL: '%4$s'
          UPKEEP_SHA256: '%5$s'
          # Where it is unpacked. The definitions below name files in it, too.
          UPKEEP_FOLDER: '%6$s'
          LC_ALL: C.UTF-8

        defaults:
          run:
            shell: bash

        jobs:
        """,
        layout.comment(layout.databases()),
        layout.secrets(layout.databases(), "#   %2$s: %1$s\n"),
        runs.stream()
            .map(run -> "    - cron: '" + run.schedule().cron() + "' # UTC\n")
            .collect(Collectors.joining()),
        layout.parameters().url(),
        layout.parameters().sha256(),
        layout.folder());
  }

  private static String job(Layout layout, Run run, boolean oneOfSeveral) {
    return String.format(
        Locale.ROOT,
        """
          every-%1$s:
        %2$s    runs-on: ubuntu-24.04
            timeout-minutes: 10
            concurrency:
              group: upkeep-%1$s
              cancel-in-progress: false
            steps:
              - name: Install Upkeep
                run: |
                  if [[ ! "$UPKEEP_SHA256" =~ ^[0-9a-f]{64}$ ]]; then
                    echo "::error::Set UPKEEP_URL and UPKEEP_SHA256 at the top of this workflow."
                    exit 2
                  fi
                  mkdir -p "$UPKEEP_FOLDER"
                  cd "$UPKEEP_FOLDER"
                  curl --fail --silent --show-error --location --retry 3 --output upkeep.tar.gz "$UPKEEP_URL"
                  echo "$UPKEEP_SHA256  upkeep.tar.gz" | sha256sum --check --quiet
                  mkdir -p upkeep
                  tar -xzf upkeep.tar.gz --strip-components=1 -C upkeep
              - name: Write the definitions
                run: |
                  cd "$UPKEEP_FOLDER"
        %3$s      - name: Touch
                run: |
                  "$UPKEEP_FOLDER/upkeep/bin/upkeep" ping --config "$UPKEEP_FOLDER/%4$s"
                env:
        %5$s\
        """,
        run.word(),
        oneOfSeveral ? condition(run) : "",
        HereDocuments.of(layout, run, 10),
        run.definitions(),
        environment(layout, run).indent(10));
  }

  private static String condition(Run run) {
    return String.format(
        Locale.ROOT,
        "    if: github.event_name != 'schedule' || github.event.schedule == '%s'\n",
        run.schedule().cron());
  }

  /// A secret that the repository does not have is an empty value, which Upkeep refuses.
  private static String environment(Layout layout, Run run) {
    List<String> names = new ArrayList<>(layout.variables(run.databases()));
    names.addAll(List.of("UPKEEP_HEARTBEAT_URL", "UPKEEP_WEBHOOK_URL"));
    return names.stream()
        .map(name -> name + ": ${{ secrets." + name + " }}\n")
        .collect(Collectors.joining());
  }
}
