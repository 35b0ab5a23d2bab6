package dev.upkeep.window.text;

/// Moments and lengths of time.
enum MomentsText implements Text {
  JUST_NOW,
  CLOCK_WAS_WRONG,
  AGO,
  NOW,
  IN,
  ON,
  SECONDS,
  MINUTES,
  HOURS,
  HOURS_MINUTES,
  DAYS,
  DAYS_HOURS,
  MILLIS
}
