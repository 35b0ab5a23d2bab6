package dev.upkeep.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How much of a window a database was watched, and how much of the watched time it was up.
///
/// A touch vouches for the time until its next due + 10 %, or until another touch speaks; after
/// that, time is unwatched and counts as neither up nor down. A failed touch vouches for downtime
/// in the same way. A touch that was skipped, or that failed for a reason of our own (SECRET,
/// INTERNAL), vouches for nothing and takes nothing away.
///
/// @param span the window, or what has passed of it since the first touch
/// @param watched the part of the span that touches vouch for
/// @param up the part of the watched time that successful touches vouch for
public record Uptime(Duration span, Duration watched, Duration up) {
  public static final Uptime NONE = new Uptime(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /// Watched time as a share of the span, 0 to 1; empty before the first touch.
  public OptionalDouble watchedShare() {
    return share(watched, span);
  }

  /// Time up as a share of the *watched* time, 0 to 1; empty when nothing was watched.
  public OptionalDouble upShare() {
    return share(up, watched);
  }

  private static OptionalDouble share(Duration part, Duration whole) {
    return whole.isZero()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) part.toMillis() / whole.toMillis());
  }

  /// The uptime of one database, from all its touches in any order. [History#uptime] gives the same
  /// figures without reading them all.
  ///
  /// @param window how far to look back from now
  public static Uptime of(Collection<RecordedTouch> touches, Duration window, Instant now) {
    Optional<Instant> first =
        touches.stream().map(RecordedTouch::at).min(Comparator.naturalOrder());
    if (first.isEmpty()) {
      return NONE;
    }
    long to = Coverage.millis(now);
    long from = Math.max(to - window.toMillis(), Coverage.millis(first.get()));
    List<Coverage> vouches =
        touches.stream()
            .sorted(Comparator.comparing(RecordedTouch::at).thenComparingLong(RecordedTouch::id))
            .flatMap(touch -> Coverage.of(touch).stream())
            .toList();
    return from < to ? new Watched().add(vouches, from, to).uptime(to - from) : NONE;
  }

  /// Milliseconds watched and up, while they are added together.
  public static final class Watched {
    private long watched;
    private long up;

    /// What vouches, sorted by time, say about a span.
    public Watched add(List<Coverage> vouches, long from, long to) {
      for (int i = 0; i < vouches.size(); i++) {
        Coverage vouch = vouches.get(i);
        long next = i + 1 < vouches.size() ? vouches.get(i + 1).at() : Long.MAX_VALUE;
        long time = Coverage.overlap(vouch.at(), Math.min(vouch.until(), next), from, to);
        add(time, vouch.up() ? time : 0);
      }
      return this;
    }

    public Watched add(long moreWatched, long moreUp) {
      watched += moreWatched;
      up += moreUp;
      return this;
    }

    public Uptime uptime(long span) {
      return new Uptime(Duration.ofMillis(span), Duration.ofMillis(watched), Duration.ofMillis(up));
    }
  }
}
