package dev.upkeep.desktop;

import java.io.IOException;

/// Starts Upkeep when the user logs in. What the system has is the truth, not what we once wrote: a
/// user, or an administrator, may have changed it there.
public interface LoginStart {
  /// What the system will do at the next login. Where the program that runs is not known (see
  /// [OwnProgram]), an entry that starts some program counts as [State#ON].
  ///
  /// @throws IOException if it cannot be told, with a sentence to show
  State state() throws IOException;

  /// Turns it on, for the program given to the constructor, or off. A person asks for it now, which
  /// outweighs what switched an entry off before; an entry that is [State#ON] already stays as it
  /// is, with whatever a person has added to it. Starts and ends nothing.
  ///
  /// @throws IOException if it could not be changed, with a sentence that says what to do
  void turn(boolean on) throws IOException;

  /// Where the entry is, for people: a file's path, or the name of a registry value.
  String place();

  /// What happens at login.
  enum State {
    ON,
    OFF,
    /// There is an entry, and the user or the desktop has switched it off in the system's own
    /// settings.
    DISABLED_BY_SYSTEM,
    /// There is an entry, and it starts another program or one that is gone.
    ELSEWHERE
  }
}
