package dev.upkeep.agent.keeping;

import dev.upkeep.language.Sentence;
import dev.upkeep.language.SentinelPhrase;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.ServerFacts;
import dev.upkeep.touch.Touch;
import java.util.Optional;

/// Puts into the history that a server has become another one, as the remark of the touch that saw
/// it. Pure.
final class ServerNews {
  private ServerNews() {}

  /// The touch as it is to be recorded.
  ///
  /// @param before what the server said last that it is
  static Touch in(Touch touch, Optional<String> before) {
    Optional<String> now = touch.server().map(ServerFacts::name);
    if (now.isEmpty() || before.isEmpty() || now.equals(before)) {
      return touch;
    }
    if (!(touch.outcome() instanceof Outcome.Alive alive) || alive.remark().isPresent()) {
      // There is something else to say of it; the next one that asks tells.
      return with(touch, touch.outcome(), Optional.empty());
    }
    Sentence remark = SentinelPhrase.SERVER_NOW.with(now.get(), before.get());
    return with(
        touch,
        new Outcome.Alive(
            alive.evidence(), alive.latency(), alive.previousStamp(), Optional.of(remark)),
        touch.server());
  }

  private static Touch with(Touch touch, Outcome outcome, Optional<ServerFacts> server) {
    return new Touch(
        touch.at(), outcome, touch.attempts(), touch.timings(), touch.certificate(), server);
  }
}
