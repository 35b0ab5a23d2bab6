package dev.upkeep.touch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How long the certificate of a server is valid.
///
/// @param from the first instant
/// @param until the last
public record CertificateTerm(Instant from, Instant until) {
  /// That of the certificate that a touch has accepted; one that it refused may be anybody's.
  public static Optional<CertificateTerm> acceptedBy(Touch touch) {
    return touch.timings().of(Rung.TLS).isPresent()
        ? touch
            .certificate()
            .flatMap(shown ->
                shown.details().map(all -> new CertificateTerm(all.notBefore(), shown.notAfter())))
        : Optional.empty();
  }

  private static final Duration LONGEST_QUARTER = Duration.ofDays(21);
  private static final Duration LONGEST_EIGHTH = Duration.ofDays(7);
  private static final Duration LAST_DAYS = Duration.ofDays(3);

  /// What lives no longer than this is replaced by a machine every few days.
  private static final Duration SHORT_LIVED = Duration.ofDays(10);

  private static final Duration LAST_DAY = Duration.ofDays(1);

  /// How much is left when it is worth telling, the longest first: a quarter of its lifetime, an
  /// eighth, three days.
  public List<Duration> thresholds() {
    Duration lifetime = lifetime();
    if (lifetime.compareTo(SHORT_LIVED) < 0) {
      return List.of(LAST_DAY);
    }
    return Stream.of(
            shorter(lifetime.dividedBy(4), LONGEST_QUARTER),
            shorter(lifetime.dividedBy(8), LONGEST_EIGHTH),
            LAST_DAYS)
        .distinct()
        .sorted(Collections.reverseOrder())
        .toList();
  }

  /// Whether the first of the thresholds is passed.
  public boolean endsSoon(Instant now) {
    return left(now).compareTo(thresholds().getFirst()) <= 0;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  public Duration lifetime() {
    return Duration.between(from, until);
  }

  /// What is left; negative when it has expired.
  public Duration left(Instant now) {
    return Duration.between(now, until);
  }
}
