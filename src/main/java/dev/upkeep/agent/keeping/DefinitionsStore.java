package dev.upkeep.agent.keeping;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.DefinitionsException;
import dev.upkeep.definitions.DefinitionsFile;
import dev.upkeep.definitions.Reading;
import dev.upkeep.language.RefusalPhrase;
import java.util.Optional;

/// The definitions in force, and the file they come from. Owned by the agent's thread.
public final class DefinitionsStore {
  private final Optional<DefinitionsFile> file;
  private Definitions definitions;
  private Runnable handEdited = () -> {};

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
    if (file.orElseThrow().isChanged()) {
      handEdited.run();
      throw Refused.of(Refused.Reason.CONFLICT, RefusalPhrase.EDITED_BY_HAND.with());
    }
    try {
      file.orElseThrow().save(changed);
    } catch (DefinitionsException e) {
      throw Refused.of(Refused.Reason.READ_ONLY, e.told());
    }
    definitions = changed;
  }

  /// What somebody has written into the file by hand; empty if nobody has.
  ///
  /// @throws DefinitionsException if it cannot be read, and must not be overwritten
  Optional<Reading> handEdit() throws DefinitionsException {
    return file.isPresent() && file.get().isChanged()
        ? Optional.of(file.get().readChange(definitions))
        : Optional.empty();
  }

  /// Takes over what [#handEdit] has read.
  void adopt(Definitions edited) {
    file.ifPresent(DefinitionsFile::accept);
    definitions = edited;
  }

  /// Has somebody told when a change is refused for an edit by hand.
  void onHandEdit(Runnable listener) {
    handEdited = listener;
  }

  /// What a change would make of the definitions.
  ///
  /// @throws Refused with every rule the change breaks, or because nothing can be changed
  Definitions checked(Keeper.DefinitionsChange change) throws Refused {
    if (file.isEmpty()) {
      throw Refused.of(Refused.Reason.READ_ONLY, RefusalPhrase.FIXED.with());
    }
    try {
      return change.apply(definitions);
    } catch (DefinitionsException e) {
      throw Refused.of(Refused.Reason.INVALID, e.told());
    }
  }
}
