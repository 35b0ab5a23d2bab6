package dev.upkeep.window.settings;

import dev.upkeep.window.text.Text;

/// What is said of webhook and heartbeat.
enum IntegrationText implements Text {
  WEBHOOK,
  WEBHOOK_HELP,
  HEARTBEAT,
  HEARTBEAT_HELP,
  FORM,
  FORM_HELP,
  FORM_AUTO,
  FORM_JSON,
  EVERY,
  EVERY_HELP,
  SET,
  SET_ELSEWHERE,
  NOT_SET,
  UNKNOWN,
  SHOW,
  TEST,
  REMOVE,
  TESTING,
  DELIVERED,
  NOT_DELIVERED
}
