package dev.upkeep.definitions;

/// The form in which a webhook is to be told.
public enum PostForm {
  /// The one that suits its address.
  AUTO,
  SLACK,
  DISCORD,
  JSON
}
