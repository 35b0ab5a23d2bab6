package dev.upkeep.deploy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// What else can touch on a schedule.
public enum Engine {
  CRON("cron", Program.INSTALLED, "/etc/upkeep", Duration.ofMinutes(1)),
  SYSTEMD("systemd", Program.INSTALLED, "/etc/upkeep", Duration.ofMinutes(1)),
  /// GitHub's shortest interval: see [events that trigger
  /// workflows](https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule).
  GITHUB_ACTIONS("github-actions", Program.UNPACKED, "/tmp/upkeep", Duration.ofMinutes(5)),
  DOCKER("docker", Program.UNPACKED, "/etc/upkeep", Duration.ofMinutes(1)),
  KUBERNETES("kubernetes", Program.UNPACKED, "/etc/upkeep", Duration.ofMinutes(1)),
  /// Containers that systemd starts: podman's own way.
  QUADLET("quadlet", Program.UNPACKED, "/etc/upkeep", Duration.ofMinutes(1)),
  /// GitLab looks for schedules that are due every ten minutes: see [pipeline
  /// schedules](https://docs.gitlab.com/ci/pipelines/schedules/).
  GITLAB_CI("gitlab-ci", Program.UNPACKED, "/tmp/upkeep", Duration.ofMinutes(10)),
  /// Of macOS, in the session of the user, who has the keychain.
  LAUNCHD("launchd", Program.MACOS, "", Duration.ofMinutes(1)),
  /// Of Windows, in the session of the user, who has the Credential Manager.
  TASK_SCHEDULER("task-scheduler", Program.WINDOWS, "", Duration.ofMinutes(1));

  /// Where Upkeep usually is.
  private static final class Program {
    /// By a .deb or .rpm.
    static final String INSTALLED = "/usr/bin/upkeep";

    static final String MACOS = "/Applications/Upkeep.app/Contents/MacOS/upkeep-cli";
    static final String WINDOWS = "C:\\Program Files\\Upkeep\\upkeep-cli.exe";

    /// From the tar.gz, in the image that [#DOCKER] builds.
    static final String UNPACKED = "/opt/upkeep/bin/upkeep";
  }

  /// Where containers find their secrets, a file each. Not in variables: of files with variables
  /// every engine has a form of its own, and some take `$` and backslashes out of passwords.
  static final String SECRETS = "/run/secrets";

  private final String word;
  private final String program;
  private final String folder;
  private final Duration shortest;

  Engine(String word, String program, String folder, Duration shortest) {
    this.word = word;
    this.program = program;
    this.folder = folder;
    this.shortest = shortest;
  }

  /// What people call it in a command.
  public String word() {
    return word;
  }

  /// Where Upkeep is there, unless [Parameters] say otherwise.
  String program() {
    return program;
  }

  /// Where the definitions lie there, unless [Parameters] say otherwise.
  String folder() {
    return folder;
  }

  /// The shortest time between two runs that it can do.
  Duration shortest() {
    return shortest;
  }

  /// Whether it runs on another computer than the one that writes its files, or in a container,
  /// which is as good as one.
  boolean elsewhere() {
    return this != CRON && this != SYSTEMD && !asUser();
  }

  /// Whether it runs as the user who keeps the databases: then definitions and secrets stay where
  /// they are.
  boolean asUser() {
    return this == LAUNCHD || this == TASK_SCHEDULER;
  }

  /// Whether an agent runs there all the time, and keeps any interval.
  boolean keepsIntervals() {
    return this == DOCKER || this == QUADLET;
  }

  /// Where it puts a secret that is called `NAME`, as a reference.
  String reference(String variable) {
    return keepsIntervals() ? "file:" + SECRETS + "/" + variable : "env:" + variable;
  }

  public static Optional<Engine> of(String word) {
    return Arrays.stream(values()).filter(engine -> engine.word.equals(word)).findFirst();
  }
}
