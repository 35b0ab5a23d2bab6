package dev.upkeep.cli;

import dev.upkeep.touch.Diagnosis;
import dev.upkeep.touch.Touch;
import java.util.List;

/// How `doctor` tells what it sees, in the order in which it sees it.
interface DoctorReport {
  /// What was read from the environment.
  ///
  /// @param problems everything that keeps a variable or a text from being used
  void environment(List<EnvironmentFacts.Fact> facts, List<String> remarks, List<String> problems);

  void begin(Target target);

  void step(Diagnosis.Step step);

  void end(Target target, Touch touch);
}
