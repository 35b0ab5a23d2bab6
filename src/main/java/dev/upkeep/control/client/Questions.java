package dev.upkeep.control.client;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.wire.ControlRequest;
import dev.upkeep.control.wire.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// Asks, and waits for answers of the kind that belongs to the question.
final class Questions {
  /// So many ids fit into a request.
  private static final int BATCH = 1000;

  private final Calls calls;

  Questions(Calls calls) {
    this.calls = calls;
  }

  /// Asks for one message.
  <M extends Message> M ask(ControlRequest request, Duration time, Class<M> answer)
      throws AgentException {
    return calls.call(request, time, link -> link.next(answer));
  }

  /// Has something done.
  void tell(ControlRequest request, Duration time) throws AgentException {
    Message.Done _ = ask(request, time, Message.Done.class);
  }

  /// Has something done to many.
  void tell(
      Collection<UUID> ids, Duration time, Function<List<UUID>, ? extends ControlRequest> request)
      throws AgentException {
    for (List<UUID> batch : batches(ids)) {
      tell(request.apply(batch), time);
    }
  }

  /// Asks for a message about each of many.
  ///
  /// @param time for the first; each takes `more`
  <M extends Message> List<M> ask(
      Collection<UUID> ids,
      Duration time,
      Duration more,
      Function<List<UUID>, ? extends ControlRequest> request,
      Class<M> answer)
      throws AgentException {
    List<M> answers = new ArrayList<>();
    for (List<UUID> batch : batches(ids)) {
      Duration whole = time.plus(more.multipliedBy(batch.size()));
      answers.addAll(calls.call(request.apply(batch), whole, link -> until(link, answer)));
    }
    return answers;
  }

  private static <M extends Message> List<M> until(ClientLink link, Class<M> answer)
      throws AgentException {
    List<M> answers = new ArrayList<>();
    Message message = link.next();
    while (answer.isInstance(message)) {
      answers.add(answer.cast(message));
      message = link.next();
    }
    return answers;
  }

  /// The ids in their order, at least one batch of them, be it empty.
  static List<List<UUID>> batches(Collection<UUID> ids) {
    List<UUID> all = List.copyOf(ids);
    List<List<UUID>> batches = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(from + BATCH, all.size());
      batches.add(all.subList(from, to));
      from = to;
    } while (from < all.size());
    return batches;
  }
}
