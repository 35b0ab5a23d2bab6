package dev.upkeep.window.help;

import dev.upkeep.window.text.Text;

/// What the page of help says.
enum HelpText implements Text {
  ACTIVITY,
  ACTIVITY_KNOWN,
  ACTIVITY_DONE,
  ACTIVITY_UNSURE,
  DIAGNOSTICS,
  DIAGNOSTICS_HELP,
  COPY,
  COPIED,
  ABOUT,
  VERSION,
  LICENCE
}
