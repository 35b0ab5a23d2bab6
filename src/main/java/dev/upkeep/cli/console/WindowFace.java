package dev.upkeep.cli.console;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// The window, for the command that opens it. This package does not know how one is made.
@FunctionalInterface
public interface WindowFace {
  /// Opens the window and blocks until it is closed.
  ///
  /// @param stateFolder where the agent is to be found
  /// @param profile that leads there; empty for the default one
  /// @param database whose history to begin with; empty for the overview
  /// @return whether there is a screen; without one nothing was opened
  /// @throws UnsatisfiedLinkError if a library of the system is missing that windows are drawn with
  boolean open(Path stateFolder, Optional<String> profile, Optional<UUID> database);
}
