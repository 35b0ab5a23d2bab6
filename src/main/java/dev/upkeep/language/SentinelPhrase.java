package dev.upkeep.language;

/// What a Sentinel answered, what a server says that it is, and what became of its certificate.
public enum SentinelPhrase implements Phrase {
  MASTER_AT("{0} is at {1}", "{0} ist auf {1}"),
  UNKNOWN_MASTER(
      "The Sentinel at {0} knows no master called {1}.",
      "Der Sentinel auf {0} kennt kein Original namens {1}."),
  UNKNOWN_MASTER_ADVICE(
      "Look at --sentinel: it is the name after \"sentinel monitor\" in its configuration.",
      "Prüfen Sie --sentinel: Gemeint ist der Name nach „sentinel monitor“ in seiner Konfiguration."),
  NO_SENTINEL("{0} is no Sentinel.", "{0} ist kein Sentinel."),
  NO_ADDRESS("{0} answered with no address.", "{0} hat mit keiner Adresse geantwortet."),
  NO_SENTINEL_ADVICE(
      "Leave --sentinel out for a database, or give the address of a Sentinel, port 26379.",
      "Lassen Sie --sentinel bei einer Datenbank weg, oder geben Sie die Adresse eines Sentinels an, Port 26379."),
  PUBLIC_MASTER(
      "The Sentinel says that the master is at {0}, which is out on the internet.",
      "Der Sentinel nennt als Original {0}, und das liegt draußen im Internet."),
  PUBLIC_MASTER_ADVICE(
      "A password would go there in clear. Use TLS: rediss:// for Sentinel and master.",
      "Ein Passwort ginge im Klartext dorthin. Nehmen Sie TLS: rediss:// für Sentinel und Original."),
  LOCAL_MASTER(
      "The Sentinel says that the master is at {0}, which is only its own computer.",
      "Der Sentinel nennt als Original {0}, und das ist nur sein eigener Computer."),
  LOCAL_MASTER_ADVICE(
      "Have it watch the master under an address that others reach, or announce one (replica-announce-ip).",
      "Lassen Sie ihn das Original unter einer Adresse überwachen, die andere erreichen, oder eine bekannt geben (replica-announce-ip)."),
  NOT_LET_IN(
      "The Sentinel at {0} did not let us in: {1}",
      "Der Sentinel auf {0} lässt uns nicht ein: {1}"),
  NOT_LET_IN_ADVICE(
      "It has a password of its own: give it with --sentinel-secret, or leave that out where it has none.",
      "Er hat ein eigenes Passwort: Geben Sie es mit --sentinel-secret an, oder lassen Sie das weg, wo er keines hat."),
  PLAIN_MASTER_ADVICE(
      "The Sentinel was asked over TLS, so nothing is sent in clear to where it leads. Have it watch the master's TLS port (tls-replication).",
      "Der Sentinel wurde über TLS gefragt, also geht nichts im Klartext dorthin, wohin er führt. Lassen Sie ihn den TLS-Port des Originals überwachen (tls-replication)."),
  CERTIFICATE_ENDS(
      "The certificate of {0} runs out on {1}", "Das Zertifikat von {0} läuft am {1} ab"),
  CERTIFICATE_ENDED(
      "The certificate of {0} ran out on {1}", "Das Zertifikat von {0} ist am {1} abgelaufen"),
  MANY_CERTIFICATES(
      "The certificates of {0} databases run out", "Die Zertifikate von {0} Datenbanken laufen ab"),
  REPLACE_CERTIFICATE(
      "From then on every client that looks at it is refused, Upkeep too. Whoever runs the database must replace it.",
      "Danach kommt niemand mehr hinein, der es prüft, auch Upkeep nicht. Wer die Datenbank betreibt, muss es ersetzen."),
  RENEWED_CERTIFICATE(
      "{0} renews it by itself, and mostly sooner than this. If it does not, write to its support.",
      "{0} erneuert es selbst, und meist früher als jetzt. Bleibt das aus, hilft dessen Support."),
  SERVER_NOW(
      "The server is {0} now; before it was {1}.", "Der Server ist jetzt {0}; vorher war er {1}.");

  private final String english;
  private final String german;

  SentinelPhrase(String english, String german) {
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
