package dev.upkeep.language;

/// What the command line says beside its tables.
public enum CliPhrase implements Phrase {
  BUG(
      "Upkeep itself failed: {0}. This is a bug. Please report it with what upkeep -v prints.",
      "Upkeep selbst hat versagt: {0}. Das ist ein Fehler in Upkeep. Bitte melden Sie "
          + "ihn mit dem, was upkeep -v ausgibt."),
  NOTHING_STORED(
      "Nothing was stored. --anyway stores it untested.",
      "Es wurde nichts gespeichert. Mit --anyway wird ungeprüft gespeichert."),
  CORRECT_FILE(
      "Correct {0}; it is only read, and nothing was begun.",
      "Berichtigen Sie {0}; die Datei wird nur gelesen, und nichts wurde begonnen."),
  // What became of a database that was added.
  ADDED("Added {0} ({1}). {2}", "{0} ist hinzugefügt ({1}). {2}"),
  NOT_TESTED("It was not tested.", "Geprüft wurde nicht."),
  WRITTEN("Written and read back in {0}.", "Geschrieben und zurückgelesen in {0}."),
  TOUCHED("Touched ({0}) in {1}.", "Besucht ({0}) in {1}."),
  TEST_FAILED("The test failed: {0}", "Die Prüfung ist fehlgeschlagen: {0}"),
  NOT_TESTED_SINCE("It was not tested: {0}", "Geprüft wurde nicht: {0}"),
  SAFE_UNTIL("Safe until {0}.", "Sicher bis {0}."),
  NO_WINDOW(
      "How long it may rest is not known; say so with --window.",
      "Wie lange sie ruhen darf, ist nicht bekannt; sagen Sie es mit --window."),
  TWIN("{0} is kept already, as {1}.", "{0} wird schon am Leben gehalten, als {1}."),
  SEVERAL_FOR_ONE_NAME(
      "The text holds {0} databases, and a name fits only one. Leave it out, or give "
          + "one at a time.",
      "Der Text enthält {0} Datenbanken, und ein Name passt nur zu einer. Lassen Sie "
          + "ihn weg, oder geben Sie eine nach der anderen an."),
  CHANGED("Changed {0}.", "{0} ist geändert."),
  REMOVED("Removed {0}.", "{0} ist entfernt."),
  NOTHING_REMOVED("Nothing was removed.", "Es wurde nichts entfernt."),
  SECRET_DROPPED(
      "A secret that was stored for it has been dropped, since it was meant for "
          + "another address or CA file. Give it again with upkeep edit NAME --secret.",
      "Ein Geheimnis, das dafür gespeichert war, ist verworfen, da es für eine andere "
          + "Adresse oder Zertifizierungsstelle bestimmt war. Geben Sie es noch einmal an: "
          + "upkeep edit NAME --secret."),
  // The agent.
  AGENT(
      "Agent {0}, pid {1}, running since {2} ({3}){4}. Secrets are kept in {5}.",
      "Agent {0}, Prozess {1}, läuft seit {2} ({3}){4}. Geheimnisse liegen {5}."),
  PROFILE(", profile {0}", ", Profil {0}"),
  NO_LOGIN_START(
      "Start at login is not offered here.",
      "Ein Start bei der Anmeldung wird hier nicht angeboten."),
  STARTS("Upkeep starts at login: {0}", "Upkeep startet bei der Anmeldung: {0}"),
  STARTS_NOT(
      "Upkeep does not start at login. upkeep login-start on writes {0}",
      "Upkeep startet bei der Anmeldung nicht. Mit upkeep login-start on wird geschrieben: {0}"),
  SWITCHED_OFF(
      "Upkeep does not start at login: the system has switched it off. upkeep "
          + "login-start on turns it on again: {0}",
      "Upkeep startet bei der Anmeldung nicht: Das System hat es abgeschaltet. Mit "
          + "upkeep login-start on geht es wieder an: {0}"),
  STARTS_OTHER(
      "What starts at login is another program, or one that is gone. upkeep "
          + "login-start on mends it: {0}",
      "Bei der Anmeldung startet ein anderes Programm oder eines, das es nicht mehr "
          + "gibt. Mit upkeep login-start on wird es berichtigt: {0}");

  private final String english;
  private final String german;

  CliPhrase(String english, String german) {
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
