package dev.upkeep.window.databases;

import dev.upkeep.window.text.Text;

/// The overview.
public enum DatabasesText implements Text {
  LIST,
  FILTER,
  NO_MATCH,
  KIND_ALL,
  KIND_ATTENTION,
  KIND_PAUSED,
  KIND_COUNTED,
  SORT,
  SORT_DANGER,
  SORT_NAME,
  SORT_DEADLINE,
  SORT_STATE,
  SORT_LAST_TOUCH,
  COMPACT,
  ONLY,
  // Marks, for those who do not see them.
  STATE_ALIVE,
  STATE_ATTENTION,
  STATE_FULL,
  STATE_DANGER,
  STATE_PAUSED,
  STATE_OFFLINE,
  STATE_EMPTY,
  // How long it is safe.
  SAFE_UNTIL,
  DEADLINE_PASSED,
  NOT_VERIFIED,
  NO_DEADLINE,
  LEFT,
  // How it went.
  LAST,
  NEVER_TOUCHED,
  TOUCHING,
  // What comes next.
  NEXT,
  TRIES_AGAIN,
  PAUSED_UNTIL,
  PAUSED,
  RESTS,
  // What can be done.
  TOUCH_NOW,
  MORE,
  PAUSE_1,
  PAUSE_4,
  PAUSE_24,
  PAUSE,
  RESUME,
  EDIT,
  HISTORY,
  REMOVE,
  REMOVE_SEVERAL,
  // What came of it.
  RESULT_WRITE,
  RESULT_READ,
  RESULT_KEY_MISSING,
  RESULT_PING,
  RESULT_BAD,
  REMOVED,
  RESTORED,
  AND_MORE,
  // The strip.
  STRIP,
  STRIP_ALIVE,
  STRIP_BAD,
  STRIP_UNWATCHED,
  // No databases yet.
  EMPTY_TITLE,
  EMPTY_BUTTON,
  EMPTY_PASTE,
  EMPTY_URL,
  EMPTY_REST,
  EMPTY_CLI
}
