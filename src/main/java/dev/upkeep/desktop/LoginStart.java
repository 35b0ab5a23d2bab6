package dev.upkeep.desktop;

import java.io.IOException;

/// Starts Upkeep when the user logs in. What the system has is the truth, not what we once wrote: a
/// user, or an administrator, may have changed it there.
public interface LoginStart {
  /// What the system will do at the next login.
  ///
  /// @throws IOException if it cannot be told, with a sentence to show
  State state() throws IOException;

  /// Turns it on, for the program given to the constructor, or off. Does nothing that the system
  /// would undo.
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
