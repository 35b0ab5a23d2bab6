package dev.upkeep.language;

/// What settings are for and what their values look like, and what is said of both.
public enum SettingPhrase implements Phrase {
  // What each is for, by its key.
  INTERVAL(
      "Time between touches of a database that has no interval of its own.",
      "Zeit zwischen den Besuchen einer Datenbank, die keinen eigenen Abstand hat."),
  ALERT_AFTER(
      "Failures in a row before a database counts as down; 1 tells of the first one.",
      "So viele Fehlschläge hintereinander, bis eine Datenbank als ausgefallen gilt; "
          + "bei 1 wird schon der erste gemeldet."),
  ALERT_GROUP(
      "Changes within this time are one notice; what is over within it is none.",
      "Änderungen innerhalb dieser Zeit sind eine Meldung; was darin schon vorbei ist, ist keine."),
  ALERT_MARGIN(
      "What is left of a database's time when you first hear of it, while nothing renews it.",
      "Wie viel von der Frist einer Datenbank noch übrig ist, wenn Sie zum ersten Mal "
          + "davon hören, solange nichts sie erneuert."),
  ALERT_RECOVERY(
      "Also tell when what you were told of is well again.",
      "Auch melden, wenn wieder gut ist, was gemeldet wurde."),
  ALERT_QUIET(
      "Hours of the day in which notices wait; three days of margin break through.",
      "Stunden des Tages, in denen Meldungen warten; eine Frist von drei Tagen bricht sie."),
  ALERT_REMINDERS(
      "How often to remind, once a day, of a database that is still down.",
      "Wie oft, einmal am Tag, an eine Datenbank erinnert wird, die weiter ausfällt."),
  ALERT_SNOOZE(
      "For how long Snooze on a notice holds back what would repeat it.",
      "Wie lange „Später“ auf einer Meldung zurückhält, was sie wiederholen würde."),
  ALERT_DESKTOP("Show notices on the desktop.", "Meldungen auf dem Desktop zeigen."),
  ALERT_MAIL(
      "Who is told by e-mail, over the server that mail.server names.",
      "Wer per E-Mail benachrichtigt wird, über den Server, den mail.server nennt."),
  MAIL_SERVER(
      "Where e-mail is handed in; the password, mail.password, is kept as a secret.",
      "Wo E-Mail abgegeben wird; das Passwort, mail.password, wird als Geheimnis verwahrt."),
  MAIL_FROM(
      "Whom e-mail is from, unless that is the user of the server.",
      "Von wem E-Mail kommt, wenn nicht vom Benutzer des Servers."),
  MAIL_PASSWORD(
      "What the user of mail.server logs in with; a secret.",
      "Womit sich der Benutzer von mail.server anmeldet; ein Geheimnis."),
  WEBHOOK_FORM(
      "What the webhook understands; the webhook's address is kept as a secret.",
      "Was der Webhook versteht; seine Adresse wird als Geheimnis verwahrt."),
  WEBHOOK_CHANNELS(
      "Further webhooks by name, each told on its own; see webhook.NAME.url.",
      "Weitere Webhooks mit Namen, jeder für sich benachrichtigt; siehe webhook.NAME.url."),
  HEARTBEAT_EVERY(
      "Shortest time between two heartbeats; the heartbeat's address is kept as a secret.",
      "Kürzeste Zeit zwischen zwei Lebenszeichen; die Adresse dafür wird als Geheimnis verwahrt."),
  STATUS_URL(
      "Upstash's public status page, asked when several databases there fail together.",
      "Die öffentliche Statusseite von Upstash; sie wird gefragt, wenn mehrere "
          + "Datenbanken dort zugleich ausfallen."),
  HISTORY_KEEP(
      "How long single touches are kept; daily sums are kept for ever.",
      "Wie lange einzelne Besuche aufgehoben werden; Summen je Tag bleiben für immer."),
  METRICS_ADDRESS(
      "Where to serve metrics and health over HTTP; :9464 is for this computer alone.",
      "Wo Metriken und Zustand über HTTP angeboten werden; :9464 gilt nur für diesen Computer."),
  NETWORK_NAMES(
      "Public names that prove that this computer is online.",
      "Öffentliche Namen, die belegen, dass dieser Computer online ist."),
  UPDATE_CHECK(
      "Ask GitHub once a week whether there is a newer Upkeep; nothing is downloaded.",
      "Einmal in der Woche GitHub fragen, ob es ein neueres Upkeep gibt; heruntergeladen wird"
          + " nichts."),
  WEBHOOK_URL(
      "Where everything is posted that people are told; a secret.",
      "Wohin alles geht, was Menschen gemeldet wird; ein Geheimnis."),
  HEARTBEAT_URL(
      "Where to say, now and then, that the keeper is alive; a secret.",
      "Wo hin und wieder gesagt wird, dass Upkeep selbst lebt; ein Geheimnis."),
  // What values look like, to follow the key.
  LENGTH(
      "is a duration from {0} to {1}, such as 90m, 6h or 1d12h.",
      "ist eine Dauer von {0} bis {1}, wie 90m, 6h oder 1d12h."),
  WHOLE_NUMBER("is a whole number from {0} to {1}.", "ist eine ganze Zahl von {0} bis {1}."),
  FLAG("is true or false.", "ist „true“ oder „false“."),
  HOURS(
      "is two times of the day such as 22:00-07:00, or off.",
      "sind zwei Uhrzeiten wie 22:00-07:00, oder „off“."),
  WORD("is {0} or {1}.", "ist {0} oder {1}."),
  MARGIN_WORDS(
      "is half, quarter or days (the last three).",
      "ist „half“, „quarter“ oder „days“ (die Hälfte, ein Viertel, die letzten drei Tage)."),
  METRICS_FORM(
      "is an address and port such as 127.0.0.1:9464, [::1]:9464, 0.0.0.0:9464 or "
          + ":9464 (this computer alone); or off.",
      "ist eine Adresse mit Port wie 127.0.0.1:9464, [::1]:9464, 0.0.0.0:9464 oder "
          + ":9464 (nur dieser Computer); oder „off“."),
  NAMES_FORM(
      "is up to {0} public host names with commas between, or default.",
      "sind bis zu {0} öffentliche Hostnamen mit Kommas dazwischen, oder „default“."),
  CHANNELS_FORM(
      "is up to {0} names with semicolons between, each with form=FORM and events=EVENT,EVENT and"
          + " tags=TAG,TAG if wanted, or off.",
      "sind bis zu {0} Namen mit Strichpunkten dazwischen, jeder bei Bedarf mit form=FORM,"
          + " events=EVENT,EVENT und tags=TAG,TAG, oder „off“."),
  RECIPIENTS_FORM(
      "is up to {0} mail addresses with commas between, or off.",
      "sind bis zu {0} Mailadressen mit Kommas dazwischen, oder „off“."),
  MAIL_SERVER_FORM(
      "is smtps://USER@HOST, or smtp://USER@HOST:587 for STARTTLS, without a password; or off.",
      "ist smtps://USER@HOST, oder smtp://USER@HOST:587 für STARTTLS, ohne Passwort; oder „off“."),
  MAIL_FROM_FORM("is a mail address, or off.", "ist eine Mailadresse, oder „off“."),
  PAGE_FORM(
      "is an address that begins with https://, or http:// for this computer, or off.",
      "ist eine Adresse, die mit https:// beginnt, oder für diesen Computer mit "
          + "http://, oder „off“."),
  NOT("{0} {1}", "{0} {1}"),
  IT("It {0}", "Der Wert {0}"),
  DEFAULT("The default is {0}.", "Vorgabe: {0}."),
  QUOTED(" \"{0}\"", " („{0}“)"),
  UNKNOWN(
      "There is no setting{0}. The settings are: {1}.",
      "Diese Einstellung gibt es nicht{0}. Es gibt: {1}.");

  private final String english;
  private final String german;

  SettingPhrase(String english, String german) {
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
