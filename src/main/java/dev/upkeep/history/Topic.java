package dev.upkeep.history;

/// What a notice is about.
public enum Topic {
  /// So many touches in a row have failed that a person should know.
  DOWN,
  /// The password or token is rejected, or lost a right that it needs.
  CREDENTIALS,
  /// The name does not exist any more: archived or deleted is likely.
  ARCHIVED,
  /// The time that the provider grants is running out.
  MARGIN,
  /// What was told of before is well again.
  RECOVERED,
  /// What was told of before still holds.
  REMINDER,
  /// The credential cannot be had, which says nothing about the database.
  SECRET,
  /// There is no room in it to write; it answers, and is of no use to its owner.
  FULL,
  /// The certificate of the server runs out, and nobody has replaced it yet.
  CERTIFICATE,
  /// The provider's account of it, and not what touches found.
  ACCOUNT
}
