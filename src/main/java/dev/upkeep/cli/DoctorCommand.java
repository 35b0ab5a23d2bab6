package dev.upkeep.cli;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.Snapshot;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.touch.Diagnosis;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.Touchers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// `upkeep doctor`: shows what Upkeep understood, and how far up the ladder each database lets it.
@Command(
    name = "doctor",
    description = {
      "Show the environment as understood, then visit each database step by step.",
      "At the first step that fails, say what to do. The visit is a touch like any other."
    })
final class DoctorCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Mixin private TargetOptions options;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  DoctorCommand() {}

  @Override
  public Integer call() throws Exception {
    Console console = upkeep.console();
    DoctorReport report = upkeep.json() ? new DoctorJson(console) : new DoctorText(upkeep);
    List<ExitCode> codes = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    EnvironmentTargets found = options.targets(console);
    String label = "unknown";
    try {
      label = Environment.read(console.environment()).label();
    } catch (UsageException e) {
      problems.addAll(e.problems());
    }
    problems.addAll(found.problems());
    report.environment(
        EnvironmentFacts.of(console.environment(), found), found.remarks(), problems);
    if (!problems.isEmpty()) {
      codes.add(ExitCode.USAGE);
    }
    report.agent(running());
    Diagnosis diagnosis =
        Touchers.diagnosis(
            Clock.systemUTC(),
            OnlineCheck.ofThisComputer(OnlineCheck.CONTROL_NAMES),
            Targets.hosts(found.targets()));
    for (Target target : found.targets()) {
      report.begin(target);
      Touch touch =
          diagnosis.walk(new TouchRequest(target.database(), target.secret(), label), report::step);
      report.end(target, touch);
      codes.add(ExitCode.of(touch.outcome()));
    }
    return ExitCode.mostUrgent(codes).status();
  }

  /// What the running agent says; that none runs is nothing wrong.
  private Optional<Snapshot> running() throws UsageException {
    if (upkeep.access().isEmpty()) {
      return Optional.empty();
    }
    try (AgentApi agent = upkeep.runningAgent()) {
      return Optional.of(agent.snapshot());
    } catch (NoAgentException | AgentException none) {
      return Optional.empty();
    }
  }
}
