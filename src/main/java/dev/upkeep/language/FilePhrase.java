package dev.upkeep.language;

/// What is wrong with a file, to be said behind its name or `it`.
public enum FilePhrase implements Phrase {
  NOT_REGULAR("is not a regular file", "ist keine gewöhnliche Datei"),
  TOO_LARGE("has more than {0} KiB", "hat mehr als {0} KiB"),
  FROM(" from {0}", " aus {0}"),
  IT(": it {0}", ": Sie {0}"),
  NOT_IN_TIME("did not answer in time", "hat nicht rechtzeitig geantwortet"),
  NOT_WAITED(
      "was not waited for, since Upkeep was stopping",
      "wurde nicht abgewartet, da Upkeep beendet wurde");

  private final String english;
  private final String german;

  FilePhrase(String english, String german) {
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
