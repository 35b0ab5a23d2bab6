package dev.upkeep.agent.keeping;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.DefinitionsException;
import dev.upkeep.definitions.DefinitionsFile;
import dev.upkeep.definitions.Reading;
import java.util.List;
import java.util.Optional;

/// The definitions in force, and the file they come from. Owned by the agent's thread.
public final class DefinitionsStore {
  private final Optional<DefinitionsFile> file;
  private Definitions definitions;

  private DefinitionsStore(Definitions definitions, Optional<DefinitionsFile> file) {
    this.definitions = definitions;
    this.file = file;
  }

  /// Definitions that nobody can change (`--config`, or the environment's).
  public static DefinitionsStore readOnly(Definitions definitions) {
    return new DefinitionsStore(definitions, Optional.empty());
  }

  /// What the file holds; changes are saved there.
  ///
  /// @param notices told what had to be passed over
  /// @throws DefinitionsException if it is there and cannot be read
  public static DefinitionsStore of(DefinitionsFile file, Notices notices)
      throws DefinitionsException {
    Reading reading = file.load();
    reading.problems().forEach(notices::add);
    return new DefinitionsStore(reading.definitions(), Optional.of(file));
  }

  public Definitions definitions() {
    return definitions;
  }

  /// Whether the secret of any database rests in the secret store, rather than where a reference
  /// leads.
  public boolean keepsSecrets() {
    return definitions.databases().stream().anyMatch(d -> d.secretReference().isEmpty());
  }

  /// Makes a change and saves it, or leaves everything as it was.
  ///
  /// @throws Refused with every rule the change breaks, or because it cannot be saved
  void replace(Keeper.DefinitionsChange change) throws Refused {
    Definitions changed = checked(change);
    try {
      file.orElseThrow().save(changed);
    } catch (DefinitionsException e) {
      throw new Refused(Refused.Reason.READ_ONLY, e.problems());
    }
    definitions = changed;
  }

  /// What a change would make of the definitions.
  ///
  /// @throws Refused with every rule the change breaks, or because nothing can be changed
  Definitions checked(Keeper.DefinitionsChange change) throws Refused {
    if (file.isEmpty()) {
      throw new Refused(
          Refused.Reason.READ_ONLY,
          List.of(
              "These definitions come from a file or the environment and cannot be changed here."));
    }
    try {
      return change.apply(definitions);
    } catch (DefinitionsException e) {
      throw new Refused(Refused.Reason.INVALID, e.problems());
    }
  }
}
