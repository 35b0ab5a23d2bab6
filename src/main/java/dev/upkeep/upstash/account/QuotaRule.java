package dev.upkeep.upstash.account;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// How near the end of what a plan allows a database is. Pure.
public final class QuotaRule {
  /// What the free plan allows in a month, for an account that does not say; see the provider's
  /// [pricing](https://upstash.com/docs/redis/overall/pricing).
  public static final long FREE_REQUESTS = 500_000;

  /// Told once each, in per cent.
  public static final List<Integer> LEVELS = List.of(80, 95);

  private QuotaRule() {}

  /// What was told of a month.
  ///
  /// @param level the highest of [#LEVELS], or 0
  public record Told(YearMonth month, int level) {}

  /// The level that was reached and of which people do not know.
  public static Optional<Integer> reached(
      long used, long limit, YearMonth month, Optional<Told> told) {
    int known = told.filter(one -> one.month().equals(month)).map(Told::level).orElse(0);
    return LEVELS.reversed().stream()
        .filter(level -> limit > 0 && isReached(used, limit, level) && level > known)
        .findFirst();
  }

  /// Without a rounding that would tell too early, and without an overflow.
  private static boolean isReached(long used, long limit, int level) {
    return Math.multiplyHigh(used, 100) > Math.multiplyHigh(limit, level)
        || (Math.multiplyHigh(used, 100) == Math.multiplyHigh(limit, level)
            && Long.compareUnsigned(used * 100, limit * level) >= 0);
  }
}
