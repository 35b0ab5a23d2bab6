package dev.upkeep.cli.deploy;

import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Names;
import dev.upkeep.cli.console.PemFile;
import dev.upkeep.cli.console.TextFile;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.deploy.DeployedDatabase;
import dev.upkeep.deploy.Deployment;
import dev.upkeep.deploy.Engine;
import dev.upkeep.deploy.GeneratedFile;
import dev.upkeep.deploy.Monitoring;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep deploy`: files with which something else touches the databases.
@Command(
    name = "deploy",
    description = {
      "Print files with which cron, systemd, GitHub Actions, containers and other schedulers touch the databases.",
      "They hold no secrets: they refer to variables, and say where to fill them in. Every file is complete"
          + " and says at its top what to do with it. At least three touches fit into the window of every"
          + " database, and the interval of each is kept where the calendar of the engine can say it.",
      "With --check, lists instead what it needs; exit code 2 if some of it is missing."
    })
public final class DeployCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ENGINE",
      completionCandidates = DeployCommand.Engines.class,
      description =
          "One of ${COMPLETION-CANDIDATES}; prometheus writes alerts and a dashboard over an"
              + " agent's metrics. Without one, says which there are.")
  private String engine = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "NAME",
      description = "Which databases; without names all that are not paused.")
  private List<String> names = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Write the files into this folder instead of printing them.")
  private @Nullable Path output;

  @Option(
      names = "--force",
      description =
          "With --output, replace files that are there; those that hold secrets stay as they are.")
  private boolean force;

  @Option(names = "--check", description = "Say what is needed, and what of it is missing here.")
  private boolean check;

  @Mixin private DeployParameters parameters;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  DeployCommand() {}

  @Override
  public Integer call() throws Exception {
    if (engine.equals(Monitoring.WORD)) {
      return monitoring();
    }
    Engine chosen = Engine.of(engine).orElseThrow(DeployCommand::unknownEngine);
    if (force && output == null) {
      throw new UsageException("--force goes with --output.");
    }
    if (check && output != null) {
      throw new UsageException("--check writes nothing, so it goes without --output.");
    }
    List<String> problems = Deployment.problems(chosen, parameters.values());
    if (!problems.isEmpty()) {
      throw new UsageException(problems);
    }
    Deployment deployment = planned(chosen);
    deployment.remarks().forEach(upkeep.console()::note);
    if (check) {
      return new DeployCheck(upkeep).report(deployment.needs()).status();
    }
    return give(deployment.files());
  }

  /// What is the same for all databases.
  private int monitoring() throws UsageException {
    if (!names.isEmpty() || check) {
      throw new UsageException(
          Monitoring.WORD
              + " goes without names and without --check: the metrics say what there is.");
    }
    return give(Monitoring.files());
  }

  private int give(List<GeneratedFile> given) throws UsageException {
    DeployFiles files = new DeployFiles(upkeep, given);
    if (output == null) {
      files.print();
    } else {
      files.write(output, force);
    }
    return ExitCode.OK.status();
  }

  private Deployment planned(Engine chosen) throws Exception {
    Snapshot snapshot;
    try (AgentApi agent = upkeep.agent()) {
      snapshot = agent.snapshot();
    }
    return Deployment.of(
        chosen, kept(snapshot), snapshot.agent().defaultInterval(), parameters.values());
  }

  private List<DeployedDatabase> kept(Snapshot snapshot) throws UsageException {
    List<DatabaseStatus> all = snapshot.databases();
    List<DatabaseStatus> chosen = names.isEmpty() ? awake(all) : new Names(snapshot).all(names);
    if (chosen.isEmpty()) {
      throw new UsageException(
          all.isEmpty()
              ? "No database is defined yet: upkeep add."
              : "All databases are paused; name those that are meant.");
    }
    List<DeployedDatabase> kept = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (DatabaseStatus status : chosen) {
      Optional<Path> caFile = status.database().caFile();
      Optional<String> problem = caFile.flatMap(PemFile::problem);
      problem.ifPresent(sentence -> problems.add(status.database().name() + ": " + sentence));
      kept.add(
          new DeployedDatabase(
              status.database(),
              caFile.isPresent() && problem.isEmpty()
                  ? Optional.of(new TextFile(caFile.get().toString()).read(upkeep.console()))
                  : Optional.empty()));
    }
    if (!problems.isEmpty()) {
      throw new UsageException(problems);
    }
    return kept;
  }

  private List<DatabaseStatus> awake(List<DatabaseStatus> all) {
    Instant now = upkeep.console().clock().instant();
    List<DatabaseStatus> awake = new ArrayList<>();
    for (DatabaseStatus status : all) {
      if (status.database().paused().filter(pause -> pause.holdsAt(now)).isPresent()) {
        upkeep
            .console()
            .note(
                status.database().name()
                    + ": left out, since it is paused; name it to include it.");
      } else {
        awake.add(status);
      }
    }
    return awake;
  }

  /// The words of the engines.
  static final class Engines extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Engines() {
      super(Arrays.stream(Engine.values()).map(Engine::word).toList());
      add(Monitoring.WORD);
    }
  }

  private static UsageException unknownEngine() {
    return new UsageException("ENGINE is one of " + String.join(", ", new Engines()) + ".");
  }
}
