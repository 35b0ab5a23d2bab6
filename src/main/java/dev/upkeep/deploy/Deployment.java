package dev.upkeep.deploy;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Databases, touched on a schedule by an engine that is not Upkeep's agent on this computer.
public final class Deployment {
  private final Layout layout;

  private Deployment(Layout layout) {
    this.layout = layout;
  }

  /// Plans it.
  ///
  /// @param databases at least one
  /// @param defaultInterval between touches, where a database has none of its own
  /// @throws IllegalArgumentException if there is no database, or with the first of what
  ///   [#problems] says
  public static Deployment of(
      Engine engine,
      List<DeployedDatabase> databases,
      Duration defaultInterval,
      Parameters parameters) {
    List<String> problems = problems(engine, parameters);
    if (databases.isEmpty() || !problems.isEmpty()) {
      throw new IllegalArgumentException(
          databases.isEmpty() ? "There is no database." : problems.getFirst());
    }
    return new Deployment(
        Layout.of(engine, databases, new Timetable(engine, defaultInterval), parameters));
  }

  /// Why an engine cannot do with these parameters, a sentence each.
  public static List<String> problems(Engine engine, Parameters parameters) {
    List<String> problems = new ArrayList<>(parameters.problems(engine));
    if (engine.keepsIntervals() && !DockerFiles.canHold(parameters.program(engine))) {
      problems.add("--program ends with /upkeep/bin/upkeep in an image: the package is a folder.");
    }
    return List.copyOf(problems);
  }

  /// The files, the most important one first.
  public List<GeneratedFile> files() {
    return switch (layout.engine()) {
      case CRON -> CronFiles.of(layout);
      case SYSTEMD -> SystemdFiles.of(layout);
      case GITHUB_ACTIONS -> GithubFiles.of(layout);
      case DOCKER -> DockerFiles.of(layout);
      case KUBERNETES -> KubernetesFiles.of(layout);
      case QUADLET -> QuadletFiles.of(layout);
      case GITLAB_CI -> GitlabFiles.of(layout);
      case LAUNCHD -> LaunchdFiles.of(layout);
      case TASK_SCHEDULER -> TaskSchedulerFiles.of(layout);
    };
  }

  /// What must be there before it works.
  public List<Need> needs() {
    return Needs.of(layout);
  }

  /// What a person should know that the files do not do as the definitions say, a sentence each.
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    for (DeployedDatabase kept : layout.databases()) {
      Database database = kept.database();
      layout.timetable().remark(database).ifPresent(remarks::add);
      if (layout.engine().elsewhere() && isThisComputer(database.endpoint())) {
        remarks.add(
            String.format(
                Locale.ROOT,
                "%s: %s is another computer there.",
                database.name(),
                database.endpoint().host()));
      }
    }
    return List.copyOf(remarks);
  }

  private static boolean isThisComputer(Endpoint endpoint) {
    String host = endpoint.host();
    return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("::1");
  }
}
