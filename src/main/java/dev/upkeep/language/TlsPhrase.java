package dev.upkeep.language;

/// Why there is no encrypted connection, or no certificate of ours, and what to do about it.
public enum TlsPhrase implements Phrase {
  NO_TLS("{0} does not speak TLS.", "{0} spricht kein TLS."),
  NO_TLS_ADVICE(
      "It answers plain Redis: use redis:// instead of rediss://.",
      "Dort antwortet Redis unverschlüsselt: Nehmen Sie redis:// statt rediss://."),
  WANTS_TLS("{0} wants an encrypted connection.", "{0} verlangt eine verschlüsselte Verbindung."),
  WANTS_TLS_ADVICE("Use rediss:// instead of redis://.", "Nehmen Sie rediss:// statt redis://."),
  EXPIRED(
      "The certificate of {0} expired on {1}.", "Das Zertifikat von {0} ist am {1} abgelaufen."),
  EXPIRED_ADVICE(
      "Its owner must renew it. If it looks valid to others, check this computer's clock.",
      "Wem es gehört, der muss es erneuern. Gilt es anderswo noch, prüfen Sie die Uhr dieses Computers."),
  NOT_YET(
      "The certificate of {0} is valid only from {1}.", "Das Zertifikat von {0} gilt erst ab {1}."),
  CLOCK_ADVICE("Check this computer's clock.", "Prüfen Sie die Uhr dieses Computers."),
  AUTHORITY_EXPIRED(
      "The certificate of {0} was issued by an authority whose own certificate has expired.",
      "Das Zertifikat von {0} stammt von einer Stelle, deren eigenes abgelaufen ist."),
  AUTHORITY_EXPIRED_ADVICE(
      "Its owner must replace what the server sends along with its certificate. If it looks valid to others, check this computer's clock.",
      "Wem es gehört, der muss ersetzen, was der Server zu seinem Zertifikat mitsendet. Gilt es anderswo noch, prüfen Sie die Uhr dieses Computers."),
  OTHER_HOST(
      "The certificate of {0} is for another host: {1}.",
      "Das Zertifikat von {0} gilt für einen anderen Host: {1}."),
  NO_HOST(
      "The certificate of {0} names no host: what its common name says counts nowhere any more.",
      "Das Zertifikat von {0} nennt keinen Host: Was in seinem Common Name steht, gilt nirgends mehr."),
  OTHER_HOST_ADVICE(
      "Check the host; where the certificate is right, give its name with --sni. Something between this computer and the server may be intercepting the connection.",
      "Prüfen Sie den Host; stimmt das Zertifikat, geben Sie seinen Namen mit --sni an. Vielleicht fängt etwas zwischen diesem Computer und dem Server die Verbindung ab."),
  MORE_NAMES("{0} and {1} more", "{0} und {1} weitere"),
  NOT_FOR_SERVERS(
      "The certificate of {0} is not made for servers.",
      "Das Zertifikat von {0} ist nicht für Server gemacht."),
  NOT_FOR_SERVERS_ADVICE(
      "Its owner must replace it with one for servers.",
      "Wem es gehört, der muss es durch eines für Server ersetzen."),
  STRANGER(
      "The certificate of {0} vouches for itself, and not for this host.",
      "Das Zertifikat von {0} bürgt für sich selbst, und nicht für diesen Host."),
  STRANGER_ADVICE(
      "Somebody else answers in the server's place: a network that wants a login first, or a filter. Open a page in a browser, or try from another network.",
      "Jemand anderes antwortet an der Stelle des Servers: ein Netz, das erst eine Anmeldung will, oder ein Filter. Öffnen Sie eine Seite im Browser, oder versuchen Sie es aus einem anderen Netz."),
  SELF_SIGNED(
      "The certificate of {0} is self-signed.",
      "Das Zertifikat von {0} ist selbst unterschrieben."),
  NOT_IN_CA_FILE_ADVICE(
      "It is not the one in the file of --ca-file; give that file this certificate.",
      "Es ist nicht das in der Datei von --ca-file; legen Sie dieses Zertifikat dort hinein."),
  AUTHORITY_ADVICE(
      "If that is intended, give the authority's certificate with --ca-file.",
      "Ist das so gewollt, geben Sie das Zertifikat der Stelle mit --ca-file an."),
  UNTRUSTED(
      "The certificate of {0} was issued by an authority that is not trusted here.",
      "Das Zertifikat von {0} stammt von einer Stelle, der hier nicht vertraut wird."),
  NOT_VOUCHED(
      "The certificate of {0} was issued by {1}, which the file of --ca-file does not vouch for.",
      "Das Zertifikat von {0} stammt von {1}; dafür bürgt die Datei von --ca-file nicht."),
  NOT_VOUCHED_ADVICE(
      "Give the certificate of {0}, and those above it up to one that has signed itself.",
      "Geben Sie das Zertifikat von {0} an, und die darüber bis zu einem, das sich selbst unterschrieben hat."),
  ITS_ISSUER("its issuer", "seinem Aussteller"),
  TOO_WEAK(
      "The certificate of {0} is too weak: a key or a signature in it can be forged.",
      "Das Zertifikat von {0} ist zu schwach: Ein Schlüssel oder eine Unterschrift darin lässt sich fälschen."),
  TOO_WEAK_ADVICE(
      "Its owner must replace it: RSA from 2,048 bits on or EC, signed with SHA-256.",
      "Wem es gehört, der muss es ersetzen: RSA ab 2.048 Bit oder EC, unterschrieben mit SHA-256."),
  REJECTED(
      "The certificate of {0} was rejected: {1}.", "Das Zertifikat von {0} wurde abgelehnt: {1}."),
  REJECTED_ADVICE(
      "Ask the server's owner to check its certificate.",
      "Bitten Sie den Betreiber des Servers, das Zertifikat zu prüfen."),
  WRONG_KEY(
      "The private key does not belong to the client certificate.",
      "Der private Schlüssel gehört nicht zum Client-Zertifikat."),
  WRONG_KEY_ADVICE("Look at --cert and --cert-key.", "Prüfen Sie --cert und --cert-key."),
  NO_CONNECTION(
      "No encrypted connection to {0}: {1}.", "Keine verschlüsselte Verbindung zu {0}: {1}."),
  WANTS_CLIENT(
      "{0} wants a client certificate, and was shown none.",
      "{0} verlangt ein Client-Zertifikat und bekam keines gezeigt."),
  WANTS_CLIENT_REST_ADVICE(
      "Over REST Upkeep shows none; use the database's rediss:// address.",
      "Über REST zeigt Upkeep keines; nehmen Sie die rediss://-Adresse der Datenbank."),
  WANTS_CLIENT_ADVICE(
      "Give one that its authority has signed, with --cert and --cert-key; or turn that off on the server (Redis: tls-auth-clients no).",
      "Geben Sie eines an, das seine Stelle unterschrieben hat, mit --cert und --cert-key; oder schalten Sie das auf dem Server ab (Redis: tls-auth-clients no)."),
  CLIENT_REJECTED(
      "{0} does not take the client certificate: {1}.",
      "{0} nimmt das Client-Zertifikat nicht an: {1}."),
  CLIENT_REJECTED_ADVICE(
      "It must be signed by an authority that the server trusts, be valid, and be made for clients.",
      "Es muss von einer Stelle unterschrieben sein, der der Server vertraut, noch gelten und für Clients gemacht sein."),
  UNKNOWN_NAME_ADVICE(
      "The server knows no host of this name. Give the one that it knows with --sni.",
      "Der Server kennt keinen Host dieses Namens. Geben Sie den, den er kennt, mit --sni an."),
  OLD_TLS_ADVICE(
      "The server speaks only TLS older than 1.2, which is not safe; its owner must turn on TLS 1.2 or 1.3.",
      "Der Server spricht nur TLS vor 1.2, und das ist nicht sicher; wer ihn betreibt, muss TLS 1.2 oder 1.3 einschalten."),
  LONG_CHAIN_ADVICE(
      "The server sends more certificates than any needs; its owner must shorten its chain.",
      "Der Server sendet mehr Zertifikate, als einer braucht; wer ihn betreibt, muss seine Kette kürzen."),
  NO_CIPHER_ADVICE(
      "Server and Upkeep have no cipher in common. With TLS 1.2 the server must offer ECDHE, since a key exchange by RSA alone protects nothing once its key is lost.",
      "Server und Upkeep haben kein Verfahren gemeinsam. Mit TLS 1.2 muss der Server ECDHE anbieten, denn ein Schlüsselaustausch mit RSA allein schützt nichts mehr, wenn der Schlüssel verloren ist."),
  NO_AGREEMENT_ADVICE(
      "Server and Upkeep could not agree on TLS 1.2 or 1.3.",
      "Server und Upkeep konnten sich nicht auf TLS 1.2 oder 1.3 einigen."),
  // Files of authorities, and what we show of ourselves.
  UNREADABLE(
      "The trusted certificates could not be read{0}{1}.",
      "Die vertrauten Zertifikate waren nicht zu lesen{0}{1}."),
  UNREADABLE_ADVICE(
      "Give a file with certificates in PEM form, which begins with -----BEGIN CERTIFICATE-----.",
      "Geben Sie eine Datei mit Zertifikaten in PEM-Form an, die mit -----BEGIN CERTIFICATE----- beginnt."),
  CERT_ADVICE(
      "Look at --cert and --cert-key; nothing was sent to the server.",
      "Prüfen Sie --cert und --cert-key; an den Server wurde nichts gesendet."),
  SHOWN_ADVICE(
      "It is to hold what the server wants to be shown of us.",
      "Darin soll stehen, was der Server von uns gezeigt haben will."),
  NO_VARIABLE("The variable {0} is not set.", "Die Variable {0} ist nicht gesetzt."),
  NO_FILE("There is no file {0}.", "Die Datei {0} gibt es nicht."),
  UNFIT_FILE("The file {0} {1}.", "Die Datei {0} {1}."),
  UNREADABLE_FILE("The file {0} cannot be read.", "Die Datei {0} ist nicht zu lesen."),
  NO_CERTIFICATE("There is no certificate in PEM form.", "Ein Zertifikat in PEM-Form fehlt."),
  NO_KEY("There is no private key in PEM form.", "Ein privater Schlüssel in PEM-Form fehlt."),
  NO_KEY_IN_PKCS12(
      "There is no private key in the PKCS#12 file.",
      "In der PKCS#12-Datei ist kein privater Schlüssel."),
  PKCS12_NOT_OPENED(
      "The passphrase does not open the PKCS#12 file, or it is none.",
      "Die Passphrase öffnet die PKCS#12-Datei nicht, oder es ist keine solche Datei."),
  PKCS12_NEEDS_PASSPHRASE(
      "The PKCS#12 file needs a passphrase, or it is none.",
      "Die PKCS#12-Datei braucht eine Passphrase, oder es ist keine solche Datei."),
  CLIENT_EXPIRED(
      "The client certificate expired on {0}.", "Das Client-Zertifikat ist am {0} abgelaufen."),
  CLIENT_NOT_YET(
      "The client certificate is valid only from {0}.", "Das Client-Zertifikat gilt erst ab {0}."),
  OLD_KEY_FORM(
      "The private key has a passphrase in a form that is no longer used. Write it anew with openssl pkcs8 -topk8 -in OLD -out NEW.",
      "Der private Schlüssel hat eine Passphrase in einer Form, die nicht mehr benutzt wird. Schreiben Sie ihn neu mit openssl pkcs8 -topk8 -in ALT -out NEU."),
  KEY_NEEDS_PASSPHRASE(
      "The private key has a passphrase. Say where to find it, with --key-passphrase env:NAME or file:/path.",
      "Der private Schlüssel hat eine Passphrase. Geben Sie an, wo sie zu finden ist, mit --key-passphrase env:NAME oder file:/pfad."),
  KEY_NOT_OPENED(
      "The passphrase does not open the private key.",
      "Die Passphrase öffnet den privaten Schlüssel nicht."),
  KEY_DAMAGED("The private key is damaged.", "Der private Schlüssel ist beschädigt."),
  KEY_WITHOUT_CURVE(
      "The private key does not name its curve.", "Der private Schlüssel nennt seine Kurve nicht.");

  private final String english;
  private final String german;

  TlsPhrase(String english, String german) {
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
