package dev.upkeep.language;

/// What a person should know of the history and its file.
public enum HistoryPhrase implements Phrase {
  REMOVED(
      "The history file {0} was removed while Upkeep was running. A new one was begun.",
      "Die Datei {0} der Historie wurde entfernt, während Upkeep lief. Eine neue ist begonnen."),
  BACK("History is written to {0} again.", "Die Historie wird wieder in {0} geschrieben."),
  NEWER(
      "{0} It stays as it is; touching goes on, and history is kept in memory.",
      "{0} Sie bleibt, wie sie ist; die Besuche gehen weiter, und die Historie bleibt "
          + "im Arbeitsspeicher."),
  NOT_WRITTEN(
      "History cannot be written: {0}; touching goes on.",
      "Die Historie lässt sich nicht schreiben: {0}; die Besuche gehen weiter."),
  FULL("the disk is full", "der Datenträger ist voll"),
  READ_ONLY(
      "the file or its folder is not writable", "die Datei oder ihr Ordner ist nicht beschreibbar"),
  IO_ERROR("the disk reports an error", "der Datenträger meldet einen Fehler"),
  BUSY("another program holds the file", "ein anderes Programm hält die Datei"),
  DAMAGED("the file is damaged", "die Datei ist beschädigt"),
  OTHER("SQLite reports {0}", "SQLite meldet {0}");

  private final String english;
  private final String german;

  HistoryPhrase(String english, String german) {
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
