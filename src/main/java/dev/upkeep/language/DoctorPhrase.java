package dev.upkeep.language;

/// What `doctor` says around what the touches say themselves.
public enum DoctorPhrase implements Phrase {
  ENVIRONMENT("Environment", "Umgebung"),
  SET("set", "gesetzt"),
  SET_EMPTY("set, but empty", "gesetzt, aber leer"),
  DEFAULT("{0} (default)", "{0} (Vorgabe)"),
  FROM("{0} (from {1})", "{0} (aus {1})"),
  DATABASE("database", "Datenbank"),
  ARCHIVE("archive", "Archiv"),
  AGENT("Agent", "Agent"),
  NO_AGENT("none runs", "läuft nicht"),
  SECRETS("Secrets", "Geheimnisse"),
  KEPT_IN("kept in {0}", "verwahrt {0}"),
  WHERE(
      "{0} in the keychain, {1} in the file under a passphrase",
      "{0} im Schlüsselbund, {1} in der Datei unter einer Passphrase"),
  OWED(
      "of removed databases, still to be deleted: {0}",
      "von entfernten Datenbanken, noch zu löschen: {0}"),
  ORPHANS(
      "to which no database leads: {0}. upkeep doctor --forget-orphans deletes them.",
      "zu denen keine Datenbank führt: {0}. Mit upkeep doctor --forget-orphans werden "
          + "sie gelöscht."),
  OUTLETS("Webhook and heartbeat", "Webhook und Lebenszeichen"),
  NOTE("note", "Notiz"),
  FAIL("FAIL", "FEHLER"),
  OK("ok", "ok"),
  NO("no", "nein"),
  MODE("mode {0}", "Modus {0}"),
  UNDERSTOOD("text understood", "Text verstanden"),
  DEFINED_AS("defined as {0}", "definiert als {0}"),
  CERTIFICATE("certificate of {0}{1}{2}, {3}", "Zertifikat von {0}{1}{2}, {3}"),
  PINNED(
      ", which has signed itself and is pinned by --ca-file",
      ", selbst unterschrieben und mit --ca-file festgelegt"),
  ISSUED_BY(", issued by {0}", ", ausgestellt von {0}"),
  FOR(" for {0}", " für {0}"),
  FOR_MORE(" for {0} and {1} more", " für {0} und {1} weitere"),
  DAYS_LEFT("{0} {0|day|days} left", "noch {0} {0|Tag|Tage} gültig"),
  EXPIRED("expired {0} {0|day|days} ago", "abgelaufen vor {0} {0|Tag|Tagen}"),
  ALIVE("Alive: {0}.", "Lebt: {0}."),
  LAST_TOUCHED("Last touched by {0} at {1}.", "Zuletzt besucht von {0} um {1}."),
  WHAT_TO_DO("What to do: {0}", "Was zu tun ist: {0}");

  private final String english;
  private final String german;

  DoctorPhrase(String english, String german) {
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
