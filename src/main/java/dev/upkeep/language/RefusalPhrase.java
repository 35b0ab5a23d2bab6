package dev.upkeep.language;

/// Why the agent does not do what it is asked.
public enum RefusalPhrase implements Phrase {
  NO_DATABASE("There is no such database.", "Diese Datenbank gibt es nicht."),
  TOO_LATE(
      "It is too late to bring this database back.",
      "Diese Datenbank lässt sich nicht mehr zurückholen."),
  DEFINITIONS_CHANGED(
      "Somebody else has changed the definitions meanwhile. Look at them again, then "
          + "repeat the change.",
      "Jemand anders hat die Definitionen inzwischen geändert. Sehen Sie noch einmal "
          + "nach, und wiederholen Sie die Änderung."),
  OTHER_PLACE(
      "A secret goes only where it was meant for, and this is another place. Give the "
          + "password or token for it, too.",
      "Ein Geheimnis geht nur dorthin, wofür es bestimmt war, und das ist ein anderer "
          + "Ort. Geben Sie auch das Passwort oder Token dafür an."),
  KEPT_ALREADY("It is kept already, as {0}.", "Sie wird schon am Leben gehalten, als {0}."),
  NO_PASSWORD_TOLD(
      "The account does not tell its password. Add it by its connection text.",
      "Das Konto verrät ihr Passwort nicht. Fügen Sie sie mit ihrem Verbindungstext hinzu."),
  EDITED_BY_HAND(
      "The file of the definitions was changed by hand a moment ago, and Upkeep takes "
          + "that over first. Look at it, and try again.",
      "Die Datei der Definitionen wurde eben von Hand geändert, und Upkeep übernimmt "
          + "das zuerst. Sehen Sie nach, und versuchen Sie es noch einmal."),
  FIXED(
      "These definitions come from a file or the environment and cannot be changed here.",
      "Diese Definitionen stammen aus einer Datei oder der Umgebung und lassen sich "
          + "hier nicht ändern."),
  LIST_FORGOTTEN(
      "This list is forgotten already. List the account's databases again.",
      "Diese Liste ist schon vergessen. Lassen Sie sich die Datenbanken des Kontos "
          + "noch einmal zeigen."),
  OVERTAKEN(
      "Somebody else changed this database meanwhile. Look at it and try again.",
      "Jemand anders hat diese Datenbank inzwischen geändert. Sehen Sie nach, und "
          + "versuchen Sie es noch einmal."),
  SECRET_LOST(
      "The database was changed all the same; give its password or token again.",
      "Die Datenbank wurde trotzdem geändert; geben Sie ihr Passwort oder Token noch einmal an."),
  STILL_STORED(
      "The secret is still stored. That is written down, and Upkeep tries again.",
      "Das Geheimnis ist noch gespeichert. Das ist vermerkt, und Upkeep versucht es noch einmal."),
  NO_DESKTOP(
      "This agent runs without a desktop, so it has nothing to show Upkeep on.",
      "Dieser Agent läuft ohne Desktop und kann daher nichts zeigen."),
  NO_CHANNEL(
      "There is no channel {0}. webhook.channels names them.",
      "Es gibt keinen Kanal {0}. Die Einstellung webhook.channels nennt sie."),
  ADDRESS_GIVEN(
      "The agent has this address from {0}, which wins. Change it there.",
      "Der Agent hat diese Adresse aus {0}, und das gilt. Ändern Sie sie dort."),
  NO_ADDRESS(
      "No {0} is set. Set it with upkeep settings {1}.",
      "Es ist keine Adresse für {0} gesetzt. Setzen Sie sie mit: upkeep settings {1}."),
  STORE_NOT_YET(
      "The secret store has not answered yet.",
      "Der Speicher der Geheimnisse hat noch nicht geantwortet."),
  LAST_DELIVERY("The last delivery failed: {0}.", "Die letzte Zustellung ist fehlgeschlagen: {0}."),
  NO_METRICS(
      "Metrics cannot be served at {0}: {1}",
      "Die Metriken lassen sich unter {0} nicht anbieten: {1}"),
  NO_MAIL_USER(
      "The mail server that is set has no user. Set it with upkeep settings mail.server"
          + " smtps://USER@HOST.",
      "Der eingestellte Mailserver hat keinen Benutzer. Setzen Sie ihn mit upkeep settings"
          + " mail.server smtps://USER@HOST."),
  NOBODY_MAILED(
      "Nobody is told by e-mail. Set mail.server, and alert.mail to who is to be told.",
      "Niemand wird per E-Mail benachrichtigt. Setzen Sie mail.server, und alert.mail auf die"
          + " Empfänger."),
  NO_MAIL_PASSWORD(
      "The password is missing. Give it with upkeep settings {0}.",
      "Das Passwort fehlt. Geben Sie es mit upkeep settings {0} an."),
  MAIL_PASSWORD_ELSEWHERE(
      "The password was stored for another server or user. Give it again with upkeep settings"
          + " {0}.",
      "Das Passwort wurde für einen anderen Server oder Benutzer gespeichert. Geben Sie es mit"
          + " upkeep settings {0} noch einmal an."),
  LINK_NOT_WRITTEN(
      "That an account is linked cannot be written down.",
      "Dass ein Konto verknüpft ist, lässt sich nicht vermerken."),
  LINK_NOT_STRUCK(
      "That an account is linked cannot be struck out.",
      "Dass ein Konto verknüpft ist, lässt sich nicht streichen."),
  NOT_IN_ACCOUNT(
      "The account has no such database, or none is linked.",
      "Das Konto hat keine solche Datenbank, oder es ist keines verknüpft."),
  // Start at login.
  HOME_SET(
      "Start at login is not offered where UPKEEP_HOME is set: nothing says that it "
          + "will be at login, and another folder would be kept then. A profile can do both "
          + "(--profile).",
      "Ist UPKEEP_HOME gesetzt, wird der Start bei der Anmeldung nicht angeboten: "
          + "Nichts sagt, dass es auch bei der Anmeldung gesetzt ist, und sonst würde ein "
          + "anderer Ordner gepflegt. Ein Profil kann beides (--profile)."),
  LOGIN_UNKNOWN(
      "Start at login is not known on this system.",
      "Ein Start bei der Anmeldung ist auf diesem System nicht bekannt."),
  // What changed by hand.
  TAKEN_OVER(
      "The definitions were changed by hand, and are taken over.",
      "Die Definitionen wurden von Hand geändert und sind übernommen."),
  NOT_TAKEN_OVER(
      "The definitions were changed by hand, but the secret of a database that is "
          + "elsewhere now cannot be removed. Upkeep tries again.",
      "Die Definitionen wurden von Hand geändert, aber das Geheimnis einer Datenbank, "
          + "die jetzt woanders ist, lässt sich nicht entfernen. Upkeep versucht es noch "
          + "einmal."),
  // The connection to the agent.
  TOO_LONG_REQUEST(
      "This is too much for one request to the agent.",
      "Das ist zu viel für eine einzige Frage an den Agenten.");

  private final String english;
  private final String german;

  RefusalPhrase(String english, String german) {
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
