package dev.upkeep.language;

/// What a touch met, what to do about it, and what to know of it although all is well.
public enum TouchPhrase implements Phrase {
  // The name.
  NAME_LEADS_HERE(
      "The name {0} leads only to this computer itself.",
      "Der Name {0} führt nur zu diesem Computer selbst."),
  NAME_LEADS_HERE_ADVICE(
      "A filter of names, or a network that wants a login first, may answer so. Check this computer's network and its name server.",
      "So antwortet ein Filter für Namen oder ein Netz, das erst eine Anmeldung will. Prüfen Sie das Netz dieses Computers und seinen Nameserver."),
  NAME_NOT_NOW(
      "The name {0} cannot be resolved at the moment.",
      "Der Name {0} lässt sich gerade nicht auflösen."),
  NAME_NOT_IN_TIME(
      "The name {0} was not resolved within {1} s.",
      "Der Name {0} wurde nicht innerhalb von {1} s aufgelöst."),
  NAME_SERVER_ADVICE(
      "Check this computer's network and its name server.",
      "Prüfen Sie das Netz dieses Computers und seinen Nameserver."),
  NAME_UNKNOWN("The name {0} does not exist.", "Den Namen {0} gibt es nicht."),
  NAME_UNKNOWN_ADVICE(
      "Check the host for typing errors. The database may have been deleted.",
      "Prüfen Sie den Host auf Tippfehler. Vielleicht wurde die Datenbank gelöscht."),
  ARCHIVED_ADVICE(
      "Upstash may have archived or deleted this database. Look for it in the console: a backup can be restored there, under a new address.",
      "Vielleicht hat Upstash diese Datenbank archiviert oder gelöscht. Suchen Sie sie in der Konsole: Dort lässt sich eine Sicherung unter neuer Adresse wiederherstellen."),
  // The way and the connection.
  REFUSED("{0} refused the connection.", "{0} hat die Verbindung abgelehnt."),
  REFUSED_ADVICE(
      "Nothing listens there. Check the port, and that the server is running.",
      "Dort hört niemand zu. Prüfen Sie den Port, und ob der Server läuft."),
  NOT_CONNECTED(
      "No connection to {0} within {1} s.", "Keine Verbindung zu {0} innerhalb von {1} s."),
  NOT_CONNECTED_ADVICE(
      "Check host and port; a firewall may be dropping the packets.",
      "Prüfen Sie Host und Port; vielleicht verwirft eine Firewall die Pakete."),
  NO_WAY(
      "There is no way to {0} from this computer.", "Von diesem Computer führt kein Weg zu {0}."),
  NO_WAY_ADVICE(
      "Check this computer's network; a VPN may be needed.",
      "Prüfen Sie das Netz dieses Computers; vielleicht braucht es ein VPN."),
  CLOSED(
      "{0} closed the connection before it had answered.",
      "{0} hat die Verbindung beendet, bevor eine Antwort kam."),
  RESET(
      "{0} reset the connection before it had answered.",
      "{0} hat die Verbindung abgebrochen, bevor eine Antwort kam."),
  CLOSED_TLS_ADVICE(
      "If this lasts, check that host and port belong to a Redis. A proxy behaves so, too, while the database behind it is down.",
      "Hält das an, prüfen Sie, ob Host und Port zu einem Redis gehören. So verhält sich auch ein Proxy, während die Datenbank dahinter ausgefallen ist."),
  CLOSED_ADVICE(
      "If this lasts, check that host and port belong to a Redis, and whether it wants TLS (rediss://). A proxy behaves so, too, while the database behind it is down.",
      "Hält das an, prüfen Sie, ob Host und Port zu einem Redis gehören und ob er TLS verlangt (rediss://). So verhält sich auch ein Proxy, während die Datenbank dahinter ausgefallen ist."),
  SILENT("No answer from {0} in time.", "Von {0} kam rechtzeitig keine Antwort."),
  SILENT_ADVICE(
      "The server accepts connections but does not answer. If this lasts, look at the provider's status page.",
      "Der Server nimmt Verbindungen an, antwortet aber nicht. Hält das an, hilft die Statusseite des Anbieters."),
  INTERRUPTED("The touch was interrupted.", "Die Berührung wurde unterbrochen."),
  INTERRUPTED_ADVICE(
      "Upkeep was stopping; run it again.", "Upkeep wurde gerade beendet; starten Sie es erneut."),
  INTERNAL("Upkeep itself failed: {0}.", "Ein Fehler in Upkeep selbst: {0}."),
  INTERNAL_AT("{0} at {1}", "{0} in {1}"),
  // What answers is no Redis.
  REDIS_ADVICE(
      "Check that host and port belong to a Redis.",
      "Prüfen Sie, ob Host und Port zu einem Redis gehören."),
  LOGIN_PAGE_ADVICE(
      "Check that host and port belong to a Redis, and that no login page of a network is in between.",
      "Prüfen Sie, ob Host und Port zu einem Redis gehören und ob keine Anmeldeseite eines Netzes dazwischen steht."),
  REST_ADVICE(
      "Check that the address is the database's REST URL, and that no login page of a network is in between.",
      "Prüfen Sie, ob die Adresse die REST-URL der Datenbank ist und ob keine Anmeldeseite eines Netzes dazwischen steht."),
  ODD_AUTH(
      "{0} did not answer AUTH as a Redis does.", "{0} hat AUTH nicht wie ein Redis beantwortet."),
  ODD_ANSWER("{0} answered {1} with {2}.", "{0} hat {1} mit {2} beantwortet."),
  SENT("{0} sent {1}.", "{0} hat {1} gesendet."),
  SENT_UNREADABLE(
      "{0} sent a reply that cannot be read.",
      "{0} hat eine Antwort gesendet, die nicht zu lesen ist."),
  REST_UNREADABLE(
      "{0} sent an answer that cannot be read.",
      "{0} hat eine Antwort gesendet, die nicht zu lesen ist."),
  REST_ELSEWHERE("{0} redirects elsewhere (HTTP {1}).", "{0} leitet anderswohin um (HTTP {1})."),
  REST_ODD(
      "{0} answered HTTP {1} with something else than the REST API.",
      "{0} hat mit HTTP {1} und etwas anderem als der REST-API geantwortet."),
  // Answered with these; the German stands behind "mit".
  A_NUMBER("a number", "einer Zahl"),
  YES_OR_NO("yes or no", "Ja oder Nein"),
  A_LIST("a list", "einer Liste"),
  NO_TEXT("something else than text", "etwas anderem als Text"),
  NOT_OK("something else than OK", "etwas anderem als OK"),
  NOTHING("nothing", "nichts"),
  QUOTED("\"{0}\"", "„{0}“"),
  STRANGE_VALUE("a value that nobody wrote", "einem Wert, den niemand geschrieben hat"),
  // Sent these; an object.
  LARGE_VALUE("a value of {0} bytes", "einen Wert von {0} Bytes"),
  TOO_MUCH("more than {0} bytes", "mehr als {0} Bytes"),
  PUSH_IN_LIST("a push inside a list", "eine Push-Nachricht in einer Liste"),
  NO_REDIS("something else than the Redis protocol", "etwas anderes als das Redis-Protokoll"),
  LINE_IN_LINE("a line break inside a line", "einen Zeilenumbruch in einer Zeile"),
  LONG_LINE("a line of more than {0} bytes", "eine Zeile von mehr als {0} Bytes"),
  NO_LENGTH("a length that is not a number", "eine Länge, die keine Zahl ist"),
  NEGATIVE_LENGTH("a negative length", "eine negative Länge"),
  LONG_LIST("a list of {0} elements", "eine Liste von {0} Elementen"),
  DEEP_LISTS("lists nested more than {0} deep", "Listen, die mehr als {0}-fach ineinander stecken"),
  // The key and what it holds.
  OTHER_KEY_ADVICE(
      "Choose another key for Upkeep.", "Wählen Sie einen anderen Schlüssel für Upkeep."),
  KEY_HOLDS(
      "The key {0} holds {1}, which is somebody else's.",
      "Im Schlüssel {0} steht etwas, das nicht von Upkeep ist: {1}."),
  KEY_FOREIGN(
      "The key {0} holds somebody else's data, which was left as it is.",
      "Der Schlüssel {0} enthält fremde Daten, die so blieben, wie sie sind."),
  VALUE_GONE(
      "The write was acknowledged, but the value is not there.",
      "Das Schreiben wurde bestätigt, aber der Wert ist nicht da."),
  VALUE_GONE_ADVICE(
      "Something between Upkeep and the database answers in its place, or the database throws keys away. Look at it with redis-cli.",
      "Etwas zwischen Upkeep und der Datenbank antwortet an ihrer Stelle, oder die Datenbank wirft Schlüssel weg. Sehen Sie mit redis-cli nach."),
  PLAYED_BACK(
      "Twice in a row the write was acknowledged, but what is there is older than what Upkeep wrote there before.",
      "Zweimal in Folge wurde das Schreiben bestätigt, aber was dort steht, ist älter als das, was Upkeep zuvor dort geschrieben hat."),
  TOO_OLD(
      "The value that was read is older than it can live in the database.",
      "Der gelesene Wert ist älter, als er in der Datenbank leben kann."),
  PLAYED_BACK_ADVICE(
      "Something between Upkeep and the database may answer in its place, or the database keeps nothing. Look at it with redis-cli.",
      "Vielleicht antwortet etwas zwischen Upkeep und der Datenbank an ihrer Stelle, oder die Datenbank behält nichts. Sehen Sie mit redis-cli nach."),
  // Remarks.
  ONLY_READ(
      "The credential may only read, so the key was read instead.",
      "Der Zugang darf nur lesen, daher wurde der Schlüssel nur gelesen."),
  NO_ROOM(
      "There is no room to write, so the key was read instead.",
      "Zum Schreiben ist kein Platz, daher wurde der Schlüssel nur gelesen."),
  REPLICA(
      "This is a read-only replica, so the key was read instead.",
      "Das ist eine Kopie, von der nur gelesen werden kann, daher wurde der Schlüssel nur gelesen."),
  STALE(
      "The write was acknowledged, but the read-back is stale.",
      "Das Schreiben wurde bestätigt, aber das Zurückgelesene ist veraltet."),
  HERE("This name leads to this computer itself.", "Dieser Name führt zu diesem Computer selbst."),
  NO_PING(
      "The credential may not use PING; the key answered.",
      "Der Zugang darf PING nicht benutzen; der Schlüssel hat geantwortet."),
  NO_USERS(
      "This server knows no users, so the password was sent without one.",
      "Dieser Server kennt keine Benutzer, daher wurde das Passwort ohne einen gesendet."),
  NO_PASSWORD(
      "This server asks for no password, though one is given.",
      "Dieser Server verlangt kein Passwort, obwohl eines angegeben ist."),
  OPEN_KEY(
      "Others on this computer may read the private key {0}.",
      "Andere auf diesem Computer können den privaten Schlüssel {0} lesen."),
  // What a diagnosis saw on its way.
  NO_PASSWORD_ASKED("no password is asked for", "kein Passwort wird verlangt"),
  AS_USER("user {0}", "Benutzer {0}"),
  FIRST_REQUEST("with the first request", "mit der ersten Anfrage"),
  ADDRESSES("{0} {0|address|addresses}", "{0} {0|Adresse|Adressen}"),
  UNDER_KEY(
      "under {0}, which this node of the cluster owns",
      "unter {0}, das diesem Knoten des Clusters gehört"),
  // Why nobody was visited.
  NOT_VISITED("{0} {1} was not visited.", "{0} {1} wurde nicht besucht."),
  NO_NETWORK(
      "This computer is not connected to any network.",
      "Dieser Computer ist mit keinem Netz verbunden."),
  NO_INTERNET(
      "This computer's network has no way to the internet.",
      "Das Netz dieses Computers hat keinen Weg ins Internet."),
  NO_NAMES(
      "No name can be resolved, not even {0}.", "Kein Name lässt sich auflösen, nicht einmal {0}."),
  NO_WITNESS(
      "There is no name to test the network with.",
      "Es gibt keinen Namen, mit dem sich das Netz prüfen ließe."),
  RESOLVER_NOT_YET(
      "The name server has not answered yet.", "Der Nameserver hat noch nicht geantwortet."),
  RESOLVER_SILENT(
      "The internet is reachable, but the name server does not answer.",
      "Das Internet ist erreichbar, aber der Nameserver antwortet nicht."),
  NOBODY_ANSWERS(
      "Neither the name server nor the internet answers.",
      "Weder der Nameserver noch das Internet antwortet.");

  private final String english;
  private final String german;

  TouchPhrase(String english, String german) {
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
