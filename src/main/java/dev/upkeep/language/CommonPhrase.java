package dev.upkeep.language;

/// What puts sentences together, and what is nobody's own.
public enum CommonPhrase implements Phrase {
  /// Somebody else's words, as they are.
  VERBATIM("{0}", "{0}"),
  THEN("{0} {1}", "{0} {1}"),
  /// Behind a name.
  OF("{0}: {1}", "{0}: {1}"),
  BUG_ADVICE(
      "This is a bug. Please report it with this line.",
      "Das ist ein Fehler in Upkeep. Bitte melden Sie ihn mit dieser Zeile."),
  QUOTED(" (\"{0}\")", " („{0}“)");

  private final String english;
  private final String german;

  CommonPhrase(String english, String german) {
    this.english = english;
    this.german = german;
  }

  @Override
  public String english() {
    return english;
  }

  @Override
  public String german() {
    return german;
  }
}
