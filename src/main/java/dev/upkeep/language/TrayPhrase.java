package dev.upkeep.language;

/// What the tray and the notices beside it say.
public enum TrayPhrase implements Phrase {
  NO_DATABASES("No databases yet", "Noch keine Datenbanken"),
  SCHEDULE_RESTS("the schedule rests", "der Zeitplan ruht"),
  OFFLINE("this computer is offline", "dieser Computer ist offline"),
  NEXT_TOUCH("next touch {0}", "nächste Berührung {0}"),
  NEAREST_DEADLINE("Nearest deadline: {0}, {1}.", "Nächste Frist: {0}, {1}."),
  SAFE_UNTIL("safe until {0}", "sicher bis {0}"),
  DEADLINE_PASSED("deadline passed on {0}", "Frist verstrichen am {0}"),
  TOUCHING("Touching now", "Wird berührt"),
  TOUCHING_NOW("touching now", "wird berührt"),
  LAST_TOUCH("Last touch {0}: {1}", "Letzte Berührung {0}: {1}"),
  NOT_TOUCHED("Not touched yet", "Noch nicht berührt"),
  NOT_TOUCHED_YET("Not touched yet.", "Noch nicht berührt."),
  ALL_ALIVE("{0} {0|database|databases} alive", "{0} {0|Datenbank lebt|Datenbanken leben}"),
  SOME_ALIVE("{0} of {1} alive, {2}", "{0} von {1} {0|lebt|leben}, {2}"),
  COUNT("{0} {1}", "{0} {1}"),
  ALIVE("alive", "lebt"),
  FAILING("failing", "gestört"),
  DOWN("down", "ausgefallen"),
  PAUSED("paused", "pausiert"),
  UNKNOWN("not known yet", "noch unbekannt"),
  FULL("full", "voll"),
  FAILING_TIMES("failing, {0} {0|time|times}", "gestört, {0} mal"),
  ALIVE_LAST_SEEN("alive when last seen", "lebte zuletzt"),
  CANNOT_BE_TOUCHED("cannot be touched", "lässt sich nicht berühren"),
  PAUSED_LASTING("paused {0}", "pausiert {0}"),
  TOOK("{0} in {1}", "{0} in {1}"),
  WRITTEN("written and read back", "geschrieben und zurückgelesen"),
  READ("read, which is weaker evidence", "gelesen, ein schwächerer Beleg"),
  KEY_MISSING("read, and the key is not there", "gelesen, aber der Schlüssel fehlt"),
  PING("PING answered, nothing written", "PING beantwortet, nichts geschrieben"),
  // The menu.
  ADD_DATABASE("Add a database…", "Datenbank hinzufügen…"),
  OPEN("Open Upkeep…", "Upkeep öffnen…"),
  LOGIN_START("Start at login", "Bei der Anmeldung starten"),
  QUIT("Quit", "Beenden"),
  MORE("… and {0} more", "… und {0} weitere"),
  TOUCH("Touch now", "Jetzt berühren"),
  RESUME("Resume", "Fortsetzen"),
  HISTORY("History…", "Verlauf…"),
  COPY_HOST("Copy host", "Host kopieren"),
  TOUCH_ALL("Touch all now", "Alle jetzt berühren"),
  PAUSE_ALL("Pause all", "Alle pausieren"),
  RESUME_ALL("Resume all", "Alle fortsetzen"),
  PAUSE_HOURS("Pause for {0} {0|hour|hours}", "{0} {0|Stunde|Stunden} pausieren"),
  PAUSE("Pause until resumed", "Bis zum Fortsetzen pausieren"),
  // Notices of what a person asked for.
  IS_ALIVE("{0} is alive", "{0} lebt"),
  WAS_NOT_TOUCHED("{0} was not touched", "{0} wurde nicht berührt"),
  ALL_DATABASES_ALIVE("All {0} databases are alive", "Alle {0} Datenbanken leben"),
  SOME_DATABASES_ALIVE("{0} of {1} databases are alive", "{0} von {1} Datenbanken {0|lebt|leben}"),
  REMOVED_DATABASE("A removed database", "Eine entfernte Datenbank"),
  ADD_FIRST(
      "Add the first one in a terminal: upkeep add.",
      "Fügen Sie die erste in einem Terminal hinzu: upkeep add."),
  GOES_ON_IN_TRAY("Upkeep goes on in the tray", "Upkeep läuft im Infobereich weiter"),
  GOES_ON_IN_TRAY_BODY(
      "Your databases are touched as before. The icon opens the window again, and Quit in its menu ends Upkeep.",
      "Ihre Datenbanken werden weiter berührt. Das Symbol öffnet das Fenster wieder, und „Beenden“ in seinem Menü beendet Upkeep."),
  GOES_ON("Upkeep goes on in the background", "Upkeep läuft im Hintergrund weiter"),
  GOES_ON_BODY(
      "Your databases are touched as before. Start Upkeep again to open the window, and end it with “upkeep stop” in a terminal.",
      "Ihre Datenbanken werden weiter berührt. Starten Sie Upkeep erneut, um das Fenster zu öffnen, und beenden Sie es mit „upkeep stop“ in einem Terminal.");

  private final String english;
  private final String german;

  TrayPhrase(String english, String german) {
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
