package dev.upkeep.window.account;

import dev.upkeep.window.text.Text;

/// Importing from an Upstash account.
public enum ImportText implements Text {
  TITLE,
  EXPLAIN,
  EMAIL,
  API_KEY,
  SHOW_KEY,
  KEY_HELP,
  LINK,
  LINK_HELP,
  UNLINK,
  LIST,
  LISTING,
  // What the account has.
  DATABASES,
  FOUND,
  FOUND_NONE,
  UNREADABLE,
  FILTER,
  NO_MATCH,
  CHOOSE_ALL,
  CHOOSE_NONE,
  OTHER_ACCOUNT,
  ADD,
  ADD_UNTESTED,
  STOP,
  DONE,
  // A row.
  FREE,
  PAID,
  SUSPENDED,
  PASSIVE,
  KEPT,
  NO_CREDENTIALS,
  PAID_HELP,
  WAITING,
  // What came of it.
  PROGRESS,
  ADDED,
  ADDED_SOME,
  FORGOTTEN
}
