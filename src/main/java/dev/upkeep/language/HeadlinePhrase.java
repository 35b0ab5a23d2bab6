package dev.upkeep.language;

/// Whether all is well, in one line.
public enum HeadlinePhrase implements Phrase {
  NO_DATABASES(
      "No databases yet. Add the first one: upkeep add.",
      "Noch keine Datenbanken. Fügen Sie die erste hinzu: upkeep add."),
  RESTS(
      "The schedule rests, since KEEPALIVE_ENABLED is false.",
      "Der Zeitplan ruht, da KEEPALIVE_ENABLED auf false steht."),
  ALL_ALIVE("{0} {0|database|databases} alive.", "{0} {0|Datenbank lebt|Datenbanken leben}."),
  SOME_ALIVE(
      "{0} of {1} {1|database|databases} alive, {2}.",
      "{0} von {1} {1|Datenbank|Datenbanken} {0|lebt|leben}, {2}."),
  ONE_PASSED("{1} deadline passed on {0}.", "{1} Frist ist am {0} verstrichen."),
  MANY_PASSED(
      "{1} deadlines passed, the first on {0}.", "{1} Fristen sind verstrichen, die erste am {0}."),
  NEAREST("Nearest deadline {0}.", "Nächste Frist {0}."),
  NEXT("Next touch {0}.", "Nächste Berührung {0}.");

  private final String english;
  private final String german;

  HeadlinePhrase(String english, String german) {
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
