package dev.upkeep.schedule;

import dev.upkeep.language.CommonPhrase;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.time.Instant;
import java.util.Optional;

/// A touch that ended because of a fault in Upkeep itself.
final class InternalFault {
  private InternalFault() {}

  /// Says where, never what: the message of an unforeseen exception may quote anything.
  static String describe(RuntimeException e) {
    StackTraceElement[] stack = e.getStackTrace();
    return e.getClass().getSimpleName() + (stack.length == 0 ? "" : " at " + stack[0]);
  }

  static Touch touch(Instant at, String what) {
    return new Touch(
        at,
        new Outcome.Failed(
            FailureKind.INTERNAL, TouchPhrase.INTERNAL.with(what), CommonPhrase.BUG_ADVICE.with()),
        0,
        Timings.NONE,
        Optional.empty());
  }
}
