package dev.upkeep.deploy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A pipeline of GitLab with a job for each run. When it runs is said in the project, since the
/// file itself cannot.
final class GitlabFiles {
  static final String PATH = ".gitlab-ci.yml";

  private GitlabFiles() {}

  static List<GeneratedFile> of(Layout layout) {
    StringBuilder text = new StringBuilder(head(layout));
    layout.runs().forEach(run -> text.append(job(layout, run)));
    return List.of(GeneratedFile.open(PATH, text.toString()));
  }

  private static String head(Layout layout) {
    return String.format(
        Locale.ROOT,
        """
        # Upkeep in GitLab CI: touches
        %1$s#
        #   1. Settings, CI/CD, Variables: these, each masked, protected and NOT expanded (a $ in a password is no
        #      variable); optional are UPKEEP_HEARTBEAT_URL and UPKEEP_WEBHOOK_URL.
        %2$s#   2. Build, Pipeline schedules: one for each job, with these times and this variable.
        %3$s#   3. Set UPKEEP_URL and UPKEEP_SHA256 below.
        #
        # GitLab.com runs a schedule at most 24 times a day, and one whose owner leaves the project ends; a heartbeat that
        # somebody else watches tells when the runs stop.
        variables:
          # A tar.gz with one folder, which holds bin/upkeep, and its checksum (sha256sum).
          UPKEEP_URL: '%4$s'
          UPKEEP_SHA256: '%5$s'
          # Where it is unpacked. The definitions below name files in it, too.
          UPKEEP_FOLDER: '%6$s'
          UPKEEP_LABEL: gitlab-ci
          GIT_STRATEGY: none
          LC_ALL: C.UTF-8

        """,
        layout.comment(layout.databases()),
        layout.secrets(layout.databases(), "#      %2$s: %1$s\n"),
        layout.runs().stream()
            .map(run ->
                "#      " + run.schedule().cron() + " with UPKEEP_RUN = " + run.word() + "\n")
            .collect(Collectors.joining()),
        layout.parameters().url(),
        layout.parameters().sha256(),
        layout.folder());
  }

  private static String job(Layout layout, Run run) {
    return String.format(
        Locale.ROOT,
        """
        every-%1$s:
          image: debian:12-slim
          timeout: 10 minutes
          resource_group: upkeep-%1$s
          rules:
            - if: $UPKEEP_RUN == "%1$s" && ($CI_PIPELINE_SOURCE == "schedule" || $CI_PIPELINE_SOURCE == "web")
          script:
            - |
              if ! printf '%%s' "$UPKEEP_SHA256" | grep -Eq '^[0-9a-f]{64}$'; then
                echo "Set UPKEEP_URL and UPKEEP_SHA256 at the top of this file." >&2
                exit 2
              fi
              if ! command -v curl >/dev/null; then
                apt-get update -qq && apt-get install -qq --no-install-recommends ca-certificates curl >/dev/null
              fi
              mkdir -p "$UPKEEP_FOLDER" && cd "$UPKEEP_FOLDER"
              curl --fail --silent --show-error --location --retry 3 --output upkeep.tar.gz "$UPKEEP_URL"
              echo "$UPKEEP_SHA256  upkeep.tar.gz" | sha256sum --check --quiet
              mkdir -p upkeep && tar -xzf upkeep.tar.gz --strip-components=1 -C upkeep
            - |
              cd "$UPKEEP_FOLDER"
        %2$s\
            - |
              "$UPKEEP_FOLDER/upkeep/bin/upkeep" ping --config "$UPKEEP_FOLDER/%3$s"
        """,
        run.word(),
        HereDocuments.of(layout, run, 6),
        run.definitions());
  }
}
