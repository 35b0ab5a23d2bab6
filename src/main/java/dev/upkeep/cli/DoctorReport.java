package dev.upkeep.cli;

import dev.upkeep.control.Snapshot;
import dev.upkeep.touch.Diagnosis;
import dev.upkeep.touch.Touch;
import java.util.List;
import java.util.Optional;

/// How `doctor` tells what it sees, in the order in which it sees it.
interface DoctorReport {
  /// What was read from the environment.
  ///
  /// @param problems everything that keeps a variable or a text from being used
  void environment(List<EnvironmentFacts.Fact> facts, List<String> remarks, List<String> problems);

  /// The running agent, and how its databases are doing.
  ///
  /// @param snapshot empty when none runs, or none answers
  void agent(Optional<Snapshot> snapshot);

  void begin(Target target);

  void step(Diagnosis.Step step);

  void end(Target target, Touch touch);
}
