package dev.upkeep.schedule;

import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs touches on threads of their own: at most 16 at a time, never two of one database, and those
/// that fell due together one after another rather than in a burst. The agent's thread owns it;
/// only [#visit] runs elsewhere.
final class Visits {
  static final int AT_ONCE = 16;

  /// Those that fall due together begin this far apart, or closer, so that all have begun within
  /// [#SPREAD].
  static final Duration GAP = Duration.ofMillis(100);

  static final Duration SPREAD = Duration.ofSeconds(4);

  private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

  private final AgentThread agent;
  private final InstantSource clock;
  private final Executor threads;
  private final Touching touching;
  private final Course course;

  private final SequencedMap<UUID, Visit> asked = new LinkedHashMap<>();
  private final SequencedMap<UUID, Visit> due = new LinkedHashMap<>();
  private final Map<UUID, Visit> running = new HashMap<>();
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private Duration gap = GAP;
  private boolean pacing;
  private boolean stopping;
  private AgentThread.@Nullable Wake patienceEnds;

  /// Hears how visits go: each begins, and then ends or is dropped.
  interface Course {
    void began(UUID id);

    void ended(UUID id, Touch touch);

    /// It runs on, but tells nothing about the database any more.
    void dropped(UUID id);
  }

  Visits(
      AgentThread agent, InstantSource clock, Executor threads, Touching touching, Course course) {
    this.agent = agent;
    this.clock = clock;
    this.threads = threads;
    this.touching = touching;
    this.course = course;
  }

  /// Whether a touch of the database waits or runs.
  boolean isPending(UUID id) {
    Visit now = running.get(id);
    return (now != null && !now.isDisowned()) || asked.containsKey(id) || due.containsKey(id);
  }

  /// Queues databases that are due, in their order.
  void due(Collection<UUID> ids) {
    if (stopping || ids.isEmpty()) {
      return;
    }
    ids.forEach(id -> due.putIfAbsent(id, new Visit(id)));
    Duration share = SPREAD.dividedBy(due.size());
    gap = share.compareTo(GAP) < 0 ? share : GAP;
    pump();
  }

  /// A person waits for this one: it goes first, unspread, or is the one that runs already.
  CompletableFuture<Touch> ask(UUID id) {
    Visit now = running.get(id);
    if (now != null && !now.isDisowned()) {
      return now.result().copy();
    }
    Visit queued = due.remove(id);
    Visit visit = asked.computeIfAbsent(id, key -> queued == null ? new Visit(key) : queued);
    if (stopping) {
      asked.remove(id);
      visit.result().cancel(false);
    }
    pump();
    return visit.result().copy();
  }

  /// Takes a database out of the queue, unless a person waits for it.
  void withdraw(UUID id) {
    due.remove(id);
  }

  /// The database is no more.
  void forget(UUID id) {
    due.remove(id);
    Visit waiting = asked.remove(id);
    if (waiting != null) {
      waiting.result().cancel(false);
    }
    Visit now = running.get(id);
    if (now != null) {
      drop(now);
    }
  }

  /// Begins nothing any more. Completes when what runs has ended, or the patience has; what ends
  /// later is not told to anybody.
  CompletableFuture<Void> stop(Duration patience) {
    if (!stopping) {
      stopping = true;
      due.clear();
      asked.values().forEach(visit -> visit.result().cancel(false));
      asked.clear();
      patienceEnds = agent.after(patience, this::giveUp);
      completeWhenIdle();
    }
    return stopped.copy();
  }

  private void giveUp() {
    running.values().forEach(this::drop);
    stopped.complete(null);
  }

  private void drop(Visit visit) {
    if (!visit.isDisowned()) {
      visit.disown();
      course.dropped(visit.id());
    }
  }

  private void completeWhenIdle() {
    if (stopping && running.isEmpty()) {
      stopped.complete(null);
      if (patienceEnds != null) {
        patienceEnds.cancel();
      }
    }
  }

  private void pump() {
    while (running.size() < AT_ONCE) {
      Optional<Visit> next = takeFirst(asked);
      if (next.isEmpty() && !pacing) {
        next = takeFirst(due);
        next.ifPresent(visit -> pace());
      }
      if (next.isEmpty()) {
        return;
      }
      begin(next.get());
    }
  }

  /// The first one that is not running: a database that was removed and added again has to wait for
  /// the touch of its former self.
  private Optional<Visit> takeFirst(SequencedMap<UUID, Visit> queue) {
    Optional<Visit> first =
        queue.values().stream().filter(visit -> !running.containsKey(visit.id())).findFirst();
    first.ifPresent(visit -> queue.remove(visit.id()));
    return first;
  }

  private void pace() {
    pacing = true;
    agent.after(
        gap,
        () -> {
          pacing = false;
          pump();
        });
  }

  private void begin(Visit visit) {
    running.put(visit.id(), visit);
    course.began(visit.id());
    threads.execute(() -> visit(visit));
  }

  private void visit(Visit visit) {
    Instant began = clock.instant();
    Touch touch = InternalFault.touch(began, "a touch ended without a result");
    try {
      touch = touching.touch(visit.id());
    } catch (RuntimeException e) {
      touch = InternalFault.touch(began, InternalFault.describe(e));
      LOG.error("Upkeep itself failed to touch a database: {}.", InternalFault.describe(e));
    } finally {
      // Also after an Error: the database would count as running for ever.
      post(visit, touch);
    }
  }

  private void post(Visit visit, Touch touch) {
    try {
      agent.execute(() -> ended(visit, touch));
    } catch (RejectedExecutionException stoppedMeanwhile) {
      LOG.debug("A touch ended after the agent.");
    }
  }

  private void ended(Visit visit, Touch touch) {
    running.remove(visit.id());
    if (!visit.isDisowned()) {
      course.ended(visit.id(), touch);
    }
    visit.result().complete(touch);
    pump();
    completeWhenIdle();
  }
}
