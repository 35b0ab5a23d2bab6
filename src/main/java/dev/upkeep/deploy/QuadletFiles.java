package dev.upkeep.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A container that systemd starts through podman, as podman-systemd.unit(5) describes it: the
/// agent of the image that [DockerFiles] builds, with podman's own secrets.
final class QuadletFiles {
  private QuadletFiles() {}

  static List<GeneratedFile> of(Layout layout) {
    List<GeneratedFile> files = new ArrayList<>();
    files.add(GeneratedFile.open("upkeep.container", container(layout)));
    files.add(GeneratedFile.open(DockerFiles.DEFINITIONS, layout.definitions(layout.databases())));
    layout.certificates().files().forEach((name, pem) -> files.add(GeneratedFile.open(name, pem)));
    return files;
  }

  private static String container(Layout layout) {
    return String.format(
        Locale.ROOT,
        """
        # Upkeep's agent in a container that systemd starts (podman 4.5 or later). It keeps
        %1$s#
        #   1. Build the image below: upkeep deploy docker has the Dockerfile.
        #   2. Give podman each secret, from a file or from a pipe: podman secret create NAME FILE
        %2$s#   3. Put this file into /etc/containers/systemd, or for a user into ~/.config/containers/systemd, and the
        #      others into %3$s.
        #   4. systemctl daemon-reload && systemctl start upkeep; for a user with --user, and loginctl enable-linger
        [Unit]
        Description=Upkeep keeps databases alive
        Wants=network-online.target
        After=network-online.target

        [Container]
        Image=%4$s
        ContainerName=upkeep
        Exec=agent --headless --config %3$s/%5$s
        Environment=UPKEEP_LABEL=podman
        ReadOnly=true
        DropCapability=all
        NoNewPrivileges=true
        # The history.
        Volume=upkeep-history:/var/lib/upkeep
        %6$s%7$s\
        HealthCmd=%8$s status
        HealthInterval=5m
        HealthTimeout=30s
        HealthStartPeriod=1m

        [Service]
        Restart=always

        [Install]
        WantedBy=multi-user.target default.target
        """,
        layout.comment(layout.databases()),
        layout.secrets(layout.databases(), "#      %2$s: %1$s\n"),
        layout.folder(),
        layout.parameters().imageName(),
        DockerFiles.DEFINITIONS,
        mounted(layout),
        secrets(layout),
        layout.program());
  }

  private static String mounted(Layout layout) {
    List<String> names = new ArrayList<>(List.of(DockerFiles.DEFINITIONS));
    names.addAll(layout.certificates().files().keySet());
    return names.stream()
        .map(name ->
            String.format(Locale.ROOT, "Volume=%1$s/%2$s:%1$s/%2$s:ro\n", layout.folder(), name))
        .collect(Collectors.joining());
  }

  /// A file each, for the one user of the image.
  private static String secrets(Layout layout) {
    return layout.variables(layout.databases()).stream()
        .map(name -> "Secret=" + name + ",type=mount,uid=10001,gid=10001,mode=0400\n")
        .collect(Collectors.joining());
  }
}
