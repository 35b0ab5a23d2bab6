package dev.upkeep.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An image with the agent in it, and the way to run it. The agent keeps every interval by itself.
final class DockerFiles {
  static final String DEFINITIONS = "databases.json";

  private static final String PROGRAM_IN_PACKAGE = "/bin/upkeep";

  private DockerFiles() {}

  static List<GeneratedFile> of(Layout layout) {
    List<GeneratedFile> files = new ArrayList<>();
    files.add(GeneratedFile.open("Dockerfile", dockerfile(layout)));
    files.add(GeneratedFile.open("compose.yaml", compose(layout)));
    files.add(GeneratedFile.open(DEFINITIONS, layout.definitions(layout.databases())));
    layout.certificates().files().forEach((name, pem) -> files.add(GeneratedFile.open(name, pem)));
    // The image is made of nothing in this folder, least of all of the secrets.
    files.add(GeneratedFile.open(".dockerignore", "*\n"));
    files.addAll(SecretsFile.each(layout));
    files.add(SecretsFile.addresses());
    return files;
  }

  /// The package's own folder in the image.
  static String home(String program) {
    return program.substring(0, program.length() - PROGRAM_IN_PACKAGE.length());
  }

  /// Whether a package can be put, into a folder of its own, so that its program is there.
  static boolean canHold(String program) {
    return program.endsWith("/upkeep" + PROGRAM_IN_PACKAGE);
  }

  private static String dockerfile(Layout layout) {
    return String.format(
        Locale.ROOT,
        """
        # Upkeep's agent in a container: docker compose up --detach --build

        # A tar.gz with one folder, which holds bin/upkeep, and its checksum (sha256sum).
        ARG UPKEEP_URL="%1$s"
        ARG UPKEEP_SHA256="%2$s"
        # What the image is built on. For a build that is the same for ever, give a digest: debian:12-slim@sha256:...
        ARG BASE=debian:12-slim

        FROM ${BASE} AS release
        ARG UPKEEP_URL
        ARG UPKEEP_SHA256
        RUN test -n "$UPKEEP_SHA256" || \\
            { echo "Set UPKEEP_URL and UPKEEP_SHA256 at the top of the Dockerfile." >&2; exit 2; }
        RUN apt-get update && apt-get install --yes --no-install-recommends ca-certificates curl
        WORKDIR /release
        RUN curl --fail --silent --show-error --location --retry 3 --output upkeep.tar.gz "$UPKEEP_URL" && \\
            echo "$UPKEEP_SHA256  upkeep.tar.gz" | sha256sum --check --quiet && \\
            mkdir upkeep && tar -xzf upkeep.tar.gz --strip-components=1 -C upkeep

        FROM ${BASE}
        COPY --from=release ["/release/upkeep", "%3$s"]
        # The history is in here, for the one user who runs it.
        RUN install -d -o 10001 -g 10001 -m 700 /var/lib/upkeep
        ENV UPKEEP_HOME=/var/lib/upkeep LC_ALL=C.UTF-8
        USER 10001:10001
        # Whether it is healthy is asked by compose.yaml: the OCI format of images, in which podman and buildah
        # build, has no place for a HEALTHCHECK. By hand: --health-cmd '"%4$s" status' --health-interval 5m
        ENTRYPOINT ["%4$s"]
        CMD ["agent", "--headless", "--config", "%5$s/%6$s"]
        """,
        layout.parameters().url(),
        layout.parameters().sha256(),
        home(layout.program()),
        layout.program(),
        layout.folder(),
        DEFINITIONS);
  }

  private static String compose(Layout layout) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                """
                # Upkeep's agent in a container. It keeps
                %1$s#
                #   1. Set UPKEEP_URL and UPKEEP_SHA256 at the top of the Dockerfile.
                #   2. Fill in the files in %2$s, a secret each; the end of their line is cut off. The user in the
                #      container reads them: chown 10001 %2$s/* && chmod 400 %2$s/*
                #   3. docker compose up --detach --build
                #
                # docker compose run --rm upkeep ping --config %3$s/%4$s
                # touches once and ends with the exit code of upkeep ping.
                services:
                  upkeep:
                    build: .
                    restart: unless-stopped
                    init: true
                    env_file: %5$s
                    environment:
                      UPKEEP_LABEL: docker
                    read_only: true
                    tmpfs: [/tmp]
                    cap_drop: [ALL]
                    security_opt: ['no-new-privileges:true']
                    mem_limit: 512m
                    # Healthy is an agent that answers. A database that fails is no reason to start it anew.
                    healthcheck:
                      test: [CMD, '%6$s', status]
                      interval: 5m
                      timeout: 30s
                      start_period: 1m
                    volumes:
                      - 'history:/var/lib/upkeep'
                """,
                layout.comment(layout.databases()),
                SecretsFile.FOLDER,
                layout.folder(),
                DEFINITIONS,
                SecretsFile.ADDRESSES,
                layout.program()));
    List<String> mounted = new ArrayList<>(List.of(DEFINITIONS));
    mounted.addAll(layout.certificates().files().keySet());
    mounted.forEach(name ->
        text.append(
            String.format(Locale.ROOT, "      - './%1$s:%2$s/%1$s:ro'\n", name, layout.folder())));
    List<String> secrets = layout.variables(layout.databases());
    if (!secrets.isEmpty()) {
      text.append("    secrets:\n");
      secrets.forEach(name -> text.append("      - ").append(name).append('\n'));
    }
    text.append("volumes:\n  history:\n");
    if (!secrets.isEmpty()) {
      text.append("secrets:\n");
      secrets.forEach(name ->
          text.append(
              String.format(
                  Locale.ROOT, "  %1$s:\n    file: ./%2$s/%1$s\n", name, SecretsFile.FOLDER)));
    }
    return text.toString();
  }
}
