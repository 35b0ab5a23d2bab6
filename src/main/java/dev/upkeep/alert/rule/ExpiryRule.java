package dev.upkeep.alert.rule;

import dev.upkeep.database.Provider;
import dev.upkeep.touch.CertificateTerm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Which of a certificate's thresholds somebody has to hear of. Pure.
final class ExpiryRule {
  private ExpiryRule() {}

  /// How many of them are passed. A provider renews its own, so that only its failing to is news:
  /// the last.
  static int passed(CertificateTerm term, AlertSubject subject, Instant now) {
    List<Duration> all = term.thresholds();
    List<Duration> ours = isRenewed(subject) ? List.of(all.getLast()) : all;
    Duration left = term.left(now);
    return (int) ours.stream().filter(threshold -> left.compareTo(threshold) <= 0).count();
  }

  /// Whether whoever runs the database replaces its certificate without being told.
  private static boolean isRenewed(AlertSubject subject) {
    return !subject.provider().equals(Provider.OTHER.displayName());
  }
}
