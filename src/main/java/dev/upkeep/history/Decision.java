package dev.upkeep.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What was decided at one moment about telling people: kept all together or not at all, so that no
/// crash lies between deciding, remembering and what is still to be sent.
///
/// @param transition the change of health that led to it
/// @param announced what people count as having been told from now on
/// @param withdrawn events that nobody is to be told of any more
/// @param memos texts to be kept with it, by their names; an empty one is forgotten
public record Decision(
    Optional<Transition> transition,
    List<Announced> announced,
    List<NewNotice> notices,
    Set<UUID> withdrawn,
    Map<String, String> memos) {
  public Decision {
    announced = List.copyOf(announced);
    notices = List.copyOf(notices);
    withdrawn = Set.copyOf(withdrawn);
    memos = Map.copyOf(memos);
  }

  /// One with which nothing else is kept.
  public Decision(
      Optional<Transition> transition,
      List<Announced> announced,
      List<NewNotice> notices,
      Set<UUID> withdrawn) {
    this(transition, announced, notices, withdrawn, Map.of());
  }

  public boolean isEmpty() {
    return transition.isEmpty()
        && announced.isEmpty()
        && notices.isEmpty()
        && withdrawn.isEmpty()
        && memos.isEmpty();
  }

  /// Something to be told over one channel; see [Queued].
  public record NewNotice(
      UUID event,
      UUID database,
      String channel,
      Instant created,
      String payload,
      Instant nextAttempt) {}
}
