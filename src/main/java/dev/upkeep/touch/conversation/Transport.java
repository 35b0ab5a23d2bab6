package dev.upkeep.touch.conversation;

import java.time.Duration;
import java.util.List;

/// An authenticated way to one database, for the length of one attempt.
public interface Transport {
  /// Sends the commands in one round trip and returns as many replies, in their order.
  ///
  /// @throws TouchFailure when the connection, not a single command, failed
  List<Reply> send(List<List<String>> commands) throws TouchFailure;

  /// How long the latest [#send] took, connecting not counted.
  Duration roundTrip();
}
