package dev.upkeep.cli.doctor;

import dev.upkeep.cli.console.AgentProblems;
import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.Environment;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Input;
import dev.upkeep.cli.console.Names;
import dev.upkeep.cli.console.NoAgentException;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.cli.ping.EnvironmentTargets;
import dev.upkeep.cli.ping.Target;
import dev.upkeep.cli.ping.TargetOptions;
import dev.upkeep.cli.ping.Targets;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.control.SecretInventory;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Subject;
import dev.upkeep.database.Database;
import dev.upkeep.language.DoctorPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.Told;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.protocol.Diagnosis;
import dev.upkeep.touch.protocol.Touchers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep doctor`: shows what Upkeep understood, and how far up the ladder each database lets it.
@Command(
    name = "doctor",
    description = {
      "Visit databases step by step, and at the first step that fails say what to do.",
      "Without a name, show the environment, the agent, the secret store, and webhook and heartbeat"
          + " as well, and visit the database that upkeep ping would. With names, the agent visits those databases with the"
          + " secrets it keeps. A visit writes the key as a touch does; history and margin stay as"
          + " they are."
    })
public final class DoctorCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "The databases to visit, among those that are defined.")
  private List<String> names = List.of();

  @Option(
      names = "--forget-orphans",
      description = "Delete stored secrets of this home to which no database leads any more.")
  private boolean forgetOrphans;

  @Option(names = "--yes", description = "Do not ask before they are deleted.")
  private boolean yes;

  @Mixin private TargetOptions options;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  DoctorCommand() {}

  @Override
  public Integer call() throws Exception {
    DoctorReport report = upkeep.json() ? new DoctorJson(upkeep.console()) : new DoctorText(upkeep);
    List<ExitCode> codes = new ArrayList<>();
    if (names.isEmpty()) {
      surroundings(report, codes);
    } else {
      options.requireNone();
      defined(report, codes);
    }
    return ExitCode.mostUrgent(codes).status();
  }

  /// The agent visits, because the secrets are its.
  private void defined(DoctorReport report, List<ExitCode> codes) throws Exception {
    try (AgentApi agent = upkeep.agent()) {
      for (DatabaseStatus status : new Names(agent.snapshot()).all(names)) {
        Database database = status.database();
        report.begin(database, DoctorPhrase.DEFINED_AS.with(database.name()));
        Touch touch = agent.diagnose(new Subject.Stored(database.id()), report::step);
        report.end(database, touch);
        codes.add(ExitCode.of(touch.outcome()));
      }
    }
  }

  private void surroundings(DoctorReport report, List<ExitCode> codes) throws UsageException {
    Console console = upkeep.console();
    List<Sentence> problems = new ArrayList<>();
    EnvironmentTargets understood = options.targets(console);
    String label = "unknown";
    try {
      label = Environment.read(console.environment()).label();
    } catch (UsageException e) {
      problems.addAll(e.told());
    }
    problems.addAll(understood.problems());
    report.environment(
        EnvironmentFacts.of(console.environment(), understood), understood.remarks(), problems);
    if (!problems.isEmpty()) {
      codes.add(ExitCode.USAGE);
    }
    agent(report, codes);
    EnvironmentTargets found = understood.settled(console);
    for (Sentence problem : found.problems()) {
      if (!understood.problems().contains(problem)) {
        console.note(problem);
        codes.add(ExitCode.USAGE);
      }
    }
    Diagnosis diagnosis =
        Touchers.diagnosis(
            Clock.systemUTC(),
            OnlineCheck.ofThisComputer(OnlineCheck.CONTROL_NAMES),
            Targets.hosts(found.targets()));
    for (Target target : found.targets()) {
      report.begin(target.database(), Sentence.verbatim(target.origin()));
      Touch touch =
          diagnosis.walk(new TouchRequest(target.database(), target.secret(), label), report::step);
      report.end(target.database(), touch);
      codes.add(ExitCode.of(touch.outcome()));
    }
  }

  /// Deletes what leads nowhere, after a yes.
  private SecretInventory forgotten(AgentApi agent) throws AgentException, UsageException {
    SecretInventory inventory = agent.secrets();
    Console console = upkeep.console();
    if (inventory.orphans() == 0) {
      return inventory;
    }
    String question = "Delete " + inventory.orphans() + " secrets to which no database leads?";
    if (!yes && !(console.terminal().interactive() && Input.confirmed(console, question))) {
      console.note("Nothing was deleted. Without a terminal, say --yes as well.");
      return inventory;
    }
    return agent.forgetOrphans();
  }

  /// That no agent runs is nothing wrong, and neither is a secret store that nobody uses.
  private void agent(DoctorReport report, List<ExitCode> codes) {
    if (!upkeep.hasAgentAccess()) {
      report.noAgent(List.of());
      return;
    }
    try (AgentApi agent = upkeep.agent()) {
      Snapshot snapshot = agent.snapshot();
      report.agent(snapshot);
      Optional<Sentence> trouble = agent.secretTrouble();
      report.secretStore(snapshot.agent().secretStore(), trouble);
      report.secrets(forgetOrphans ? forgotten(agent) : agent.secrets());
      boolean used =
          snapshot.databases().stream()
              .anyMatch(status -> status.database().secretReference().isEmpty());
      if (trouble.isPresent() && used) {
        codes.add(ExitCode.SECRET_STORE);
      }
      outlets(report, agent.outlets(), codes);
    } catch (UsageException e) {
      report.noAgent(e.told());
    } catch (NoAgentException e) {
      report.noAgent(List.of(Told.of(e)));
    } catch (AgentException e) {
      report.noAgent(AgentProblems.of(e));
    }
  }

  /// That one is not set is nothing wrong. One whose last delivery failed keeps people from being
  /// told.
  private static void outlets(
      DoctorReport report, List<IntegrationStatus> outlets, List<ExitCode> codes) {
    report.outlets(outlets);
    if (outlets.stream()
        .anyMatch(one -> one.state() == IntegrationStatus.State.SET && one.problem().isPresent())) {
      codes.add(ExitCode.TOUCH_FAILED);
    }
  }
}
