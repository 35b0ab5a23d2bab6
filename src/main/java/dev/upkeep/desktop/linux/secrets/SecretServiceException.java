package dev.upkeep.desktop.linux.secrets;

/// The secret service did not do it. Never holds a secret, nor what a program said about one.
public final class SecretServiceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final SecretKeeper keeper;

  /// Tells it.
  ///
  /// @param detail for a log: the name of an error, say
  SecretServiceException(Reason reason, SecretKeeper keeper, String detail) {
    super(detail);
    this.reason = reason;
    this.keeper = keeper;
  }

  /// Why not, as far as a person can do something else about each.
  public enum Reason {
    /// No session bus, or nobody on it who keeps secrets.
    ABSENT,
    /// Somebody is there, and has nothing to put secrets into.
    NO_KEYRING,
    /// It would ask for its password.
    LOCKED,
    /// It is open, and would ask before it gives out this entry.
    ASKS,
    /// It is asking just now, and waits for its person.
    ASKING,
    /// Its person did not want to.
    DISMISSED,
    /// It refused.
    DENIED,
    /// Several entries are meant.
    SEVERAL,
    /// What is stored is no text, so we did not store it.
    FOREIGN,
    /// It took the secret and does not give it back, or removed it and still has it.
    UNDONE,
    /// No answer in time.
    SILENT,
    /// Something else.
    FAILED
  }

  public Reason reason() {
    return reason;
  }

  public SecretKeeper keeper() {
    return keeper;
  }

  /// What went wrong, for a log.
  public String detail() {
    return String.valueOf(getMessage());
  }
}
