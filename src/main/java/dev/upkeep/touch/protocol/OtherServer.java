package dev.upkeep.touch.protocol;

import dev.upkeep.language.ServerPhrase;
import dev.upkeep.touch.FailureKind;
import java.util.List;
import java.util.Optional;

/// Recognises what speaks Redis and keeps no data: a Sentinel, which only knows where the master
/// is.
final class OtherServer {
  private OtherServer() {}

  /// Asks what it is, after it did not know the commands that every database knows.
  static Optional<TouchFailure> of(Transport transport, Attempt attempt) throws TouchFailure {
    Reply info = transport.send(List.of(List.of("INFO", "server"))).getFirst();
    if (info instanceof Reply.Text text && text.value().contains("redis_mode:sentinel")) {
      return Optional.of(
          TouchFailure.lasting(
              FailureKind.SERVER,
              ServerPhrase.SENTINEL.with(attempt.database().endpoint().hostAndPort()),
              ServerPhrase.SENTINEL_ADVICE.with()));
    }
    return Optional.empty();
  }
}
