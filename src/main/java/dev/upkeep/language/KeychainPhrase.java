package dev.upkeep.language;

/// Where secrets are kept and referred to, what their keepers say, and what to do about it.
public enum KeychainPhrase implements Phrase {
  AT_KEYRING(
      "the login keyring (Secret Service)", "im Schlüsselbund der Anmeldung (Secret Service)"),
  AT_KEEPASSXC("KeePassXC (Secret Service)", "in KeePassXC (Secret Service)"),
  AT_KWALLET("KWallet (Secret Service)", "in KWallet (Secret Service)"),
  AT_WINDOWS("the Windows Credential Manager", "in der Anmeldeinformationsverwaltung von Windows"),
  AT_MAC("the macOS keychain", "im Schlüsselbund von macOS"),
  AT_ENVIRONMENT("the environment of this process", "in der Umgebung des Agenten"),
  AT_FILE("the file {0} under a passphrase", "in der mit einer Passphrase geschützten Datei {0}"),
  AT_CLOSED("the file {0}", "in der Datei {0}"),
  AND_IN("{0}, and {1}", "{0}, und {1}"),
  // Who keeps them, at the beginning of a sentence.
  KEYRING("The login keyring", "Der Schlüsselbund der Anmeldung"),
  KEEPASSXC("KeePassXC", "KeePassXC"),
  KWALLET("KWallet", "KWallet"),
  WINDOWS("The Windows Credential Manager", "Die Anmeldeinformationsverwaltung von Windows"),
  MAC("The macOS keychain", "Der Schlüsselbund von macOS"),
  FILE("The file {0} under a passphrase", "Die mit einer Passphrase geschützte Datei {0}"),
  ENVIRONMENT("The environment of this process", "Die Umgebung des Agenten"),
  // What is wrong, and what to do about it.
  INSTEAD(
      "Set UPKEEP_PASSPHRASE_FILE to keep secrets in a file under a passphrase, or "
          + "refer to them with env:NAME or file:/path.",
      "Setzen Sie UPKEEP_PASSPHRASE_FILE, um Geheimnisse in einer Datei unter einer "
          + "Passphrase zu verwahren, oder verweisen Sie auf sie mit env:NAME oder "
          + "file:/path."),
  ABSENT(
      "This computer has no keychain that Upkeep can use.",
      "Dieser Computer hat keinen Schlüsselbund, den Upkeep benutzen kann."),
  LOCKED(
      "The keychain is locked. Unlock it, and Upkeep goes on by itself.",
      "Der Schlüsselbund ist gesperrt. Entsperren Sie ihn, und Upkeep macht von selbst weiter."),
  NOT_KEPT(
      "The keychain took the secret, but does not give it back.",
      "Der Schlüsselbund hat das Geheimnis genommen, gibt es aber nicht zurück."),
  NOT_REMOVED("The keychain still holds the secret.", "Das Geheimnis ist noch im Schlüsselbund."),
  NOT_OURS(
      "The keychain's entry for this database was not made by Upkeep.",
      "Der Eintrag des Schlüsselbunds für diese Datenbank stammt nicht von Upkeep."),
  DENIED("{0} refused access.", "{0} hat den Zugriff verweigert."),
  ERROR("{0} answered with an error ({1}).", "{0} hat mit einem Fehler geantwortet ({1})."),
  SILENT("{0} did not answer in time.", "{0} hat nicht rechtzeitig geantwortet."),
  ASKS(
      "{0} asks before it gives out this entry. Choose Unlock in Upkeep, and answer there.",
      "{0} fragt, bevor dieser Eintrag herausgegeben wird. Wählen Sie in Upkeep "
          + "„Entsperren“, und antworten Sie dort."),
  ASKING(
      "{0} asks whether the entry may be removed. Answer there; Upkeep looks again.",
      "{0} fragt, ob der Eintrag entfernt werden darf. Antworten Sie dort; Upkeep "
          + "sieht noch einmal nach."),
  DISMISSED_KEYRING(
      "The question of the login keyring was closed without a yes.",
      "Die Frage des Schlüsselbunds der Anmeldung wurde ohne ein Ja geschlossen."),
  DISMISSED(
      "The question of {0} was closed without a yes.",
      "Die Frage von {0} wurde ohne ein Ja geschlossen."),
  SEVERAL(
      "{0} holds several entries for this database. Remove all but one of them.",
      "{0} hat mehrere Einträge für diese Datenbank. Entfernen Sie alle bis auf einen."),
  FOREIGN_KEYRING(
      "The entry of the login keyring was not made by Upkeep.",
      "Der Eintrag im Schlüsselbund der Anmeldung stammt nicht von Upkeep."),
  FOREIGN(
      "The entry of {0} was not made by Upkeep.", "Der Eintrag in {0} stammt nicht von Upkeep."),
  UNDONE("{0} said yes, and did not do it.", "{0} hat Ja gesagt und es nicht getan."),
  NO_KEYRING_YET(
      "The keychain has no keyring yet; logging in to the desktop makes one.",
      "Im Schlüsselbund ist noch nichts angelegt; das geschieht bei der Anmeldung am Desktop."),
  NO_DATABASE_SHOWN(
      "KeePassXC shows other programs no database. Open one, and choose a group of it "
          + "under Database Settings, Secret Service Integration.",
      "KeePassXC zeigt anderen Programmen keine Datenbank. Öffnen Sie eine, und wählen "
          + "Sie in ihren Einstellungen unter „Secret-Service-Integration“ eine Gruppe."),
  NO_WALLET(
      "KWallet has no wallet yet; its settings make one.",
      "In KWallet ist noch nichts angelegt; das geschieht in den Einstellungen von KWallet."),
  NO_KEYRING("The keychain has no keyring yet.", "Im Schlüsselbund ist noch nichts angelegt."),
  KEEPASSXC_LOCKED(
      "KeePassXC is locked. Unlock its database, and Upkeep goes on by itself.",
      "KeePassXC ist gesperrt. Entsperren Sie die Datenbank dort, und Upkeep macht von "
          + "selbst weiter."),
  KWALLET_CLOSED(
      "KWallet is closed. Open it, and Upkeep goes on by itself.",
      "KWallet ist geschlossen. Öffnen Sie KWallet, und Upkeep macht von selbst weiter."),
  NO_ANSWER(
      "The secret store did not answer.", "Der Speicher der Geheimnisse hat nicht geantwortet."),
  NO_ANSWER_IN_TIME(
      "The secret store did not answer in time.",
      "Der Speicher der Geheimnisse hat nicht rechtzeitig geantwortet."),
  NOT_ASKED(
      "The secret store could not be asked.",
      "Der Speicher der Geheimnisse ließ sich nicht fragen."),
  NOT_STORED("The secret could not be stored.", "Das Geheimnis ließ sich nicht speichern."),
  INTERRUPTED("Interrupted.", "Unterbrochen."),
  GIVEN(
      "Secrets of the environment cannot be changed here.",
      "Geheimnisse aus der Umgebung lassen sich hier nicht ändern."),
  HALF(
      "The secret holds half of a character and cannot be stored.",
      "Das Geheimnis enthält ein halbes Zeichen und lässt sich nicht speichern."),
  TOO_LONG(
      "The secret has {0} bytes; at most {1} can be stored.",
      "Das Geheimnis hat {0} Byte; höchstens {1} lassen sich speichern."),
  ELSEWHERE(
      "This secret was stored for another place, so it is not sent there.",
      "Dieses Geheimnis wurde für einen anderen Ort gespeichert, daher wird es dorthin "
          + "nicht gesendet."),
  REFERENCE_ELSEWHERE(
      "The reference of this database was stored for another place, so it is not sent there.",
      "Der Verweis dieser Datenbank wurde für einen anderen Ort gespeichert, daher "
          + "wird das Geheimnis dorthin nicht gesendet."),
  ONE_PLACE("These secrets have one place only.", "Diese Geheimnisse haben nur einen Ort."),
  NOT_READ_BACK(
      "{0} did not give back what was written. Nothing was removed.",
      "{0} hat nicht zurückgegeben, was geschrieben wurde. Es wurde nichts entfernt."),
  // A file under a passphrase.
  FILE_UNOPENED(
      "Secrets of Upkeep are in {0}, which opens with a passphrase only. Set "
          + "UPKEEP_PASSPHRASE_FILE.",
      "Geheimnisse von Upkeep sind in {0}, und das öffnet sich nur mit einer "
          + "Passphrase. Setzen Sie UPKEEP_PASSPHRASE_FILE."),
  MAY_NOT_WRITE("Upkeep may not write {0}.", "Upkeep darf {0} nicht schreiben."),
  MAY_NOT_READ("Upkeep may not read {0}.", "Upkeep darf {0} nicht lesen."),
  NOT_WRITTEN("{0} cannot be written.", "{0} lässt sich nicht schreiben."),
  NOT_READ("{0} cannot be read.", "{0} lässt sich nicht lesen."),
  WRONG_PASSPHRASE("The passphrase does not open {0}.", "Die Passphrase öffnet {0} nicht."),
  DAMAGED(
      "{0} is damaged and was left as it is. Restore it from a backup, or move it away "
          + "and enter the secrets again.",
      "{0} ist beschädigt und wurde so gelassen. Spielen Sie eine Sicherung zurück, "
          + "oder verschieben Sie die Datei und geben Sie die Geheimnisse neu ein."),
  NO_PKCS12(
      "This Java cannot use PKCS#12 files.", "Dieses Java kann keine PKCS#12-Dateien benutzen."),
  // Where a reference leads.
  VARIABLE("The variable {0}", "Die Variable {0}"),
  OUR_VARIABLE(
      "The variable {0} is Upkeep's own and no database's. Give the secret in another one.",
      "Die Variable {0} gehört Upkeep und keiner Datenbank. Geben Sie das Geheimnis in "
          + "einer anderen an."),
  SYSTEM_FILE(
      "{0} is the system's and holds no database's secret.",
      "{0} gehört dem System und enthält kein Geheimnis einer Datenbank."),
  SEVERAL_LINES("{0} holds more than one line of text.", "{0} enthält mehr als eine Zeile Text."),
  CANNOT_BE_USED("{0} cannot be used: {1}", "{0} ist nicht zu gebrauchen: {1}"),
  NAMES_NO_FILE("{0} does not name a file.", "{0} nennt keine Datei."),
  NOT_SET("The variable {0} is not set.", "Die Variable {0} ist nicht gesetzt."),
  VARIABLE_EMPTY("The variable {0} is empty.", "Die Variable {0} ist leer."),
  FILE_EMPTY("{0} is empty.", "{0} ist leer."),
  QUOTED(
      "The variable {0} still has its quotes: --env-file of Docker and podman keeps "
          + "them. Write it there without, or into a file of its own (file:/path).",
      "Die Variable {0} hat noch ihre Anführungszeichen: --env-file von Docker und "
          + "podman lässt sie stehen. Schreiben Sie den Wert dort ohne sie, oder in eine "
          + "eigene Datei (file:/path)."),
  NO_FILE("There is no file {0}.", "Es gibt keine Datei {0}."),
  NOT_UTF8("{0} is not text in UTF-8.", "{0} ist kein Text in UTF-8."),
  UNFIT("{0} {1}.", "{0} {1}."),
  AFTER_ENV(
      "After env: comes the name of a variable: letters, digits and _.",
      "Nach env: kommt der Name einer Variablen: Buchstaben, Ziffern und _."),
  AFTER_FILE(
      "After file: comes the whole path of a file, as in file:/run/secrets/x.",
      "Nach file: kommt der ganze Pfad einer Datei, wie in file:/run/secrets/x."),
  REFERENCE(
      "A secret is referred to as env:NAME or file:/path.",
      "Auf ein Geheimnis wird mit env:NAME oder file:/path verwiesen."),
  // What a touch says that has no secret.
  MISSING(
      "The credential of this database is not in the secret store.",
      "Die Zugangsdaten dieser Datenbank sind nicht im Speicher der Geheimnisse."),
  LEADS_NOWHERE("The reference leads to nothing.", "Der Verweis führt ins Leere."),
  CORRECT_REFERENCE("Correct the reference.", "Berichtigen Sie den Verweis."),
  GIVE_AGAIN(
      "Give the database its password again: upkeep edit NAME --secret.",
      "Geben Sie der Datenbank ihr Passwort noch einmal: upkeep edit NAME --secret."),
  GIVE_IF_RIGHT(
      "If the place is right, give it again: upkeep edit NAME --secret.",
      "Ist der Ort richtig, geben Sie es noch einmal an: upkeep edit NAME --secret."),
  GIVE_REFERENCE_AGAIN(
      "If the place is right, give the reference again: upkeep edit NAME --secret-ref.",
      "Ist der Ort richtig, geben Sie den Verweis noch einmal an: upkeep edit NAME --secret-ref."),
  TRIES_AGAIN("Upkeep tries again by itself.", "Upkeep versucht es von selbst noch einmal."),
  UNLOCK(
      "Unlock the keychain; Upkeep goes on by itself.",
      "Entsperren Sie den Schlüsselbund; Upkeep macht von selbst weiter."),
  ALLOW(
      "Allow Upkeep to read the keychain, or give the right passphrase.",
      "Erlauben Sie Upkeep, den Schlüsselbund zu lesen, oder geben Sie die richtige "
          + "Passphrase an."),
  STOPPING("Upkeep was stopping.", "Upkeep wurde gerade beendet."),
  REMOVED_MEANWHILE(
      "This database was removed meanwhile.", "Diese Datenbank wurde inzwischen entfernt."),
  NOTHING_TO_DO("Nothing is to be done.", "Es ist nichts zu tun."),
  CHANGED_MEANWHILE("This database was being changed.", "Diese Datenbank wurde gerade geändert."),
  IN_A_MOMENT("Try again in a moment.", "Versuchen Sie es gleich noch einmal.");

  private final String english;
  private final String german;

  KeychainPhrase(String english, String german) {
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
