package dev.upkeep.upstash.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is remembered of a database's counters from look to look.
///
/// @param baseline the look that the next one is compared with
/// @param verdict of the last look that could tell
/// @param decidedAt when that was
/// @param still looks in a row that told that nothing was counted
/// @param stillSince when the first of them was
/// @param told whether people know of them
public record CountMemory(
    Optional<Counters> baseline,
    CountVerdict verdict,
    Optional<Instant> decidedAt,
    int still,
    Optional<Instant> stillSince,
    boolean told) {
  /// Two looks that are closer together may have seen the same late figures.
  public static final Duration APART = Duration.ofHours(24);

  /// Nothing was looked at yet.
  public static final CountMemory NONE =
      new CountMemory(
          Optional.empty(), CountVerdict.UNKNOWN, Optional.empty(), 0, Optional.empty(), false);

  /// After one more look.
  ///
  /// @param writes and touches as in [CountRule#judge]
  public CountMemory after(Counters now, List<Instant> writes, long touches) {
    if (baseline.isEmpty()) {
      return withBaseline(now);
    }
    Counters before = baseline.get();
    CountVerdict found = CountRule.judge(before, now, writes, touches);
    Counters next = CountRule.isSettled(before, now, writes) ? now : before;
    return switch (found) {
      case UNKNOWN ->
          CountRule.startsAnew(before, now)
              ? new CountMemory(Optional.of(now), verdict, decidedAt, 0, Optional.empty(), told)
              : withBaseline(next);
      case COUNTED, BY_OTHERS ->
          new CountMemory(
              Optional.of(next), found, Optional.of(now.at()), 0, Optional.empty(), false);
      case NOT_COUNTED ->
          new CountMemory(
              Optional.of(next),
              found,
              Optional.of(now.at()),
              still + 1,
              stillSince.or(() -> Optional.of(now.at())),
              told);
    };
  }

  /// Whether people are to be told, by the look of this moment, that touches seem not to be
  /// counted.
  public boolean isAlarming(Instant now) {
    return !told
        && verdict == CountVerdict.NOT_COUNTED
        && decidedAt.equals(Optional.of(now))
        && still >= 2
        && stillSince.filter(since -> !now.isBefore(since.plus(APART))).isPresent();
  }

  CountMemory withTold() {
    return new CountMemory(baseline, verdict, decidedAt, still, stillSince, true);
  }

  private CountMemory withBaseline(Counters next) {
    return new CountMemory(Optional.of(next), verdict, decidedAt, still, stillSince, told);
  }
}
