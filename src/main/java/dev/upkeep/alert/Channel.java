package dev.upkeep.alert;

import dev.upkeep.alert.message.AlertText;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.service.Delivery;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// A way to reach people, or a program. Called on the agent's thread.
public interface Channel {
  /// Names it in the outbox; the same for ever.
  String name();

  /// Whether there is anybody to be reached.
  enum Reach {
    OPEN,
    /// Nobody knows at present: what is to be told is kept until that is known.
    UNKNOWN,
    /// Nobody wants to hear anything here; what waits is dropped.
    CLOSED
  }

  /// Whether there is anybody to be reached at this moment.
  default Reach reach() {
    return Reach.OPEN;
  }

  /// Whether this is to be told here.
  default boolean wants(Announcement announcement) {
    return true;
  }

  /// How many announcements a bulletin may have here.
  default int mostAtOnce() {
    return Integer.MAX_VALUE;
  }

  /// Whether notices wait here during quiet hours.
  boolean keepsQuiet();

  /// How long something is still worth being told here.
  Duration worthTelling();

  /// Tells. Returns at once, and never throws because of what is outside.
  ///
  /// @return completed on any thread, never exceptionally; what was not delivered is tried again
  CompletableFuture<Delivery> deliver(AlertText bulletin);

  /// Takes away what is still to be seen of these databases, where that is possible: it does not
  /// hold any more, and was not worth another notice.
  default void clear(Set<UUID> databases) {}
}
