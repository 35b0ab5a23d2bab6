package dev.upkeep.language;

/// What becomes of databases while this computer keeps none.
public enum OutlookPhrase implements Phrase {
  AND("{0} and {1}", "{0} und {1}"),
  AND_MORE("{0} and {1} more", "{0} und {1} weitere"),
  IF_ON(
      "If this computer stays on, databases are touched as planned; each flag says until when one is"
          + " safe without that.",
      "Bleibt dieser Computer an, wird wie geplant berührt; jede Fahne sagt, bis wann eine Datenbank"
          + " ohne das sicher ist."),
  IF_NEVER_ALONE(
      "If this computer never comes back, nobody else keeps {0}.",
      "Kommt dieser Computer nie zurück, hält niemand sonst {0} am Leben."),
  IF_NEVER_KEPT(
      "If this computer never comes back, others were seen to keep every database.",
      "Kommt dieser Computer nie zurück: Alle Datenbanken halten auch andere am Leben."),
  FIRST_DEADLINE("The first deadline is on {0}.", "Die erste Frist endet am {0}."),
  IF_OFF_IN_DANGER(
      "If this computer stays off until {0}, {1} {2|is|are} in danger.",
      "Bleibt dieser Computer bis {0} aus, {2|ist|sind} {1} in Gefahr."),
  IF_OFF_SAFE(
      "If this computer stays off until {0}, no database that it keeps is in danger.",
      "Bleibt dieser Computer bis {0} aus, ist keine seiner Datenbanken in Gefahr."),
  IF_OFF_KEPT(
      "{0} {1|is|are} kept by others as well.",
      "{0} {1|wird|werden} auch von anderen am Leben gehalten."),
  IF_OFF_UNKNOWN(
      "Until when {0} {1|is|are} safe, nobody knows.",
      "Bis wann {0} sicher {1|ist|sind}, weiß niemand."),
  NONE(
      "No databases yet. Add the first one: upkeep add.",
      "Noch keine Datenbanken. Die erste fügen Sie so hinzu: upkeep add."),
  DRILL("If this computer died today:", "Fiele dieser Computer heute aus:"),
  ALONE("nobody else keeps it", "niemand sonst hält sie am Leben"),
  SAFE_UNTIL("{0}: safe until {1}; {2}.", "{0}: sicher bis {1}; {2}."),
  PASSED("{0}: its deadline passed on {1}; {2}.", "{0}: Ihre Frist ist am {1} abgelaufen; {2}."),
  NOT_KNOWN(
      "{0}: until when it is safe is not known; {1}.",
      "{0}: Bis wann sie sicher ist, ist nicht bekannt; {1}."),
  KEEPER("{0} was seen to keep it, {1}", "{0} hält sie auch am Leben, gesehen {1}"),
  SECOND_KEEPER(
      "A second keeper that needs no computer of yours: upkeep deploy github-actions.",
      "Ein zweiter Wächter, der keinen Ihrer Computer braucht: upkeep deploy github-actions.");

  private final String english;
  private final String german;

  OutlookPhrase(String english, String german) {
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
