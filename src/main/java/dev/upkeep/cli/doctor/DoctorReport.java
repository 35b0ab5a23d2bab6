package dev.upkeep.cli.doctor;

import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.control.SecretInventory;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Database;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.protocol.Diagnosis;
import java.util.List;
import java.util.Optional;

/// How `doctor` tells what it sees, in the order in which it sees it.
interface DoctorReport {
  /// What was read from the environment.
  ///
  /// @param problems everything that keeps a variable or a text from being used
  void environment(
      List<EnvironmentFacts.Fact> facts, List<Sentence> remarks, List<Sentence> problems);

  /// The agent, running or inside this command, and how its databases are doing.
  void agent(Snapshot snapshot);

  /// There is no agent to ask, not even inside this command.
  ///
  /// @param problems why, a sentence each
  void noAgent(List<Sentence> problems);

  /// Where secrets are kept.
  ///
  /// @param store in words that complete "Secrets are kept in …"
  /// @param trouble what keeps it from answering now, as a sentence
  void secretStore(Sentence store, Optional<Sentence> trouble);

  /// How many secrets are where, and whether some lead nowhere.
  void secrets(SecretInventory inventory);

  /// How webhook and heartbeat are set, and whether their last delivery failed.
  void outlets(List<IntegrationStatus> outlets);

  /// A visit begins.
  ///
  /// @param origin how we know of the database
  void begin(Database database, Sentence origin);

  /// A rung of the visit, as soon as it is reached or not.
  void step(Diagnosis.Step step);

  /// A visit has ended.
  void end(Database database, Touch touch);
}
