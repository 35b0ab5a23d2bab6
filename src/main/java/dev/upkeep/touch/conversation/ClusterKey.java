package dev.upkeep.touch.conversation;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds a key that the node we speak to owns, where ours belongs to another node of the cluster.
///
/// The node that owns our key is never visited instead: no password follows a redirection. So a
/// hash tag is put behind our key, whose beginning, which permissions may be bound to, stays.
final class ClusterKey {
  private static final int TRIES = 8;

  private final Transport transport;
  private final Attempt attempt;
  private final Deque<String> suffixes = new ArrayDeque<>();
  private boolean asked;
  private boolean replica;

  ClusterKey(Transport transport, Attempt attempt) {
    this.transport = transport;
    this.attempt = attempt;
  }

  static boolean isElsewhere(Reply reply) {
    return reply instanceof Reply.Refusal refusal
        && refusal.foreign().toUpperCase(Locale.ROOT).startsWith("MOVED ");
  }

  /// What to put behind the key next.
  ///
  /// @param moved what the server said of the present key
  /// @throws TouchFailure if there is nothing left to try
  String next(Reply.Refusal moved) throws TouchFailure {
    if (!ClusterSlots.canBeTagged(attempt.database().key())) {
      throw ServerErrors.classify(moved.foreign(), attempt);
    }
    if (!asked) {
      asked = true;
      ask();
    }
    if (suffixes.isEmpty()) {
      throw ServerErrors.classify(moved.foreign(), attempt);
    }
    return suffixes.removeFirst();
  }

  /// Whether the node only follows another one, and was told that we know.
  boolean isReplica() {
    return replica;
  }

  private void ask() throws TouchFailure {
    Reply nodes = transport.send(List.of(List.of("CLUSTER", "NODES"))).getFirst();
    Optional<ClusterSlots.Node> node =
        nodes instanceof Reply.Text text ? ClusterSlots.myself(text.value()) : Optional.empty();
    if (node.isPresent()) {
      ClusterSlots.suffixInto(node.get().owned()).ifPresent(suffixes::add);
      if (node.get().replica()) {
        Reply said = transport.send(List.of(List.of("READONLY"))).getFirst();
        replica = said instanceof Reply.Text;
      }
    }
    if (!replica) {
      addGuesses();
    }
  }

  /// Where the node does not say what it owns: one key in each eighth of the slots.
  private void addGuesses() {
    int width = ClusterSlots.COUNT / TRIES;
    for (int i = 0; i < TRIES; i++) {
      BitSet eighth = new BitSet(ClusterSlots.COUNT);
      eighth.set(i * width, (i + 1) * width);
      ClusterSlots.suffixInto(eighth).ifPresent(suffixes::add);
    }
  }
}
