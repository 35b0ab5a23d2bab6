package dev.upkeep.language;

/// A month on one page.
public enum ReportPhrase implements Phrase {
  TITLE("Databases in {0}", "Datenbanken im {0}"),
  MADE(
      "Made on {0} by Upkeep. {1} {1|database|databases}; days are UTC.",
      "Am {0} von Upkeep erstellt. {1} {1|Datenbank|Datenbanken}; Tage sind UTC."),
  TOUCHES("Touches", "Kontakte"),
  TOUCHES_OF(
      "{0}: {1} alive, {2} failed, {3} skipped",
      "{0}: {1} lebend, {2} fehlgeschlagen, {3} ausgelassen"),
  EVIDENCE("Evidence", "Nachweis"),
  WRITTEN("write verified", "geschrieben und zurückgelesen"),
  READ("read", "gelesen"),
  KEY_MISSING("key missing", "Schlüssel fehlte"),
  PINGED("ping", "Ping"),
  WATCHED("Watched", "Beobachtet"),
  UP("Up while watched", "Erreichbar, solange beobachtet"),
  NOTHING("nothing", "nichts"),
  SLOWEST("Slowest answer", "Langsamste Antwort"),
  SAFE_UNTIL("Safe until", "Sicher bis"),
  CERTIFICATE("Certificate until", "Zertifikat bis"),
  OTHERS("Also kept by", "Auch wach gehalten von"),
  NOBODY("nobody that was seen", "niemandem, der zu sehen war"),
  STATE("State, says Upstash", "Zustand laut Upstash"),
  COUNTED("Touches counted by Upstash", "Kontakte von Upstash gezählt"),
  COUNTED_YES("yes", "ja"),
  COUNTED_NO("no; its figures may be late", "nein; die Zahlen können verspätet sein"),
  COUNTED_OTHERS(
      "cannot be told, since others use it too", "nicht zu sagen, da auch andere sie benutzen"),
  COUNTED_UNKNOWN("cannot be told yet", "noch nicht zu sagen"),
  COMMANDS("Commands of the month", "Befehle des Monats"),
  OF("{0} of {1}", "{0} von {1}"),
  STRIP("Days of the month", "Tage des Monats"),
  LEGEND(
      "Each bar is a day: green while it was up, red while it was down, grey while nobody watched. What nobody watched counts as neither.",
      "Jeder Balken ist ein Tag: grün erreichbar, rot nicht erreichbar, grau unbeobachtet. Was niemand beobachtet hat, zählt weder als das eine noch als das andere.");

  private final String english;
  private final String german;

  ReportPhrase(String english, String german) {
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
