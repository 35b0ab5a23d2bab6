package dev.upkeep.language;

/// What is wrong with a pasted text, and what a person should know about it. A sentence may name a
/// host or a port, never a user, a password, or a part of the text that could be one.
public enum PastePhrase implements Phrase {
  TOO_LONG(
      "This text is longer than 256 KiB. Copy only the part with the connection.",
      "Dieser Text ist länger als 256 KiB. Kopieren Sie nur den Teil mit der Verbindung."),
  NOTHING_FOUND(
      "No Redis address is in this text. Copy a rediss:// URL, or a REST URL with its token.",
      "In diesem Text ist keine Redis-Adresse. Kopieren Sie eine rediss://-URL oder "
          + "eine REST-URL mit ihrem Token."),
  URL_WITHOUT_TOKEN(
      "This has a REST URL but no token. Copy UPSTASH_REDIS_REST_TOKEN too.",
      "Hier ist eine REST-URL, aber kein Token. Kopieren Sie auch UPSTASH_REDIS_REST_TOKEN."),
  TOKEN_WITHOUT_URL(
      "This has a REST token but no URL. Copy UPSTASH_REDIS_REST_URL too.",
      "Hier ist ein REST-Token, aber keine URL. Kopieren Sie auch UPSTASH_REDIS_REST_URL."),
  SCHEME_MISSING(
      "This address does not start with rediss:// or redis://. Copy the whole URL.",
      "Diese Adresse beginnt nicht mit rediss:// oder redis://. Kopieren Sie die ganze URL."),
  MASKED(
      "This copy is masked. Press the reveal button where you copied it, then copy again.",
      "In dieser Kopie ist das Passwort verdeckt. Machen Sie es dort sichtbar, wo Sie "
          + "kopiert haben, und kopieren Sie noch einmal."),
  PLACEHOLDER(
      "This has a placeholder or a variable where a value belongs. Copy the value "
          + "itself, or say that it is real (--as-is).",
      "Wo ein Wert hingehört, steht ein Platzhalter oder eine Variable. Kopieren Sie "
          + "den Wert selbst, oder sagen Sie, dass er echt ist (--as-is)."),
  AMBIGUOUS(
      "It is not clear which token belongs to which REST URL. Paste one database at a time.",
      "Es ist nicht klar, welches Token zu welcher REST-URL gehört. Fügen Sie eine "
          + "Datenbank nach der anderen ein."),
  BAD_HOST(
      "The host name in this address is not valid. Copy the whole address again.",
      "Der Hostname in dieser Adresse ist nicht gültig. Kopieren Sie die ganze Adresse "
          + "noch einmal."),
  BAD_USER(
      "The user name in this address is not valid. Copy the whole address again.",
      "Der Benutzername in dieser Adresse ist nicht gültig. Kopieren Sie die ganze "
          + "Adresse noch einmal."),
  USER_IN_REST_URL(
      "A REST URL has no user or password in it. Copy the URL and the token separately.",
      "Eine REST-URL enthält weder Benutzer noch Passwort. Kopieren Sie die URL und "
          + "das Token getrennt."),
  BAD_PORT(
      "The port in this address is not a number from 1 to 65535. Correct it.",
      "Der Port in dieser Adresse ist keine Zahl von 1 bis 65535. Berichtigen Sie ihn."),
  BAD_TOKEN(
      "This token has characters that no token has. Copy the token again.",
      "Dieses Token hat Zeichen, die kein Token hat. Kopieren Sie das Token noch einmal."),
  HOST_MISSING(
      "This has no host name. Copy the endpoint, or the whole rediss:// URL.",
      "Hier fehlt der Hostname. Kopieren Sie ihn oder die ganze rediss://-URL."),
  OTHER_INDEX(
      "This names another database than number 0, and Upkeep uses no other. Remove the "
          + "number, or set it to 0. (Upstash has only 0.)",
      "Hier steht eine andere Datenbanknummer als 0, und Upkeep benutzt keine andere. "
          + "Entfernen Sie die Nummer oder setzen Sie sie auf 0. (Upstash hat nur 0.)"),
  UNIX_SOCKET(
      "Upkeep connects over TCP, not through a Unix socket. Give a host and a port.",
      "Upkeep verbindet sich über TCP, nicht durch einen Unix-Socket. Geben Sie Host und Port an."),
  SENTINEL(
      "This names a Sentinel. Give its address alone with --sentinel NAME, or the host and port of"
          + " the server itself.",
      "Das nennt einen Sentinel. Geben Sie allein dessen Adresse mit --sentinel NAME an, oder Host"
          + " und Port des Servers selbst."),
  CLUSTER(
      "Upkeep does not follow a cluster of several hosts. Give the host and port of one server.",
      "Upkeep folgt keinem Cluster aus mehreren Hosts. Geben Sie Host und Port eines Servers an."),
  SPACE_IN_URL(
      "There is a space inside this address. If it belongs to the password, write it as %20.",
      "In dieser Adresse ist ein Leerzeichen. Gehört es zum Passwort, schreiben Sie es als %20."),
  BASE64(
      "These values may be base64, as in a Kubernetes Secret. Decode them first, or "
          + "copy the lines with apiVersion and kind too.",
      "Diese Werte könnten Base64 sein, wie in einem Secret von Kubernetes. "
          + "Entschlüsseln Sie sie vorher, oder kopieren Sie auch die Zeilen mit "
          + "„apiVersion“ und „kind“."),
  ELSEWHERE(
      "This says where the password is kept (a file or another secret), not what it "
          + "is. Copy the value itself.",
      "Hier steht, wo das Passwort liegt (in einer Datei oder einem anderen "
          + "Geheimnis), nicht wie es lautet. Kopieren Sie den Wert selbst."),
  NAMELESS(
      "One of these values has lost its name, so nothing of it was taken. Copy the lines again.",
      "Einer dieser Werte hat seinen Namen verloren, daher wurde nichts davon "
          + "genommen. Kopieren Sie die Zeilen noch einmal."),
  UNKNOWN_SCHEME(
      "Upkeep does not know addresses that begin with {0}://. Give one with redis:// "
          + "or rediss://.",
      "Adressen, die mit {0}:// beginnen, kennt Upkeep nicht. Geben Sie eine mit "
          + "redis:// oder rediss:// an."),
  UNPLACED(
      "This has {0}{1} that could not be placed, so nothing of it was taken. Remove "
          + "it, or give the whole as one URL.",
      "Hier steht {0}{1}, und es ist nicht klar wofür; daher wurde nichts davon "
          + "genommen. Entfernen Sie es, oder geben Sie alles als eine URL an."),
  UNCLEAR(
      "It is not clear where {0}{1} ends or what its quotes and backslashes mean. Put "
          + "it in double quotes, or give the whole as one URL.",
      "Es ist nicht klar, wo {0}{1} endet, oder was die Anführungszeichen und "
          + "Schrägstriche darin bedeuten. Setzen Sie es in doppelte Anführungszeichen, oder "
          + "geben Sie alles als eine URL an."),
  TWICE(
      "This says {0} twice, and differently. Leave one of them out.",
      "Hier steht {0} zweimal, und nicht gleich. Lassen Sie eines davon weg."),
  UNREADABLE(
      "This has {0}{1} that cannot be understood.",
      "Hier steht {0}{1}, und es ist nicht zu verstehen."),
  TLS_OPEN(
      "The text does not say clearly whether {0} is spoken to with TLS. Say --tls yes "
          + "or --tls no.",
      "Der Text sagt nicht klar, ob mit {0} über TLS gesprochen wird. Sagen Sie --tls "
          + "yes oder --tls no."),
  TLS_REFUSED(
      "The text asks for TLS to {0}, so --tls no cannot be followed. Correct the text.",
      "Der Text verlangt TLS zu {0}, daher geht --tls no nicht. Berichtigen Sie den Text."),
  PASSWORD_MISSING(
      "The address of {0} has no password. Copy the whole rediss:// URL, with its password.",
      "Der Adresse von {0} fehlt das Passwort. Kopieren Sie die ganze rediss://-URL "
          + "mit ihrem Passwort."),
  UNENCRYPTED_REST(
      "http:// would send the token to {0} unencrypted. Use https:// instead.",
      "Mit http:// ginge das Token unverschlüsselt an {0}. Nehmen Sie https://."),
  HOLDS_NOTHING("{0} holds no database.", "{0} enthält keine Datenbank."),
  SET_BUT_EMPTY(
      "{0} is set but empty. Unset it, or give it a value; in GitHub Actions this means that the"
          + " secret does not exist.",
      "{0} ist gesetzt, aber leer. Entfernen Sie die Variable, oder geben Sie ihr einen Wert; in"
          + " GitHub Actions heißt das, dass es das Secret nicht gibt."),
  NAMED(" ({0})", " ({0})"),
  // What a text has: with "a", and with "the".
  A_URL("an address", "eine Adresse"),
  THE_URL("the address", "die Adresse"),
  A_TOKEN("a token", "ein Token"),
  THE_TOKEN("the token", "das Token"),
  A_HOST("a host", "ein Host"),
  THE_HOST("the host", "der Host"),
  A_PORT("a port", "ein Port"),
  THE_PORT("the port", "der Port"),
  A_USER("a user", "ein Benutzer"),
  THE_USER("the user", "der Benutzer"),
  A_PASSWORD("a password", "ein Passwort"),
  THE_PASSWORD("the password", "das Passwort"),
  A_TLS("TLS", "TLS"),
  THE_TLS("TLS", "TLS"),
  A_SCHEME("a protocol", "ein Protokoll"),
  THE_SCHEME("the protocol", "das Protokoll"),
  A_CERTIFICATE("a certificate", "ein Zertifikat"),
  THE_CERTIFICATE("the certificate", "das Zertifikat"),
  A_INDEX("a database number", "eine Datenbanknummer"),
  THE_INDEX("the database number", "die Datenbanknummer"),
  A_KEPT_ELSEWHERE("a password that is kept elsewhere", "ein anderswo verwahrtes Passwort"),
  THE_KEPT_ELSEWHERE("the password that is kept elsewhere", "das anderswo verwahrte Passwort"),
  // What a person should know about a database that was found.
  UPGRADED(
      "Upstash accepts only encrypted connections, so Upkeep uses rediss:// instead of redis://.",
      "Upstash nimmt nur verschlüsselte Verbindungen an, daher benutzt Upkeep "
          + "rediss:// statt redis://."),
  FLY(
      "This database belongs to Fly.io and answers only inside its network. No desktop "
          + "can reach it.",
      "Diese Datenbank gehört zu Fly.io und antwortet nur in dessen Netz. Kein Desktop "
          + "kann sie erreichen."),
  READ_ONLY(
      "These are read-only credentials, so Upkeep only reads. A read is weaker "
          + "evidence of activity than a write.",
      "Mit diesen Zugangsdaten darf nur gelesen werden, also liest Upkeep nur. Lesen "
          + "ist ein schwächerer Beleg für Aktivität als Schreiben."),
  REST_TOO(
      "The text has the REST URL of this database too. Upkeep uses the Redis URL.",
      "Der Text enthält auch die REST-URL dieser Datenbank. Upkeep benutzt die Redis-URL."),
  OTHER_SECRET(
      "The text has different passwords or tokens for this host. Upkeep uses the first.",
      "Der Text enthält verschiedene Passwörter oder Tokens für diesen Host. Upkeep "
          + "benutzt das erste."),
  CERTIFICATE_NAMED(
      "The text names a certificate. Give Upkeep the file of the authority with --ca-file.",
      "Der Text nennt ein Zertifikat. Geben Sie Upkeep die Datei der "
          + "Zertifizierungsstelle mit --ca-file."),
  ODD(
      "The password looks like a placeholder. If the test fails, copy the real one.",
      "Das Passwort sieht wie ein Platzhalter aus. Wenn die Prüfung fehlschlägt, "
          + "kopieren Sie das richtige.");

  private final String english;
  private final String german;

  PastePhrase(String english, String german) {
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
