package dev.upkeep.agent;

import dev.upkeep.agent.keeping.Credentials;
import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import dev.upkeep.definitions.DefinitionsException;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/// The databases of a file that is only read, each with its secret, for a program that touches once
/// and ends (`upkeep ping --config`). Takes no lock and leaves nothing behind.
public final class ConfiguredDatabases {
  private static final String ADVICE =
      "Give the secret where upkeep ping runs, or correct the reference in the file.";

  private ConfiguredDatabases() {}

  /// One database of the file.
  public sealed interface Entry {
    Database database();

    /// It can be touched.
    ///
    /// @param secret empty for a database that asks for none
    record Ready(Database database, Optional<Secret> secret) implements Entry {}

    /// Its secret cannot be had, so nobody is visited.
    record Missing(Database database, Outcome.Failed failure) implements Entry {}
  }

  /// Reads the file and follows its references.
  ///
  /// @param setup whose environment and secret store count
  /// @return in the file's order
  /// @throws SetupException with everything that is wrong with the file: one that is not whole is
  ///   refused, as `agent --config` does
  public static List<Entry> read(Path file, AgentSetup setup)
      throws SetupException, InterruptedException {
    List<Entry> entries = new ArrayList<>();
    try {
      List<Database> databases = FixedDefinitions.in(file).databases();
      Credentials credentials = new Credentials(SecretPlaces.of(setup));
      for (Database database : databases) {
        entries.add(
            switch (credentials.of(database).get()) {
              case Credentials.Credential.Ready(var secret) -> new Entry.Ready(database, secret);
              case Credentials.Credential.Missing(var failure) ->
                  new Entry.Missing(
                      database,
                      new Outcome.Failed(
                          failure.kind(), failure.message(), Sentence.verbatim(ADVICE)));
            });
      }
      return List.copyOf(entries);
    } catch (DefinitionsException e) {
      throw new SetupException(e.told());
    } catch (ExecutionException e) {
      throw new SetupException(List.of(KeychainPhrase.NO_ANSWER.with()));
    }
  }
}
