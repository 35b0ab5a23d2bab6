package dev.upkeep.language;

/// Moments and lengths of time, and how dates are written.
public enum TimePhrase implements Phrase {
  DATE("d MMM", "d. MMM"),
  LONG_DATE("d MMMM", "d. MMMM"),
  CLOCK_WAS_WRONG(
      "at an unknown time (a clock was wrong)", "zu unbekannter Zeit (eine Uhr ging falsch)"),
  JUST_NOW("just now", "gerade eben"),
  AGO("{0} ago", "vor {0}"),
  NOW("now", "jetzt"),
  IN("in {0}", "in {0}"),
  ON("on {0}", "am {0}"),
  AT("at {0}", "um {0}"),
  FOR("for {0}", "für {0}"),
  UNTIL("until {0}", "bis {0}"),
  UNTIL_DATE("until {0}", "bis zum {0}"),
  BRIEFLY("less than a minute", "weniger als eine Minute"),
  LEFT("{0} left", "noch {0}"),
  DAYS_LEFT("{0} {0|day|days} left", "noch {0} {0|Tag|Tage}"),
  EXPIRED("expired {0} {0|day|days} ago", "vor {0} {0|Tag|Tagen} abgelaufen"),
  POINT(".", ","),
  IN_BRIEFLY("in less than a minute", "in weniger als einer Minute");

  private final String english;
  private final String german;

  TimePhrase(String english, String german) {
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
