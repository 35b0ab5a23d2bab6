package dev.upkeep.control.client;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.control.instance.InstanceLock;
import java.io.IOException;
import java.time.Duration;

/// How every start begins: an agent that answers, or the right to be the one who keeps.
public sealed interface Start {
  /// How long a start waits for one that holds the lock and does not answer: a command needs it for
  /// a moment, and an agent that starts has no socket yet.
  Duration PATIENCE = Duration.ofSeconds(10);

  /// How long it waits altogether, when many commands hold the lock one after another.
  Duration PATIENCE_WITH_MANY = Duration.ofMinutes(1);

  /// Nobody else keeps, nor will as long as the lock is held.
  record Acquired(InstanceLock lock) implements Start {}

  /// An agent runs and answers.
  record Running(ControlClient client) implements Start {}

  /// An agent runs that this version cannot talk to.
  record OtherVersion(int version) implements Start {}

  /// Somebody holds the lock and does not answer.
  ///
  /// @param problem who, and what to do, as a sentence
  record Busy(String problem) implements Start {}

  /// Alternates between connecting and locking until one succeeds or the patience is over, so that
  /// commands that hold the lock for a moment never kill an agent's start.
  ///
  /// @throws IOException if the state folder cannot be used, as a sentence
  static Start at(AgentPlace place) throws IOException, InterruptedException {
    return at(place, Queueing.at(place));
  }

  static Start at(AgentPlace place, Patience patience) throws IOException, InterruptedException {
    do {
      try {
        return new Running(ControlClient.connect(place));
      } catch (AgentException.OtherVersion other) {
        return new OtherVersion(other.version());
      } catch (AgentException notThere) {
        // Then perhaps the lock is free.
      }
      var lock = InstanceLock.tryAcquire(place);
      if (lock.isPresent()) {
        return new Acquired(lock.get());
      }
    } while (patience.goOn());
    return new Busy(
        "Another Upkeep"
            + place.info().map(info -> " (process " + info.pid() + ")").orElse("")
            + " is using "
            + place.folder()
            + " and does not answer. Wait a moment, or end it.");
  }
}
