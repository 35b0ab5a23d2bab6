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
  KUBERNETES("kubernetes", Program.UNPACKED, "/etc/upkeep", Duration.ofMinutes(1));

  /// Where Upkeep usually is.
  private static final class Program {
    /// By a .deb or .rpm.
    static final String INSTALLED = "/usr/bin/upkeep";

    /// From the tar.gz, in the image that [#DOCKER] builds.
    static final String UNPACKED = "/opt/upkeep/bin/upkeep";
  }

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

  /// Whether it runs on another computer than the one that writes its files.
  boolean elsewhere() {
    return this != CRON && this != SYSTEMD;
  }

  public static Optional<Engine> of(String word) {
    return Arrays.stream(values()).filter(engine -> engine.word.equals(word)).findFirst();
  }
}
