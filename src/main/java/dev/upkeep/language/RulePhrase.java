package dev.upkeep.language;

/// What a definition must keep to, said by what would do.
public enum RulePhrase implements Phrase {
  NAME_EMPTY(
      "A name needs at least one visible character.",
      "Ein Name braucht mindestens ein sichtbares Zeichen."),
  NAME_LONG("A name has at most {0} characters.", "Ein Name hat höchstens {0} Zeichen."),
  NAME_INVISIBLE(
      "A name has no line breaks, control or text-direction characters.",
      "Ein Name hat keine Zeilenumbrüche, Steuer- oder Richtungszeichen."),
  NAME_TAKEN(
      "Another database has this name already; choose another.",
      "Eine andere Datenbank heißt schon so; wählen Sie einen anderen Namen."),
  ID_TAKEN(
      "Another database has this id already; leave the id out.",
      "Eine andere Datenbank hat diese Kennung schon; lassen Sie sie weg."),
  OF("\"{0}\": {1}", "„{0}“: {1}"),
  TAGS(
      "A tag has 1 to 32 letters, digits, or one of . _ : / - after the first, and a "
          + "database has at most {0} of them.",
      "Ein Schlagwort hat 1 bis 32 Buchstaben, Ziffern oder nach dem ersten Zeichen "
          + "auch . _ : / -, und eine Datenbank hat höchstens {0} davon."),
  INTERVAL("An interval is between {0} and {1}.", "Ein Abstand liegt zwischen {0} und {1}."),
  WINDOW("A window is between {0} and {1}.", "Ein Zeitfenster liegt zwischen {0} und {1}."),
  KEY(
      "A key has 1 to {0} bytes and no control or text-direction characters.",
      "Ein Schlüssel hat 1 bis {0} Byte und keine Steuer- oder Richtungszeichen."),
  REFERENCE(
      "A secret reference is env:NAME or file:/absolute/path, and never the secret itself.",
      "Ein Verweis auf ein Geheimnis ist env:NAME oder file:/absolute/path, und nie "
          + "das Geheimnis selbst."),
  CERTIFICATE_NEEDS_TLS(
      "A client certificate is shown over TLS alone, to a rediss:// address.",
      "Ein Client-Zertifikat wird nur über TLS gezeigt, einer rediss://-Adresse."),
  NAME_NEEDS_TLS(
      "Another name for the certificate goes with a rediss:// address.",
      "Ein anderer Name für das Zertifikat gehört zu einer rediss://-Adresse."),
  CERTIFICATE(
      "A client certificate, its key and its passphrase are each env:NAME or "
          + "file:/absolute/path, and never the thing itself.",
      "Ein Client-Zertifikat, sein Schlüssel und dessen Passphrase sind je env:NAME "
          + "oder file:/absolute/path, und nie die Sache selbst."),
  SENTINEL_ADDRESS(
      "A Sentinel is asked at a redis:// or rediss:// address.",
      "Ein Sentinel wird unter einer redis://- oder rediss://-Adresse gefragt."),
  SENTINEL_MASTER(
      "A Sentinel's name for a database has 1 to 128 letters, digits, dots, hyphens "
          + "and underscores.",
      "Der Name, den ein Sentinel für eine Datenbank hat, besteht aus 1 bis 128 "
          + "Buchstaben, Ziffern, Punkten, Binde- und Unterstrichen."),
  SENTINEL_USER(
      "A Sentinel's user has 1 to {0} visible characters.",
      "Der Benutzer eines Sentinels hat 1 bis {0} sichtbare Zeichen."),
  SENTINEL_USER_ALONE(
      "A Sentinel's user goes with its password.",
      "Zum Benutzer eines Sentinels gehört sein Passwort."),
  SENTINEL_SECRET(
      "A Sentinel's password is env:NAME or file:/absolute/path, and never the password itself.",
      "Das Passwort eines Sentinels ist env:NAME oder file:/absolute/path, und nie das "
          + "Passwort selbst."),
  SERVER_NAME(
      "A name for the certificate is a host name: letters, digits, hyphens and dots.",
      "Ein Name für das Zertifikat ist ein Hostname: Buchstaben, Ziffern, Bindestriche "
          + "und Punkte."),
  ADDRESS(
      "An address has no control or text-direction characters.",
      "Eine Adresse hat keine Steuer- oder Richtungszeichen."),
  HOST(
      "A host and a user have no control or text-direction characters, and a user has "
          + "1 to {0} characters.",
      "Ein Host und ein Benutzer haben keine Steuer- oder Richtungszeichen, und ein "
          + "Benutzer hat 1 bis {0} Zeichen."),
  TLS_ONLY(
      "This provider answers over TLS only, and without it the password would be sent "
          + "in clear. Use rediss:// or https://.",
      "Dieser Anbieter antwortet nur über TLS, und ohne das ginge das Passwort im "
          + "Klartext hinaus. Nehmen Sie rediss:// oder https://."),
  CA_FILE(
      "A CA file needs its whole path, from the root on.",
      "Eine Datei von Zertifizierungsstellen braucht ihren ganzen Pfad, von der Wurzel an."),
  // An import.
  HERE_ALREADY("It is here already.", "Sie ist schon da."),
  RENAMED("The name is taken; it becomes \"{0}\".", "Der Name ist vergeben; sie heißt hier „{0}“.");

  private final String english;
  private final String german;

  RulePhrase(String english, String german) {
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
