package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Backoff;
import dev.upkeep.touch.conversation.Conversation;
import dev.upkeep.touch.conversation.TouchFailure;

/// Speaks the protocol of the database's endpoint.
record Protocols(SingleTouch redis, SingleTouch rest) implements SingleTouch {
  static Protocols standard() {
    return new Protocols(new RedisToucher(Backoff::really), new RestToucher(Backoff::really));
  }

  @Override
  public Conversation.Proof visit(Attempt attempt) throws TouchFailure {
    return (attempt.database().endpoint() instanceof Endpoint.Redis ? redis : rest).visit(attempt);
  }
}
