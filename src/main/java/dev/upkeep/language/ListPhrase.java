package dev.upkeep.language;

/// What `list`, `status`, `history` and `doctor` say about databases and the agent.
public enum ListPhrase implements Phrase {
  STATE("STATE", "ZUSTAND"),
  NAME("NAME", "NAME"),
  ENDPOINT("ENDPOINT", "ADRESSE"),
  SAFE_UNTIL("SAFE UNTIL", "SICHER BIS"),
  LAST_TOUCH("LAST TOUCH", "ZULETZT"),
  NEXT("NEXT", "NÄCHSTE"),
  EVERY("EVERY", "ALLE"),
  ALIVE("alive", "lebt"),
  FAILING("failing", "gestört"),
  DOWN("down", "ausgefallen"),
  PAUSED("paused", "pausiert"),
  UNKNOWN("unknown", "unbekannt"),
  FULL("full", "voll"),
  NOT_VERIFIED("not verified yet", "noch nicht bestätigt"),
  NO_DEADLINE("no deadline known", "keine Frist bekannt"),
  UNTIL_LEFT("{0}, {1}", "{0}, {1}"),
  PASSED("passed {0}", "verstrichen {0}"),
  LAST("{0}, {1}", "{0}, {1}"),
  NEVER("never", "nie"),
  FAILED("failed", "fehlgeschlagen"),
  SKIPPED("skipped", "ausgelassen"),
  TOUCHING("touching now", "wird berührt"),
  RESTS("schedule rests", "Zeitplan ruht"),
  NOT_PLANNED("not planned", "nicht geplant"),
  PAUSED_LASTING("paused {0}", "pausiert {0}"),
  ALSO_KEPT("Also kept by {0}, {1}.", "Auch von {0} am Leben gehalten, {1}."),
  LAST_ERROR("Last error: {0}", "Letzter Fehler: {0}"),
  REMOVED("(removed)", "(entfernt)"),
  ATTEMPT(", attempt {0}", ", Versuch {0}"),
  WRITE("write verified", "Schreiben bestätigt"),
  READ("read only, weaker evidence", "nur gelesen, schwächerer Beleg"),
  KEY_MISSING("read only, and the key is not there", "nur gelesen, und der Schlüssel fehlt"),
  PING("PING only, nothing written", "nur PING, nichts geschrieben"),
  TOOK("{0} in {1}", "{0} in {1}"),
  RUNG_TEXT("text understood", "Text verstanden"),
  RUNG_SENTINEL("Sentinel asked", "Sentinel gefragt"),
  RUNG_NAME("name resolved", "Name aufgelöst"),
  RUNG_TCP("TCP connected", "TCP verbunden"),
  RUNG_TLS("TLS established", "TLS steht"),
  RUNG_AUTHENTICATED("authenticated", "angemeldet"),
  RUNG_PING("PING answered", "PING beantwortet"),
  RUNG_WRITE("key written", "Schlüssel geschrieben"),
  RUNG_READ_BACK("key read back", "Schlüssel zurückgelesen"),
  RUNG_SERVER("server asked", "Server gefragt");

  private final String english;
  private final String german;

  ListPhrase(String english, String german) {
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
