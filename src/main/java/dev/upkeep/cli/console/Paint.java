package dev.upkeep.cli.console;

import dev.upkeep.history.Health;

/// Colours the word for a database's state, and nothing else: colour only repeats what the word
/// says.
public enum Paint {
  NONE,
  /// The standard colours of ECMA-48, which every terminal maps to its theme.
  ANSI;

  /// The text in the colour of the state.
  public String state(Health health, String text) {
    if (this == NONE) {
      return text;
    }
    int colour =
        switch (health) {
          case ALIVE -> 32;
          case FAILING -> 33;
          case DOWN -> 31;
          case PAUSED, UNKNOWN -> 90;
        };
    return "\u001b[" + colour + "m" + text + "\u001b[0m";
  }
}
