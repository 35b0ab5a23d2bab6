package dev.upkeep.secret;

import java.io.IOException;

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
}
