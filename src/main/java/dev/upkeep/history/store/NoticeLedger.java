package dev.upkeep.history.store;

import dev.upkeep.history.Announced;
import dev.upkeep.history.Decision;
import dev.upkeep.history.Queued;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// What people were told and are still to be told, as this process knows it: the file's copy is for
/// the next start. So a file that is damaged or cannot be written makes nobody hear twice of the
/// same, or not at all.
final class NoticeLedger {
  private final Map<UUID, Announced> announced = new HashMap<>();
  private final Map<Long, Queued> queued = new TreeMap<>();
  private final Map<String, String> memos = new HashMap<>();
  private long lastId;

  /// Whether a file was ever read. Until then, what a file holds is older than what is here, but
  /// not wrong.
  private boolean loaded;

  Announced announced(UUID database) {
    Announced known = announced.get(database);
    return known != null ? known : Announced.nothing(database);
  }

  Optional<String> memo(String name) {
    return Optional.ofNullable(memos.get(name)).filter(text -> !text.isEmpty());
  }

  List<Queued> queued() {
    return List.copyOf(queued.values());
  }

  /// The notices of a decision, with their numbers.
  List<Queued> numbered(Decision decision) {
    List<Queued> notices = new ArrayList<>();
    long id = lastId;
    for (Decision.NewNotice notice : decision.notices()) {
      notices.add(
          new Queued(
              ++id,
              notice.event(),
              notice.database(),
              notice.channel(),
              notice.created(),
              notice.payload(),
              0,
              notice.nextAttempt()));
    }
    return notices;
  }

  void decided(Decision decision, List<Queued> notices) {
    for (Announced one : decision.announced()) {
      if (one.isNothing()) {
        announced.remove(one.database());
      } else {
        announced.put(one.database(), one);
      }
    }
    queued.values().removeIf(one -> decision.withdrawn().contains(one.event()));
    notices.forEach(this::queue);
    memos.putAll(decision.memos());
  }

  void remove(Collection<Long> ids) {
    queued.keySet().removeAll(Set.copyOf(ids));
  }

  void replace(Queued notice) {
    queued.replace(notice.id(), notice);
  }

  void forget(UUID database) {
    announced.remove(database);
    queued.values().removeIf(one -> one.database().equals(database));
  }

  /// Brings this and a file that was just opened together. What this process knows is newer.
  void adopt(Store store) throws SQLException {
    NoticeTable file = store.telling();
    lastId = Math.max(lastId, file.highestId());
    boolean nothingNew = !loaded && announced.isEmpty() && queued.isEmpty() && memos.isEmpty();
    if (!loaded) {
      file.announced().forEach(one -> announced.putIfAbsent(one.database(), one));
      file.memos().forEach(memos::putIfAbsent);
      List<Queued> mine = queued();
      queued.clear();
      file.queued().forEach(this::queue);
      for (Queued notice : mine) {
        queue(notice.withId(++lastId));
      }
    }
    if (!nothingNew) {
      store.replaceTelling(announced.values(), queued.values(), memos);
    }
    loaded = true;
  }

  private void queue(Queued notice) {
    queued.put(notice.id(), notice);
    lastId = Math.max(lastId, notice.id());
  }
}
