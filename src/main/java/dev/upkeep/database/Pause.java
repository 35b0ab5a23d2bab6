package dev.upkeep.database;

import java.time.Instant;

/// That a database rests because a person said so.
public sealed interface Pause {
  /// Whether it still rests.
  boolean holdsAt(Instant now);

  /// Until a moment that the person saw when they chose it, so the wall clock decides.
  ///
  /// @param end the first moment at which it rests no more
  record Until(Instant end) implements Pause {
    @Override
    public boolean holdsAt(Instant now) {
      return now.isBefore(end);
    }
  }

  /// Until a person says otherwise.
  record UntilResumed() implements Pause {
    @Override
    public boolean holdsAt(Instant now) {
      return true;
    }
  }
}
