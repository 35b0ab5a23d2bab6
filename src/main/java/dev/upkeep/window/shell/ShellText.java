package dev.upkeep.window.shell;

import dev.upkeep.window.text.Text;

/// What stands around the pages.
public enum ShellText implements Text {
  TITLE,
  DATABASES,
  SAFETY,
  HISTORY,
  SETTINGS,
  HELP,
  TABS,
  TOUCH_ALL,
  TOUCHING,
  STOP,
  ADD,
  UNDO,
  DISMISS,
  // The headline.
  CONNECTING,
  NONE_YET,
  ALL_ALIVE,
  SOME_ALIVE,
  COUNT_DOWN,
  COUNT_FAILING,
  COUNT_UNKNOWN,
  COUNT_PAUSED,
  NEAREST_DEADLINE,
  DEADLINES_PASSED,
  NEXT_TOUCH,
  OFFLINE,
  SCHEDULE_RESTS,
  ACT_FIRST,
  // Banners.
  AGENT_GONE,
  AGENT_GONE_BY_HAND,
  START_AGENT,
  OTHER_VERSION_BY_HAND,
  RESTART_AGENT,
  STARTING,
  CANNOT_START,
  // Answers.
  ALL_TOUCHED,
  SOME_FAILED,
  SHOW_THEM,
  STOPPED
}
