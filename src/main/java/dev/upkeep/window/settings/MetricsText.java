package dev.upkeep.window.settings;

import dev.upkeep.window.text.Text;

/// What is said of the metrics that the agent serves.
enum MetricsText implements Text {
  MONITORING,
  ADDRESS,
  ADDRESS_HELP,
  SERVED,
  BY_OPTION,
  OFF,
  CHECK,
  WANTS_ADDRESS,
  NOT_SERVED
}
