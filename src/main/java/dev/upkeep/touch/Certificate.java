package dev.upkeep.touch;

import java.time.Duration;
import java.time.Instant;

/// What a person wants to know of the server's certificate, whether it was accepted or not.
///
/// @param subject the common name, or the whole distinguished name where there is none
/// @param issuer likewise
/// @param notAfter the last instant at which it is valid
public record Certificate(String subject, String issuer, Instant notAfter) {

  /// Whole days of validity left; negative when it has expired.
  public long daysLeft(Instant now) {
    return Math.floorDiv(Duration.between(now, notAfter).toSeconds(), 86_400L);
  }
}
