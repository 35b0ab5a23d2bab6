package dev.upkeep.touch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a person wants to know of the server's certificate, whether it was accepted or not.
///
/// @param subject the common name, or the whole distinguished name where there is none
/// @param issuer likewise
/// @param notAfter the last instant at which it is valid
/// @param details empty where an older Upkeep has looked at it
public record Certificate(
    String subject, String issuer, Instant notAfter, Optional<Details> details) {

  /// One of which no more is known.
  public Certificate(String subject, String issuer, Instant notAfter) {
    this(subject, issuer, notAfter, Optional.empty());
  }

  /// The rest.
  ///
  /// @param names the hosts and addresses that it is for, where somebody looks closely
  /// @param notBefore the first instant at which it is valid
  /// @param pinned whether it has signed itself, and was accepted, since it was given as its own
  ///   authority
  public record Details(List<String> names, Instant notBefore, boolean pinned) {
    public Details {
      names = List.copyOf(names);
    }
  }

  public List<String> names() {
    return details.map(Details::names).orElse(List.of());
  }

  /// See [Details].
  public boolean pinned() {
    return details.filter(Details::pinned).isPresent();
  }

  /// Whole days of validity left; negative when it has expired.
  public long daysLeft(Instant now) {
    return Math.floorDiv(Duration.between(now, notAfter).toSeconds(), 86_400L);
  }
}
