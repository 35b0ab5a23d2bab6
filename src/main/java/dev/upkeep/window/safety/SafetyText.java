package dev.upkeep.window.safety;

import dev.upkeep.window.text.Text;

/// The page of safety.
enum SafetyText implements Text {
  OFF_UNTIL,
  OFF_PROMPT,
  NOT_OFF,
  DAYS,
  FOR_GOOD,
  END,
  END_SPOKEN,
  NO_TIME,
  LIST,
  NOTHING,
  TODAY,
  // The legend.
  DEADLINE,
  IN_DANGER,
  TOUCHES,
  OFF,
  OTHERS,
  // What a row says beside its picture.
  SAFE_UNTIL,
  PASSED,
  UNKNOWN,
  KEEPER
}
