package dev.upkeep.control.account;

/// What the key of a linked account may do.
public enum KeyRights {
  READ_ONLY,
  /// It may change and delete databases, too.
  FULL,
  /// The provider's answer did not tell.
  UNKNOWN,
  /// Nobody asked.
  UNTRIED
}
