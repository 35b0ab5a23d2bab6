package dev.upkeep.schedule;

import dev.upkeep.touch.Touch;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// One touch on its way: waiting for its turn, or running.
final class Visit {
  private final UUID id;
  private final CompletableFuture<Touch> result = new CompletableFuture<>();
  private boolean disowned;

  Visit(UUID id) {
    this.id = id;
  }

  UUID id() {
    return id;
  }

  CompletableFuture<Touch> result() {
    return result;
  }

  /// The database was removed meanwhile, or nobody waits any more. Whoever asked for this touch
  /// still hears of it, and nobody else.
  void disown() {
    disowned = true;
  }

  boolean isDisowned() {
    return disowned;
  }
}
