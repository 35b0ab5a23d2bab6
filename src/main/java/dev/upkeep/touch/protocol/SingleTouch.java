package dev.upkeep.touch.protocol;

/// One attempt in one protocol, without retries: the seam between the protocols and what is done
/// about their failures.
@FunctionalInterface
interface SingleTouch {
  /// Connects, authenticates, holds the [Conversation], closes; all before the attempt's deadline.
  Conversation.Proof visit(Attempt attempt) throws TouchFailure;
}
