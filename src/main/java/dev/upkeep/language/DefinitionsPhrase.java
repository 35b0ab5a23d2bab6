package dev.upkeep.language;

/// What became of reading and writing the file of the definitions.
public enum DefinitionsPhrase implements Phrase {
  NO_FILE("There is no file {0}.", "Es gibt keine Datei {0}."),
  NOT_READ("{0} cannot be read: {1}.", "{0} lässt sich nicht lesen: {1}."),
  NO_DEFINITIONS("{0} holds no definitions: {1}.", "{0} enthält keine Definitionen: {1}."),
  NO_EXPORT("This is no export of Upkeep: {0}.", "Das ist kein Export von Upkeep: {0}."),
  MISSING("{0} is missing.", "{0} fehlt."),
  DAMAGED("{0} is damaged: {1}.", "{0} ist beschädigt: {1}."),
  NOT_SAVED(
      "The change could not be saved to {0}: {1}. Everything is as it was.",
      "Die Änderung ließ sich nicht in {0} speichern: {1}. Alles ist, wie es war."),
  REMOVED("{0} was removed; it was written again.", "{0} wurde entfernt und neu geschrieben."),
  CHANGED_UNREADABLE(
      "{0} was changed and cannot be read: {1}. What there was before goes on.",
      "{0} wurde geändert und ist nicht zu lesen: {1}. Es gilt weiter, was vorher da war."),
  COPY_USED(
      "{0} The last good copy is used; please check it.",
      "{0} Die letzte gute Kopie wird benutzt; bitte prüfen Sie sie."),
  NO_COPY(
      "{0} There is no copy of it, so Upkeep starts empty.",
      "{0} Es gibt keine Kopie davon, daher beginnt Upkeep leer."),
  COPY_DAMAGED(
      "{0} Its copy is damaged too, so Upkeep starts empty.",
      "{0} Auch die Kopie ist beschädigt, daher beginnt Upkeep leer."),
  SET_ASIDE("The damaged file is now {0}.", "Die beschädigte Datei heißt jetzt {0}."),
  NOT_SET_ASIDE(
      "The damaged file could not be moved away: {0}.",
      "Die beschädigte Datei ließ sich nicht wegschieben: {0}."),
  TOO_MANY(
      "These are more databases than a file can hold: {0}.",
      "Das sind mehr Datenbanken, als eine Datei fasst: {0}."),
  NOT_READ_NOR_CHANGED(
      "{0} cannot be read: {1}. Nothing was changed.",
      "{0} lässt sich nicht lesen: {1}. Es wurde nichts geändert."),
  NEWER(
      "A newer version of Upkeep wrote this file (format {0}; this version knows {1}). "
          + "Update Upkeep; the file stays as it is.",
      "Eine neuere Version von Upkeep hat diese Datei geschrieben (Format {0}; diese "
          + "Version kennt {1}). Aktualisieren Sie Upkeep; die Datei bleibt, wie sie ist."),
  NO_TEXT("it is not a text", "sie ist kein Text"),
  NO_ACCESS("access denied", "kein Zugriff"),
  ENTRY("Database {0}: {1}", "Datenbank {0}: {1}"),
  NAMED_ENTRY("Database {0}, \"{1}\": {2}", "Datenbank {0}, „{1}“: {2}"),
  FILE("The file: {0}", "Die Datei: {0}"),
  SETTINGS("Settings: {0}", "Einstellungen: {0}"),
  NO_OBJECT(
      "An entry is an object in braces.", "Ein Eintrag ist ein Objekt in geschweiften Klammern."),
  SECRET_WITHIN(
      "A password or token does not belong into this file. It is not used, and will be "
          + "gone when the file is written next; give it with upkeep edit, or say where it "
          + "is with \"secretReference\": \"env:NAME\" or \"file:/path\".",
      "Ein Passwort oder Token gehört nicht in diese Datei. Es wird nicht benutzt und "
          + "ist fort, sobald die Datei das nächste Mal geschrieben wird; geben Sie es mit "
          + "upkeep edit an, oder sagen Sie mit \"secretReference\": \"env:NAME\" oder "
          + "\"file:/path\", wo es ist."),
  DEFAULT_COUNTS("{0} Until then the default counts.", "{0} Bis dahin gilt der Vorgabewert.");

  private final String english;
  private final String german;

  DefinitionsPhrase(String english, String german) {
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
