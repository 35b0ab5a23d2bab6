package dev.upkeep.agent.keeping;

import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Touch;

/// What happened, as one sentence.
final class TouchSentence {
  private TouchSentence() {}

  static String of(Touch touch) {
    return switch (touch.outcome()) {
      case Outcome.Alive alive ->
          alive.remark().map(Sentence::english).orElse("It answered as it should.");
      case Outcome.Failed failed -> failed.message().english();
      case Outcome.Skipped skipped -> skipped.message().english();
    };
  }
}
