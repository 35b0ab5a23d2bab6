package dev.upkeep.agent.desktop;

import dev.upkeep.desktop.OwnProgram;
import dev.upkeep.process.OtherProgram;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// How the window is started.
///
/// @param program empty if it is not known how to start it
/// @param profile that leads to this agent; empty for the default one
/// @param environment ours, of which the window sees what is no secret
public record WindowProgram(
    Optional<OwnProgram> program, Optional<String> profile, Map<String, String> environment) {

  /// Starts a window, with nothing to read and nobody who reads what it writes.
  ///
  /// @param database whose history to begin with; empty for the overview
  /// @param withheld names of variables that hold secrets, besides our own
  /// @throws IOException if it cannot be started, with a sentence
  Process start(Optional<UUID> database, Collection<String> withheld) throws IOException {
    OwnProgram known =
        program.orElseThrow(() ->
            new IOException("It needs the installed program, and this one was started by hand."));
    return OtherProgram.of(
            known.window(profile, database), ChildEnvironment.of(environment, withheld))
        .redirectInput(OtherProgram.NOTHING)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }
}
