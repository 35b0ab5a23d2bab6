package dev.upkeep.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When history may forget, and as of when: a clock that is wrong for a while must not make it
/// forget years. So a time is believed only if a touch of an earlier run has it, or once the clock
/// has gone on from there for a day without a jump. Pure but for what it remembers; for one thread.
final class PruneRule {
  private static final Duration EVERY = Duration.ofDays(1);

  /// A computer sleeps for a night, or over a weekend.
  private static final Duration LONGEST_SLEEP = Duration.ofDays(3);

  private static final Duration BACKWARD = Duration.ofMinutes(2);

  private Optional<Instant> believed = Optional.empty();
  private Instant since = Instant.EPOCH;
  private Instant lastLook = Instant.EPOCH;
  private boolean once;

  /// At the start of the agent.
  ///
  /// @param newest the newest touch that the history has; empty if it has none
  void begin(Instant now, Optional<Instant> newest) {
    believed = newest;
    since = now;
    lastLook = now;
    once = false;
  }

  /// To be asked every half minute.
  ///
  /// @return what to take for now when forgetting; empty for not now
  Optional<Instant> look(Instant now) {
    boolean jumped =
        now.isBefore(lastLook.minus(BACKWARD)) || now.isAfter(lastLook.plus(LONGEST_SLEEP));
    lastLook = now;
    if (jumped) {
      since = now;
      once = true;
      return Optional.empty();
    }
    if (!now.isBefore(since.plus(EVERY))) {
      since = now;
      believed = Optional.of(now);
      return believed;
    }
    if (once) {
      return Optional.empty();
    }
    once = true;
    return believed;
  }
}
