package dev.upkeep.control;

/// Is told what there is to see: first one snapshot, then changes, all on one thread.
public interface Watcher {
  void snapshot(Snapshot snapshot);

  void changed(Change change);

  /// Nothing more will come: the agent has stopped, or this watcher fell behind.
  void ended(String reason);
}
