package dev.upkeep.touch.protocol;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How often a touch is tried and how long is waited between: exponential backoff with full jitter,
/// so that many keepers that failed together do not come back together
/// ([why](https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/)).
///
/// @param attempts at most, the first included
/// @param base the longest wait after the first attempt; it doubles with every further one
record Retry(int attempts, Duration base) {
  static final Retry STANDARD = new Retry(3, Duration.ofMillis(500));

  /// The wait after the attempt of this number, counted from 1: anything from none to `base ×
  /// 2^(attempt-1)`.
  Duration delayAfter(int attempt, RandomGenerator random) {
    long longest = base.multipliedBy(1L << (attempt - 1)).toMillis();
    return Duration.ofMillis(random.nextLong(longest + 1));
  }
}
