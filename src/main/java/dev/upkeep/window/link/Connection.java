package dev.upkeep.window.link;

import java.time.Instant;

/// How the window and the agent stand.
public sealed interface Connection {
  /// The first try has not ended yet.
  record Connecting() implements Connection {}

  /// What is seen is what is.
  record Connected() implements Connection {}

  /// The agent is gone. What is seen is from before; it is looked for again and again.
  record Lost(Instant since) implements Connection {}

  /// The agent speaks a version of the protocol that this window does not.
  record OtherVersion(int version) implements Connection {}
}
