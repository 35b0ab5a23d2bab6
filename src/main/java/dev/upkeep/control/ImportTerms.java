package dev.upkeep.control;

/// What a person has agreed to in an import.
///
/// @param trustReferences whether `env:` and `file:` references in it may be followed
/// @param trustAddresses whether settings may be taken over that make this computer ask, or listen
///   at, another address
/// @param dryRun only tell what would change
public record ImportTerms(boolean trustReferences, boolean trustAddresses, boolean dryRun) {
  /// Nothing that a file from elsewhere could misuse.
  public static final ImportTerms CAREFUL = new ImportTerms(false, false, false);
}
