package dev.upkeep.secret;

import java.io.IOException;
import java.time.Duration;

/// Tells whether the keychain can answer without asking a person. java-keyring on Linux raises a
/// prompt as soon as it meets a locked keyring, so it is called only while the gate says READY.
@FunctionalInterface
public interface KeychainGate {
  /// For keychains that are open whenever their user is logged in.
  KeychainGate ALWAYS_READY = () -> State.READY;

  /// How the keychain is.
  enum State {
    READY,
    /// It would ask for a password.
    LOCKED,
    /// There is a service, but it has no keyring to put anything into.
    NO_KEYRING,
    /// Nothing on this computer offers a keychain.
    ABSENT
  }

  /// How the keychain is just now. May block; the caller limits the time.
  ///
  /// @throws IOException if it cannot be told
  State state() throws IOException;

  /// Lets the keychain ask the person for its password, and waits for the answer. Only ever because
  /// that person has just asked for it. Returns however it ended; [#state] tells. Does nothing
  /// where reading asks by itself, as on macOS, or where there is nothing to ask, as on Windows.
  ///
  /// @param patience after which the question is taken away again
  /// @throws IOException if nobody could be asked
  default void unlock(Duration patience) throws IOException {}
}
