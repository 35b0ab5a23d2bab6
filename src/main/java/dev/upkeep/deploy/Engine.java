package dev.upkeep.deploy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// What else can touch on a schedule.
public enum Engine {
  CRON("cron", "/etc/upkeep", Duration.ofMinutes(1)),
  SYSTEMD("systemd", "/etc/upkeep", Duration.ofMinutes(1)),
  /// GitHub's shortest interval: see [events that trigger
  /// workflows](https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule).
  GITHUB_ACTIONS("github-actions", "/tmp/upkeep", Duration.ofMinutes(5)),
  DOCKER("docker", "/etc/upkeep", Duration.ofMinutes(1)),
  KUBERNETES("kubernetes", "/etc/upkeep", Duration.ofMinutes(1));

  private final String word;
  private final String folder;
  private final Duration shortest;

  Engine(String word, String folder, Duration shortest) {
    this.word = word;
    this.folder = folder;
    this.shortest = shortest;
  }

  /// What people call it in a command.
  public String word() {
    return word;
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
