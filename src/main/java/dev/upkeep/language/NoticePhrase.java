package dev.upkeep.language;

/// What alerts tell: titles, sentences, and the names of their buttons.
public enum NoticePhrase implements Phrase {
  // Titles.
  NOT_REACHED("{0} cannot be reached", "{0} ist nicht erreichbar"),
  NOT_TOUCHED("{0} cannot be touched", "{0} lässt sich nicht berühren"),
  REJECTS("{0} does not accept its credential", "{0} nimmt den Zugang nicht an"),
  LACKS_PERMISSION(
      "The credential of {0} lacks a permission", "Dem Zugang zu {0} fehlt eine Berechtigung"),
  ARCHIVED("{0} may have been archived", "{0} wurde vielleicht archiviert"),
  NO_CREDENTIAL(
      "Upkeep cannot read the credential of {0}", "Upkeep kann den Zugang zu {0} nicht lesen"),
  FULL("{0} is full", "{0} ist voll"),
  SAFE_AGAIN("{0} is safe again", "{0} ist wieder sicher"),
  ROOM_AGAIN("{0} has room again", "{0} hat wieder Platz"),
  ALIVE_AGAIN("{0} is alive again", "{0} lebt wieder"),
  TIME_RAN_OUT("The time of {0} has run out", "Die Frist von {0} ist verstrichen"),
  IN_DANGER("{0} is in danger: {1} left", "{0} ist in Gefahr: noch {1}"),
  RUNNING_OUT("{0} is running out of time", "Die Frist von {0} läuft ab"),
  STILL_MISSING("{0} still cannot be found", "{0} ist weiter nicht zu finden"),
  STILL_REJECTS("{0} still does not accept its credential", "{0} nimmt den Zugang weiter nicht an"),
  STILL_RUNNING_OUT("{0} is still running out of time", "Die Frist von {0} läuft weiter ab"),
  STILL_FULL("{0} is still full", "{0} ist noch immer voll"),
  STILL_NOT_REACHED("{0} still cannot be reached", "{0} ist weiter nicht erreichbar"),
  STILL_NOT_TOUCHED("{0} still cannot be touched", "{0} lässt sich weiter nicht berühren"),
  CONNECT("Connect this computer", "Verbinden Sie diesen Computer"),
  CONNECT_BY("Connect this computer by {0}", "Verbinden Sie diesen Computer bis {0}"),
  MANY_ARCHIVED(
      "{0} databases may have been archived", "{0} Datenbanken wurden vielleicht archiviert"),
  MANY_REJECT(
      "{0} databases do not accept their credentials",
      "{0} Datenbanken nehmen ihren Zugang nicht an"),
  MANY_NOT_REACHED("{0} databases cannot be reached", "{0} Datenbanken sind nicht erreichbar"),
  MANY_NOT_TOUCHED("{0} databases cannot be touched", "{0} Datenbanken lassen sich nicht berühren"),
  MANY_FULL("{0} databases are full", "{0} Datenbanken sind voll"),
  MANY_RUNNING_OUT(
      "{0} databases are running out of time", "Die Fristen von {0} Datenbanken laufen ab"),
  MANY_STILL_DOWN("{0} databases are still down", "{0} Datenbanken sind weiter ausgefallen"),
  MANY_STILL_NOT_TOUCHED(
      "{0} databases still cannot be touched", "{0} Datenbanken lassen sich weiter nicht berühren"),
  MANY_NO_CREDENTIALS(
      "Upkeep cannot read the credentials of {0} databases",
      "Upkeep kann die Zugänge zu {0} Datenbanken nicht lesen"),
  MANY_ALIVE("{0} databases are alive again", "{0} Datenbanken leben wieder"),
  // Bodies.
  SILENT_SINCE("{0} has not answered{1} since {2}.", "{0} hat seit {2}{1} nicht geantwortet."),
  UNTOUCHED_SINCE(
      "{0} could not be touched{1} since {2}.", "{0} ließ sich seit {2}{1} nicht berühren."),
  TWICE(" twice", " zweimal"),
  THRICE(" three times", " dreimal"),
  FOUR(" four times", " viermal"),
  FIVE(" five times", " fünfmal"),
  SIX(" six times", " sechsmal"),
  TIMES(" {0} times", " {0} mal"),
  NO_ROOM(
      "There is no room in it to write, for whoever uses it as for Upkeep. Upkeep can only read, which is weaker evidence. Make room in it, or have its provider give it more.",
      "Zum Schreiben ist kein Platz mehr darin, weder für andere noch für Upkeep. Upkeep kann nur lesen, und das ist ein schwächerer Beleg. Schaffen Sie Platz, oder lassen Sie sich vom Anbieter mehr geben."),
  WHILE_OFFLINE(
      "{0} cannot be touched while this computer is offline.",
      "{0} lässt sich nicht berühren, solange dieser Computer offline ist."),
  NOT_PROVED(
      "Nothing has proved since {0} that {1} is in use.",
      "Seit {0} hat nichts belegt, dass {1} benutzt wird."),
  SINCE_NOT_PROVED(
      "Since {0} nothing has proved that {1} is in use.",
      "Seit {0} hat nichts belegt, dass {1} benutzt wird."),
  HALF_PASSED(
      "More than half of its time has passed since {0} was last proved to be in use, on {1}.",
      "Mehr als die Hälfte der Frist ist vergangen, seit zuletzt am {1} belegt wurde, dass {0} benutzt wird."),
  MAY_TAKE_DOWN("{0} may take it down at any time.", "{0} kann sie jederzeit abschalten."),
  ANSWERS_ONLY(
      "It answers, but nothing could be written and read back; see its history.",
      "Sie antwortet, aber nichts ließ sich schreiben und zurücklesen; mehr steht in ihrem Verlauf."),
  WAS_PROVED(
      "{0} was touched and proved to be in use.",
      "{0} wurde berührt, und es ist belegt, dass sie benutzt wird."),
  WAS_FULL("{0} was full from {1} to {2}.", "{0} war von {1} bis {2} voll."),
  BEFORE_FULL("Before, {0} was full from {1} to {2}.", "Zuvor war {0} von {1} bis {2} voll."),
  REJECTED_AND_ALIVE(
      "{0} did not accept its credential from {1} to {2}; it is alive again.",
      "{0} nahm von {1} bis {2} den Zugang nicht an; sie lebt wieder."),
  BEFORE_REJECTED(
      "Before, {0} did not accept its credential from {1} to {2}.",
      "Zuvor nahm {0} von {1} bis {2} den Zugang nicht an."),
  UNREACHED_AND_ALIVE(
      "{0} could not be reached from {1} to {2}; it is alive again.",
      "{0} war von {1} bis {2} nicht erreichbar; sie lebt wieder."),
  BEFORE_UNREACHED(
      "Before, {0} could not be reached from {1} to {2}.",
      "Zuvor war {0} von {1} bis {2} nicht erreichbar."),
  SAFE("It is safe {0}.", "Sie ist {0} sicher."),
  RAN_OUT_ON("Its time ran out on {0}.", "Ihre Frist ist am {0} verstrichen."),
  ALL_SAFE("All are safe {0}.", "Alle sind {0} sicher."),
  FIRST_RAN_OUT(
      "The time of the first ran out on {0}.", "Die Frist der ersten ist am {0} verstrichen."),
  FOR_ANOTHER("for another {0}", "noch {0}"),
  LITTLE("little", "wenig"),
  ALL_AT("All of them are at {0}.", "Alle liegen bei {0}."),
  MANY_NO_ROOM(
      "Upkeep can only read, which is weaker evidence. Make room in them.",
      "Upkeep kann nur lesen, und das ist ein schwächerer Beleg. Schaffen Sie Platz darin."),
  REPORTS("{0} reports: {1}", "{0} meldet: {1}"),
  AND("{0} and {1}", "{0} und {1}"),
  AND_MORE("{0} and {1} more", "{0} und {1} weitere"),
  // What to do where Upkeep runs, for whoever reads it elsewhere.
  TODO_EDIT(
      "Where Upkeep runs: upkeep edit {0}, or edit it in the window.",
      "Wo Upkeep läuft: upkeep edit {0}, oder im Fenster bearbeiten."),
  TODO_DOCTOR(
      "Where Upkeep runs: upkeep doctor {0} says how far it gets, and so does its page in the window.",
      "Wo Upkeep läuft: upkeep doctor {0} sagt, wie weit es kommt, und ihre Seite im Fenster auch."),
  TODO_TOUCH(
      "Where Upkeep runs: upkeep touch {0}, or touch it in the window.",
      "Wo Upkeep läuft: upkeep touch {0}, oder im Fenster berühren."),
  TODO_WINDOW(
      "Where Upkeep runs, its window has a page for {0}.",
      "Wo Upkeep läuft, hat das Fenster eine Seite für {0}."),
  TODO_ALL(
      "Where Upkeep runs: upkeep status tells of each, and so does its window.",
      "Wo Upkeep läuft: upkeep status sagt es für jede, und das Fenster auch."),
  // Why, behind a name.
  BECAUSE_NAME("the name is not found", "der Name ist nicht zu finden"),
  BECAUSE_REFUSED("the connection is refused", "die Verbindung wird abgelehnt"),
  BECAUSE_SILENT("no answer", "keine Antwort"),
  BECAUSE_CLOSED("the connection breaks off", "die Verbindung bricht ab"),
  BECAUSE_TLS("no secure connection", "keine sichere Verbindung"),
  BECAUSE_REJECTED("the credential is rejected", "der Zugang wird abgelehnt"),
  BECAUSE_PERMISSION("a permission is missing", "eine Berechtigung fehlt"),
  BECAUSE_QUOTA("the quota is used up", "das Kontingent ist aufgebraucht"),
  BECAUSE_FULL("no room to write", "kein Platz zum Schreiben"),
  BECAUSE_BUSY("too busy to answer", "zu beschäftigt, um zu antworten"),
  BECAUSE_READ_ONLY("can only be read", "nur zu lesen"),
  BECAUSE_FOREIGN("the key is in use by others", "andere benutzen den Schlüssel"),
  BECAUSE_PROTOCOL("the answer is not a database's", "die Antwort ist nicht die einer Datenbank"),
  BECAUSE_SERVER("the server reports an error", "der Server meldet einen Fehler"),
  BECAUSE_SECRET("the credential cannot be had", "der Zugang ist nicht zu bekommen"),
  BECAUSE_INTERNAL("Upkeep itself failed", "ein Fehler in Upkeep selbst"),
  // Buttons.
  SHOW("Show", "Anzeigen"),
  UNLOCK("Unlock", "Entsperren"),
  TOUCH("Touch now", "Jetzt berühren"),
  SNOOZE("Snooze {0}", "{0} Ruhe"),
  // What a person asked for did not work.
  NOT_DONE("Upkeep could not do that", "Das ging nicht"),
  STILL_LOCKED(
      "Upkeep still cannot read credentials", "Upkeep kann die Zugänge weiter nicht lesen"),
  NOT_ASKED("The secret store could not be asked.", "Der Passwortspeicher ließ sich nicht fragen."),
  NO_CLIPBOARD(
      "There is no clipboard that Upkeep could use", "Es gibt keine Zwischenablage für Upkeep");

  private final String english;
  private final String german;

  NoticePhrase(String english, String german) {
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
