package dev.upkeep.secret;

/// Why a secret could not be had or kept, as far as a person can act on it differently.
public enum Trouble {
  /// There is no such place: no keychain on this computer, no variable, no file.
  ABSENT,
  /// It would have to ask a person first. Will pass once it is unlocked.
  LOCKED,
  /// It answered, and refused us: a wrong passphrase, no permission.
  DENIED,
  /// The secret itself cannot be kept or used: too large, empty, or not text.
  UNFIT,
  /// It was given for another place than the one that asks for it now.
  ELSEWHERE,
  /// It did not answer, or not as it should.
  FAILED
}
