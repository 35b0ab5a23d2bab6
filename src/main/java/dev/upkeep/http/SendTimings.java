package dev.upkeep.http;

import java.time.Duration;
import java.util.Optional;

/// How long each part of one send took, as far as it came. A part is empty when it was not reached,
/// or not needed because the name was known or the connection stood already.
///
/// @param resolve the name lookup
/// @param connect until TCP stood; always empty for plain `http`, where nobody can see it apart
/// @param tls until the handshake was done
/// @param exchange from there to the last byte of the answer
public record SendTimings(
    Optional<Duration> resolve,
    Optional<Duration> connect,
    Optional<Duration> tls,
    Optional<Duration> exchange) {
  public static final SendTimings NONE =
      new SendTimings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
