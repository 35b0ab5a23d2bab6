package dev.upkeep.language;

/// What a server's error reply means, and what to do about it. The reply itself stands behind it,
/// in its own words.
public enum ServerPhrase implements Phrase {
  SAID("{0} (\"{1}\").", "{0} („{1}“)."),
  UNKNOWN_COMMAND(
      "The server does not know a command that Upkeep needs",
      "Der Server kennt einen Befehl nicht, den Upkeep braucht"),
  UNKNOWN_COMMAND_ADVICE(
      "It may have been renamed or turned off in the server's configuration.",
      "Vielleicht wurde er in der Konfiguration des Servers umbenannt oder abgeschaltet."),
  PASSWORD_REJECTED("The password was rejected", "Das Passwort wurde abgelehnt"),
  TOKEN_REJECTED("The token was rejected", "Das Token wurde abgelehnt"),
  NEW_PASSWORD_ADVICE(
      "Copy the connection text again; the password may have been reset, or belong to another user.",
      "Kopieren Sie den Verbindungstext neu; vielleicht wurde das Passwort geändert oder gehört einem anderen Benutzer."),
  NEW_UPSTASH_PASSWORD_ADVICE(
      "Copy the connection text from the console again; the password may have been reset. A read-only token needs the user default_ro.",
      "Kopieren Sie den Verbindungstext neu aus der Konsole; vielleicht wurde das Passwort geändert. Ein Token, das nur lesen darf, braucht den Benutzer default_ro."),
  PASSWORD_NEEDED("A password is needed", "Ein Passwort wird verlangt"),
  PASSWORD_NEEDED_ADVICE(
      "Copy the connection text with its password.",
      "Kopieren Sie den Verbindungstext mit dem Passwort."),
  CONSOLE_PASSWORD_ADVICE(
      "Copy the connection text with its password from the console.",
      "Kopieren Sie den Verbindungstext mit dem Passwort aus der Konsole."),
  NO_PASSWORD_THERE(
      "This server has no password, but one was given",
      "Dieser Server hat kein Passwort, aber es wurde eines angegeben"),
  NO_PASSWORD_THERE_ADVICE(
      "Remove the password from the connection text.",
      "Entfernen Sie das Passwort aus dem Verbindungstext."),
  REJECTED_OR_UNREACHED(
      "The password was rejected, or the database could not be reached by its provider",
      "Das Passwort wurde abgelehnt, oder der Anbieter erreicht die Datenbank selbst nicht"),
  NO_PERMISSION(
      "This credential may not use the key", "Dieser Zugang darf den Schlüssel nicht benutzen"),
  NO_PERMISSION_ADVICE(
      "Allow it to read and write the key, or choose a key that it may use.",
      "Erlauben Sie ihm, den Schlüssel zu lesen und zu schreiben, oder wählen Sie einen, den er benutzen darf."),
  MONTH_USED_UP(
      "The monthly number of commands is used up",
      "Die Zahl der Befehle für diesen Monat ist aufgebraucht"),
  MONTH_USED_UP_ADVICE(
      "The database answers again when the month is over, or after an upgrade.",
      "Die Datenbank antwortet wieder, wenn der Monat vorbei ist, oder mit einem größeren Tarif."),
  DAY_USED_UP(
      "The daily number of commands is used up",
      "Die Zahl der Befehle für diesen Tag ist aufgebraucht"),
  DAY_USED_UP_ADVICE(
      "The database answers again tomorrow, or after an upgrade.",
      "Die Datenbank antwortet morgen wieder, oder mit einem größeren Tarif."),
  FULL("The database is full", "Die Datenbank ist voll"),
  MEMORY_FULL("The server's memory is full", "Der Speicher des Servers ist voll"),
  FULL_ADVICE(
      "Delete some data, or let old keys expire.",
      "Löschen Sie Daten, oder lassen Sie alte Schlüssel ablaufen."),
  WAIT_ADVICE(
      "This passes by itself; the next touch tries again.",
      "Das geht von selbst vorbei; die nächste Berührung versucht es wieder."),
  TOO_MANY_CONNECTIONS("Too many connections are open", "Zu viele Verbindungen sind offen"),
  LOADING("The server is loading its data", "Der Server lädt seine Daten"),
  MASTER_LOST(
      "The replica has lost its master", "Die Kopie hat die Verbindung zum Original verloren"),
  CLUSTER_NOT_READY("The cluster is not ready", "Der Cluster ist nicht bereit"),
  TOO_FEW_REPLICAS("Too few replicas are connected", "Zu wenige Kopien sind verbunden"),
  CLUSTER_MOVING("The cluster is moving data", "Der Cluster verschiebt Daten"),
  BUSY_SCRIPT("The server is busy with a script", "Der Server ist mit einem Skript beschäftigt"),
  PROXY_EMPTY("The proxy has no server behind it", "Hinter dem Proxy ist kein Server"),
  STARTING("The database is starting", "Die Datenbank startet gerade"),
  REPLICA("This is a read-only replica", "Das ist eine Kopie, von der nur gelesen werden kann"),
  REPLICA_ADVICE(
      "Use the address of the primary, or the mode read.",
      "Nehmen Sie die Adresse des Originals, oder lassen Sie eine Berührung nur lesen (read)."),
  OTHER_TYPE(
      "The key holds data of another type, which was left as it is",
      "Der Schlüssel enthält Daten anderer Art, die so blieben, wie sie sind"),
  LOCAL_ONLY(
      "The server answers only its own machine", "Der Server antwortet nur dem eigenen Computer"),
  LOCAL_ONLY_ADVICE(
      "Set a password on the server, or turn its protected mode off.",
      "Geben Sie dem Server ein Passwort, oder schalten Sie seinen geschützten Modus (protected-mode) ab."),
  OTHER_NODE(
      "This is one node of a cluster, and the key lives on another",
      "Das ist ein Knoten eines Clusters, und der Schlüssel gehört einem anderen"),
  OTHER_NODE_ADVICE(
      "Use another key without braces, or the cluster's node that holds this one.",
      "Nehmen Sie einen anderen Schlüssel ohne geschweifte Klammern, oder den Knoten, dem dieser gehört."),
  NOT_UNDERSTOOD(
      "The server did not understand the Redis protocol",
      "Der Server hat das Redis-Protokoll nicht verstanden"),
  CANNOT_SAVE(
      "The server refuses writes, because it cannot save its data",
      "Der Server nimmt nichts an, weil er seine Daten nicht speichern kann"),
  CANNOT_SAVE_ADVICE(
      "Its owner must look at its disk and its log.",
      "Wer ihn betreibt, muss nach der Festplatte und dem Protokoll sehen."),
  ERROR("The server answered with an error", "Der Server hat mit einem Fehler geantwortet"),
  ERROR_ADVICE(
      "Look the text up in the provider's documentation.",
      "Der Text steht wohl in der Dokumentation des Anbieters."),
  KNOWS_NO_PASSWORDS(
      "This server knows no passwords, but one was given",
      "Dieser Server kennt keine Passwörter, aber es wurde eines angegeben"),
  KNOWS_NO_PASSWORDS_ADVICE(
      "Remove the password from the connection text, or check that host and port are right.",
      "Entfernen Sie das Passwort aus dem Verbindungstext, oder prüfen Sie, ob Host und Port stimmen."),
  KNOWS_NO_USERS(
      "This server knows no users, but one was given",
      "Dieser Server kennt keine Benutzer, aber es wurde einer angegeben"),
  KNOWS_NO_USERS_ADVICE(
      "Remove the user from the connection text, and leave the password.",
      "Entfernen Sie den Benutzer aus dem Verbindungstext, und lassen Sie das Passwort stehen."),
  SENTINEL(
      "{0} is a Sentinel, which watches over databases and keeps no data itself.",
      "{0} ist ein Sentinel, der über Datenbanken wacht und selbst keine Daten hält."),
  SENTINEL_ADVICE(
      "Say with --sentinel which database to ask it for, by the name after \"sentinel monitor\" in its configuration; or give the address of the master.",
      "Sagen Sie mit --sentinel, nach welcher Datenbank er gefragt werden soll: dem Namen nach „sentinel monitor“ in seiner Konfiguration; oder geben Sie die Adresse des Originals an."),
  // REST.
  HTTP_REJECTED(
      "The token was rejected with HTTP {0}{1}.", "Das Token wurde mit HTTP {0} abgelehnt{1}."),
  HTTP_REJECTED_ADVICE(
      "Copy UPSTASH_REDIS_REST_TOKEN from the console again; it may have been reset.",
      "Kopieren Sie UPSTASH_REDIS_REST_TOKEN neu aus der Konsole; vielleicht wurde es geändert."),
  ODD_TOKEN(
      "The token has characters that no token has.", "Das Token hat Zeichen, die kein Token hat."),
  ODD_TOKEN_ADVICE(
      "Copy UPSTASH_REDIS_REST_TOKEN from the console again.",
      "Kopieren Sie UPSTASH_REDIS_REST_TOKEN neu aus der Konsole."),
  LEFT_ALONE(
      "{0} asks to be left alone for a while (HTTP 429{1}).",
      "{0} bittet um eine Pause (HTTP 429{1})."),
  HTTP("{0} answered HTTP {1}{2}.", "{0} hat mit HTTP {1} geantwortet{2}."),
  HTTP_SERVER_ADVICE(
      "The fault is the server's. If it lasts, look at the provider's status page.",
      "Der Fehler liegt beim Server. Hält er an, hilft die Statusseite des Anbieters.");

  private final String english;
  private final String german;

  ServerPhrase(String english, String german) {
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
