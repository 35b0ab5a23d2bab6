package dev.upkeep.window.link;

import dev.upkeep.control.AgentException;
import java.io.IOException;

/// Starts an agent, in place of one of another version or of one that is gone.
public interface AgentStarter {
  /// Starts one. Blocks until it was begun, not until it answers.
  void start() throws IOException;

  /// Ends the one there is, of whatever version, and starts one of ours.
  void restart() throws IOException, AgentException;
}
