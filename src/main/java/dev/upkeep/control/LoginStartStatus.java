package dev.upkeep.control;

import dev.upkeep.language.Sentence;
import java.util.Optional;

/// What the system does with Upkeep at the next login, as the system has it.
///
/// @param place where the entry is or would be, for people; empty where there is none to be
/// @param problem why it is not offered here, as a sentence; empty unless [State#UNAVAILABLE]
public record LoginStartStatus(State state, Optional<String> place, Optional<Sentence> problem) {
  /// What happens at login.
  public enum State {
    ON,
    OFF,
    /// There is an entry, and the user or the desktop has switched it off in the system's own
    /// settings.
    DISABLED_BY_SYSTEM,
    /// There is an entry, and it starts another program or one that is gone.
    ELSEWHERE,
    /// It is not offered here.
    UNAVAILABLE
  }
}
