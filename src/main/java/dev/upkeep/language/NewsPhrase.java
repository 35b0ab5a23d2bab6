package dev.upkeep.language;

/// What is said of newer versions of Upkeep.
public enum NewsPhrase implements Phrase {
  NEWER(
      "Upkeep {0} is there; this is {1}. Nothing is downloaded by itself: {2}",
      "Upkeep {0} ist da; dies ist {1}. Von selbst wird nichts heruntergeladen: {2}"),
  TITLE("Upkeep {0} is there", "Upkeep {0} ist da"),
  BODY(
      "This is {0}. Nothing is downloaded by itself: {1}",
      "Dies ist {0}. Von selbst wird nichts heruntergeladen: {1}"),
  NO_PLACE(
      "Nobody is asked for new versions: this build does not say where its releases are.",
      "Niemand wird nach neuen Versionen gefragt: Dieser Build sagt nicht, wo seine Veröffentlichungen"
          + " sind.");

  private final String english;
  private final String german;

  NewsPhrase(String english, String german) {
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
