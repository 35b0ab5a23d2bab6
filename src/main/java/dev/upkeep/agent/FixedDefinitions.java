package dev.upkeep.agent;

import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.DefinitionsException;
import dev.upkeep.definitions.DefinitionsFile;
import dev.upkeep.definitions.Reading;
import dev.upkeep.language.CliPhrase;
import dev.upkeep.language.Sentence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Definitions that nobody can change here: a file of the user's, or the environment's databases.
final class FixedDefinitions {
  private FixedDefinitions() {}

  /// What the source brings; empty where the definitions are our own.
  ///
  /// @throws SetupException if an entry of the file cannot be used
  static Optional<Definitions> of(AgentSetup.Source source)
      throws DefinitionsException, SetupException {
    return switch (source) {
      case AgentSetup.Source.OwnFile _ -> Optional.empty();
      case AgentSetup.Source.ReadOnlyFile(Path file) -> Optional.of(in(file));
      case AgentSetup.Source.Given given -> Optional.of(given(given));
    };
  }

  /// What a file holds.
  ///
  /// @throws SetupException if an entry of the file cannot be used
  static Definitions in(Path file) throws DefinitionsException, SetupException {
    Reading reading = DefinitionsFile.readOnly(file);
    requireWhole(reading, file);
    return reading.definitions();
  }

  /// On a server nobody reads the log: a database that is passed over would rest until it is
  /// archived. Our own file is another matter, since there the others must go on.
  private static void requireWhole(Reading reading, Path file) throws SetupException {
    if (!reading.problems().isEmpty()) {
      List<Sentence> problems = new ArrayList<>(reading.problems());
      problems.add(CliPhrase.CORRECT_FILE.with(file));
      throw new SetupException(problems);
    }
  }

  private static Definitions given(AgentSetup.Source.Given given) throws DefinitionsException {
    Definitions empty = Definitions.EMPTY;
    Duration interval = given.interval();
    return empty
        .with(empty.settings().with(Map.of("interval", interval.toString())))
        .put(given.databases());
  }
}
