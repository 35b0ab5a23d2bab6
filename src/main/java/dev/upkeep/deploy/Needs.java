package dev.upkeep.deploy;

import java.util.ArrayList;
import java.util.List;

/// What an engine needs before its files can work.
final class Needs {
  private final Layout layout;
  private final List<Need> needs = new ArrayList<>();

  private Needs(Layout layout) {
    this.layout = layout;
  }

  static List<Need> of(Layout layout) {
    Needs needs = new Needs(layout);
    switch (layout.engine()) {
      case CRON -> {
        needs.program("crontab", "takes the lines");
        needs.placed();
      }
      case SYSTEMD -> {
        needs.program("systemctl", "starts the timers");
        needs.placed();
      }
      case GITHUB_ACTIONS -> needs.release();
      case GITLAB_CI -> needs.release();
      case LAUNCHD -> {
        needs.program("launchctl", "starts the runs");
        needs.upkeep();
      }
      case TASK_SCHEDULER -> {
        needs.program("schtasks", "takes the file");
        needs.upkeep();
      }
      case QUADLET -> {
        needs.program("podman", "runs the container, 4.5 or later");
        needs.image();
      }
      case DOCKER -> {
        needs.program("docker", "builds the image and runs it, with its compose plugin");
        needs.release();
      }
      case KUBERNETES -> {
        needs.program("kubectl", "takes the files");
        needs.image();
      }
    }
    if (!layout.engine().asUser()) {
      needs.secrets();
    }
    return List.copyOf(needs.needs);
  }

  private void program(String name, String purpose) {
    needs.add(new Need.Program(name, purpose));
  }

  private void parameter(String name, String purpose, boolean given) {
    needs.add(new Need.Parameter(name, purpose, given));
  }

  private void image() {
    parameter(
        "--image",
        "an image that holds Upkeep, from the Dockerfile of upkeep deploy docker",
        layout.parameters().image().isPresent());
  }

  private void upkeep() {
    needs.add(new Need.Place(layout.program(), "Upkeep itself; --program says where it is", true));
  }

  private void release() {
    Parameters parameters = layout.parameters();
    parameter(
        "--release-url",
        "the package to fetch; its address looks like " + Publisher.releasePattern(),
        parameters.releaseUrl().isPresent());
    parameter(
        "--release-sha256", "the checksum of that package", parameters.releaseSha256().isPresent());
  }

  /// What has to be on this computer, which is the one that runs it.
  private void placed() {
    upkeep();
    for (Run run : layout.runs()) {
      place(run.definitions(), "the definitions, from --output");
    }
    layout
        .certificates()
        .files()
        .keySet()
        .forEach(name -> place(name, "certificates, from --output"));
    place(SecretsFile.NAME, "the secrets, from --output and to be filled in");
  }

  private void place(String name, String purpose) {
    needs.add(new Need.Place(layout.folder() + "/" + name, purpose, false));
  }

  private void secrets() {
    String where =
        switch (layout.engine()) {
          case CRON, SYSTEMD -> ", in " + SecretsFile.NAME;
          case DOCKER -> ", in " + SecretsFile.FOLDER + "/";
          case QUADLET -> ", for podman: podman secret create ";
          case GITLAB_CI -> ", as a variable of the project";
          case GITHUB_ACTIONS -> ", as a secret of the repository: gh secret set ";
          case KUBERNETES -> ", in secret.yaml";
          // It stays in the keychain.
          case LAUNCHD, TASK_SCHEDULER -> "";
        };
    for (String variable : layout.variables(layout.databases())) {
      String command = where.endsWith("/") || where.endsWith(" ") ? variable : "";
      needs.add(
          new Need.Secret(
              variable, layout.subject(layout.databases(), variable) + where + command));
    }
  }
}
