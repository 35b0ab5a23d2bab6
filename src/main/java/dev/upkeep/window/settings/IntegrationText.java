package dev.upkeep.window.settings;

import dev.upkeep.window.text.Text;

/// What is said of webhook, e-mail and heartbeat.
enum IntegrationText implements Text {
  WEBHOOK,
  WEBHOOK_HELP,
  HEARTBEAT,
  HEARTBEAT_HELP,
  MAIL_TO,
  MAIL_TO_HELP,
  MAIL_SERVER,
  MAIL_SERVER_HELP,
  MAIL,
  MAIL_HELP,
  WANTS_MAIL_TO,
  WANTS_MAIL_SERVER,
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
