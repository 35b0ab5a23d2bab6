package dev.upkeep.touch.protocol;

import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Conversation;
import dev.upkeep.touch.conversation.TouchFailure;

/// One attempt in one protocol, without retries: the seam between the protocols and what is done
/// about their failures.
@FunctionalInterface
interface SingleTouch {
  /// Connects, authenticates, holds the [Conversation], closes; all before the attempt's deadline.
  Conversation.Proof visit(Attempt attempt) throws TouchFailure;
}
