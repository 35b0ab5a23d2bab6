package dev.upkeep.language;

import java.util.Locale;

/// What an Upstash account says of databases, and what to make of it.
public enum AccountPhrase implements Phrase {
  MANY_NEWS("{0} news of your Upstash account", "{0} Neuigkeiten aus Ihrem Upstash-Konto"),
  APPEARED(
      "{0} is new in your Upstash account, and nobody keeps it",
      "{0} ist neu in Ihrem Upstash-Konto, und niemand hält es wach"),
  APPEARED_TEXT(
      "Without traffic Upstash archives a free database. Keep it with upkeep account --keep {0}, or let it be with --ignore {0}.",
      "Ohne Verkehr archiviert Upstash eine kostenlose Datenbank. Mit upkeep account --keep {0} halten Sie sie wach, mit --ignore {0} nicht."),
  KEPT(
      "{0} is new in your Upstash account, and kept from now on",
      "{0} ist neu in Ihrem Upstash-Konto und wird ab jetzt wach gehalten"),
  KEPT_TEXT(
      "That new free databases are kept was chosen when the account was linked.",
      "Dass neue kostenlose Datenbanken wach gehalten werden, wurde beim Verknüpfen des Kontos gewählt."),
  NOT_ADDED_TEXT(
      "It was to be kept without a question, and could not be added: {0}",
      "Sie sollte ohne Rückfrage wach gehalten werden und ließ sich nicht hinzufügen: {0}"),
  MANY_APPEARED(
      "{0} databases are new in your Upstash account, and nobody keeps them",
      "{0} Datenbanken sind neu in Ihrem Upstash-Konto, und niemand hält sie wach"),
  MANY_APPEARED_TEXT(
      "{0} and others. upkeep account shows them.", "{0} und andere. upkeep account zeigt sie."),
  GONE("{0} is gone from your Upstash account", "{0} ist aus Ihrem Upstash-Konto verschwunden"),
  GONE_TEXT(
      "The account does not list it any more: it was archived or deleted. What was archived can be restored in the console, as a new database; upkeep rescue goes on with that one under this name.",
      "Das Konto führt sie nicht mehr: Sie wurde archiviert oder gelöscht. Archiviertes lässt sich in der Konsole wiederherstellen, als neue Datenbank; upkeep rescue macht mit ihr unter diesem Namen weiter."),
  NOT_ACTIVE("Upstash says that {0} is {1}", "Upstash nennt {0} „{1}“"),
  SUSPENDED_TEXT(
      "A suspended database serves nobody. The console says why, and what to do.",
      "Eine angehaltene Datenbank (suspended) bedient niemanden. Die Konsole sagt, warum und was zu tun ist."),
  STATE_TEXT(
      "What that word means is documented nowhere. Look at the database in the console.",
      "Was das Wort bedeutet, ist nirgends dokumentiert. Sehen Sie in der Konsole nach."),
  NOT_COUNTED(
      "Upstash seems not to count touches of {0}",
      "Upstash scheint Kontakte mit {0} nicht zu zählen"),
  NOT_COUNTED_TEXT(
      "Its counters stood still at {0} reads and writes of this month in {1} looks, although touches wrote and read back in between. Its figures may be late. If it stays so, Upstash may take the database for inactive.",
      "Seine Zähler standen bei {1} Blicken still bei {0} Lese- und Schreibzugriffen des Monats, obwohl Kontakte dazwischen schrieben und zurücklasen. Die Zahlen können verspätet sein. Bleibt es so, könnte Upstash die Datenbank für untätig halten."),
  QUOTA(
      "{0} has used {1} % of its commands of this month",
      "{0} hat {1} % der Befehle dieses Monats verbraucht"),
  QUOTA_TEXT(
      "{0} of {1} commands this month; touches are about {2} of them. When all are used, Upstash refuses to write until the next month.",
      "{0} von {1} Befehlen in diesem Monat; Kontakte sind etwa {2} davon. Sind alle verbraucht, lässt Upstash bis zum nächsten Monat nicht schreiben."),
  REJECTED(
      "Upstash does not accept the key of your account any more",
      "Upstash nimmt den Schlüssel Ihres Kontos nicht mehr an"),
  REJECTED_TEXT(
      "Databases are touched as before, but nobody looks at what Upstash says of them. Make another key in the console, under Account, Management API, and give it with upkeep link-upstash.",
      "Datenbanken werden weiter wach gehalten, aber niemand sieht nach, was Upstash über sie sagt. Erzeugen Sie in der Konsole unter Account, Management API einen neuen Schlüssel, und geben Sie ihn mit upkeep link-upstash an."),
  NOT_LINKED(
      "No Upstash account is linked. upkeep link-upstash links one.",
      "Kein Upstash-Konto ist verknüpft. upkeep link-upstash verknüpft eines."),
  LINKED("The account is linked.", "Das Konto ist verknüpft."),
  UNLINKED(
      "No account is linked any more, and its key is forgotten.",
      "Kein Konto ist mehr verknüpft, und sein Schlüssel ist vergessen."),
  PROBING(
      "To find out what the key may do, Upstash is asked once to delete a database that cannot exist (readonly-check-nonexistent). --no-probe leaves that out.",
      "Um zu erfahren, was der Schlüssel darf, wird Upstash einmal gebeten, eine Datenbank zu löschen, die es nicht geben kann (readonly-check-nonexistent). --no-probe lässt das weg."),
  KEY_READ_ONLY("Its key may only read.", "Sein Schlüssel darf nur lesen."),
  KEY_FULL(
      "Its key may change and delete databases, too. A read-only one is enough: make one in the console and link again.",
      "Sein Schlüssel darf Datenbanken auch ändern und löschen. Einer, der nur liest, genügt: Erzeugen Sie einen in der Konsole und verknüpfen Sie neu."),
  KEY_UNKNOWN(
      "Upstash did not tell what its key may do.",
      "Upstash hat nicht gesagt, was sein Schlüssel darf."),
  KEY_UNTRIED(
      "What its key may do was not tried.", "Was sein Schlüssel darf, wurde nicht versucht."),
  LOOKED_AT(
      "Looked at {0}: {1} {1|database|databases}.",
      "Zuletzt angesehen {0}: {1} {1|Datenbank|Datenbanken}."),
  NEVER_LOOKED("It was not looked at yet.", "Es wurde noch nicht angesehen."),
  KEEPS_NEW(
      "New databases are kept without a question, if they are free and active.",
      "Neue Datenbanken werden ohne Rückfrage wach gehalten, wenn sie kostenlos und aktiv sind."),
  UNKEPT(
      "{0} {0|database that nobody keeps|databases that nobody keeps}; upkeep account --keep NAME adds one:",
      "{0} {0|Datenbank, die niemand wach hält|Datenbanken, die niemand wach hält}; upkeep account --keep NAME fügt eine hinzu:"),
  SAYS_STATE("Upstash says: {0}.", "Upstash sagt: {0}."),
  SAYS_GONE(
      "Not in the Upstash account any more since {0}.", "Seit {0} nicht mehr im Upstash-Konto."),
  COUNTED_NOTE(
      "Touches are counted by Upstash, as its counters showed {0}.",
      "Kontakte werden von Upstash gezählt, wie seine Zähler zeigen ({0})."),
  BY_OTHERS_NOTE(
      "Others use it too, so whether touches alone would count cannot be told.",
      "Auch andere benutzen sie; ob Kontakte allein zählten, lässt sich nicht sagen."),
  NOT_COUNTED_NOTE(
      "Upstash's counters stood still {0} although touches wrote. Its figures may be late.",
      "Upstashs Zähler standen still ({0}), obwohl Kontakte schrieben. Die Zahlen können verspätet sein."),
  REQUESTS_NOTE("{0} of {1} commands this month.", "{0} von {1} Befehlen in diesem Monat."),
  SHORT_COUNTED("counted by Upstash", "von Upstash gezählt"),
  SHORT_NOT_COUNTED("not counted by Upstash", "von Upstash nicht gezählt"),
  SHORT_GONE("gone from the Upstash account", "nicht mehr im Upstash-Konto"),
  SHORT_STATE("{0}, says Upstash", "laut Upstash {0}"),
  SHORT_REQUESTS("{0} of {1} commands this month", "{0} von {1} Befehlen im Monat"),
  LAST_WRITE(
      "It was last written to and read back on {0}.",
      "Zuletzt geschrieben und zurückgelesen wurde sie am {0}."),
  RESCUED(
      "{0} goes on at {1}, with its name, history, tags and settings. The old secret is removed.",
      "{0} geht auf {1} weiter, mit Namen, Verlauf, Tags und Einstellungen. Das alte Geheimnis ist entfernt."),
  /// Digits in groups of three.
  THOUSANDS("{0},{1}", "{0}.{1}"),
  KEEP("Keep", "Wach halten"),
  IGNORE("Ignore", "Ignorieren");

  private final String english;
  private final String german;

  AccountPhrase(String english, String german) {
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

  /// A figure as a person reads it.
  public static Object figure(long number) {
    return number < 1_000
        ? String.valueOf(number)
        : THOUSANDS.with(
            figure(number / 1_000), String.format(Locale.ROOT, "%03d", number % 1_000));
  }
}
