package dev.upkeep.touch;

import dev.upkeep.language.TouchPhrase;
import java.time.Instant;
import java.util.Optional;

/// What a touch has to know of the ones before it, to tell a database that lags from one that only
/// plays back what it was given long ago.
///
/// @param lastWrite when our last verified write began
/// @param stale whether the touch before this one wrote, and read something older
public record TouchesBefore(Optional<Instant> lastWrite, boolean stale) {
  public static final TouchesBefore NONE = new TouchesBefore(Optional.empty(), false);

  /// Whether a touch wrote, and read something older.
  public static boolean wasStale(Touch touch) {
    return touch.outcome() instanceof Outcome.Alive alive
        && alive.remark().filter(it -> it.is(TouchPhrase.STALE)).isPresent();
  }
}
