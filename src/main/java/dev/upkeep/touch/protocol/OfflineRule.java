package dev.upkeep.touch.protocol;

import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.conversation.TouchFailure;

/// Tells a database that cannot be reached from a computer that can reach nothing.
@FunctionalInterface
interface OfflineRule {
  /// The outcome behind a failed touch: OFFLINE only where the failure could come from this
  /// computer's own network, and that it did is proved; otherwise the failure itself.
  Outcome judge(TouchRequest request, TouchFailure failure);
}
