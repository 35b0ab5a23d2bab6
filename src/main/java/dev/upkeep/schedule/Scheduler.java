package dev.upkeep.schedule;

import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Touches each database when it is due, by the wall clock.
///
/// Timers stop while a laptop sleeps and know nothing of a clock that is set. So the scheduler
/// waits for the next due time but never longer than 30 s, and then compares instants: after a
/// sleep, a restart or a jump of the clock whatever is overdue is touched once, spread over a few
/// seconds, without anybody having to notice the gap.
///
/// The agent's thread owns it: every method is called there, the listener is told there, and
/// results are posted to it. Touches themselves run on threads of their own.
public final class Scheduler {
  static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /// Clocks are set by seconds all the time.
  private static final Duration UNEVEN = Duration.ofMinutes(1);

  private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);
  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

  private final AgentThread agent;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final ScheduleListener listener;
  private final Visits visits;
  private final Map<UUID, Entry> entries = new LinkedHashMap<>();
  private AgentThread.@Nullable Wake wake;
  private Instant lastLook = Instant.MIN;
  private boolean started;
  private boolean stopped;

  /// A scheduler with nothing to do yet.
  ///
  /// @param threads runs each touch on a thread of its own; virtual ones will do
  public Scheduler(
      AgentThread agent,
      InstantSource clock,
      RandomGenerator random,
      Executor threads,
      Touching touching,
      ScheduleListener listener) {
    this.agent = agent;
    this.clock = clock;
    this.random = random;
    this.listener = listener;
    this.visits = new Visits(agent, clock, threads, touching, new Told());
  }

  /// Continues where Upkeep stopped: a database whose due time is stored keeps it, and one that is
  /// overdue or unknown so far is touched at once.
  public void start(Collection<Plan> plans, Map<UUID, Stored> stored) {
    started = true;
    Instant now = clock.instant();
    for (Plan plan : plans) {
      Stored known = stored.get(plan.id());
      if (known == null) {
        begin(plan, now);
      } else {
        entries.put(plan.id(), Entry.restored(plan, known));
      }
    }
    decide();
  }

  /// A new database, which is touched at once, or another interval or pause of a known one.
  public void put(Plan plan) {
    Instant now = clock.instant();
    Entry entry = entries.get(plan.id());
    if (entry == null) {
      begin(plan, now);
    } else if (entry.replan(plan, now, random.nextDouble())) {
      tell(() -> listener.dueChanged(entry.id(), entry.due()));
    }
    if (plan.paused().filter(pause -> pause.holdsAt(now)).isPresent()) {
      visits.withdraw(plan.id());
    }
    decide();
  }

  /// A database that is new here but not unknown: it was touched before, and keeps its due time.
  public void resume(Plan plan, Stored known) {
    entries.put(plan.id(), Entry.restored(plan, known));
    decide();
  }

  /// The database is at another place or has another secret: a touch that runs says nothing about
  /// it any more, and a new one is due at once.
  public void renew(Plan plan) {
    remove(plan.id());
    put(plan);
  }

  /// Forgets a database. A touch that runs ends by itself; only a person who asked for it hears of
  /// it.
  public void remove(UUID id) {
    entries.remove(id);
    visits.forget(id);
  }

  /// Touches because a person asks: at once, paused or not. Joins a touch that runs already.
  ///
  /// @return completed on the agent's thread after the listener was told, cancelled if the database
  ///   is removed or the scheduler stops before the touch begins; empty for an unknown database
  public Optional<CompletableFuture<Touch>> touchNow(UUID id) {
    return entries.containsKey(id) ? Optional.of(visits.ask(id)) : Optional.empty();
  }

  /// Touches now what is overdue, and what was skipped for want of a network. To be called when the
  /// computer wakes up and when the network is back.
  public void catchUp() {
    Instant now = clock.instant();
    for (Entry entry : List.copyOf(entries.values())) {
      if (!visits.isPending(entry.id()) && entry.hurry(now)) {
        tell(() -> listener.dueChanged(entry.id(), entry.due()));
      }
    }
    decide();
  }

  /// When the database will be touched: its due time, or the end of its pause if that is later.
  /// Empty when it is unknown or paused until a person says otherwise.
  public Optional<Instant> nextTouch(UUID id) {
    return Optional.ofNullable(entries.get(id)).flatMap(Entry::turn);
  }

  /// Whether it goes on by itself: begun, not stopped, and waiting for whatever comes next.
  public boolean running() {
    boolean nothingToWaitFor =
        entries.values().stream()
            .allMatch(entry -> visits.isPending(entry.id()) || entry.turn().isEmpty());
    return started && !stopped && (wake != null || nothingToWaitFor);
  }

  /// Begins no touch any more.
  ///
  /// @param patience how long those that run may still take
  /// @return completed when they have ended, each told to the listener, or when the patience has;
  ///   what ends later is told to nobody
  public CompletableFuture<Void> stop(Duration patience) {
    stopped = true;
    cancelWake();
    return visits.stop(patience);
  }

  private void begin(Plan plan, Instant now) {
    entries.put(plan.id(), Entry.fresh(plan, now));
    tell(() -> listener.dueChanged(plan.id(), now));
  }

  private void decide() {
    if (stopped) {
      return;
    }
    // What fails below leaves no wake behind, and running() tells.
    cancelWake();
    Instant now = clock.instant();
    boolean setBack = now.plus(UNEVEN).isBefore(lastLook);
    lastLook = now;
    List<Entry> overdue = new ArrayList<>();
    for (Entry entry : List.copyOf(entries.values())) {
      if (visits.isPending(entry.id())) {
        continue;
      }
      if (entry.pullIn(now, setBack)) {
        tell(() -> listener.dueChanged(entry.id(), entry.due()));
      }
      if (entry.isDue(now)) {
        overdue.add(entry);
      }
    }
    overdue.sort(Comparator.comparing(Entry::due));
    visits.due(overdue.stream().map(Entry::id).toList());
    waitForNext(now);
  }

  private void waitForNext(Instant now) {
    entries.values().stream()
        .filter(entry -> !visits.isPending(entry.id()))
        .flatMap(entry -> entry.turn().stream())
        .min(Comparator.naturalOrder())
        .ifPresent(next -> wake = agent.after(bounded(now, next), this::decide));
  }

  private static Duration bounded(Instant now, Instant next) {
    if (next.isAfter(now.plus(LONGEST_WAIT))) {
      return LONGEST_WAIT;
    }
    Duration wait = Duration.between(now, next);
    return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
  }

  private void cancelWake() {
    if (wake != null) {
      wake.cancel();
      wake = null;
    }
  }

  private static void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException e) {
      LOG.error("The schedule goes on, but what it did could not be kept.", e);
    }
  }

  /// What visits do, told on.
  private final class Told implements Visits.Course {
    @Override
    public void began(UUID id) {
      tell(() -> listener.began(id));
    }

    @Override
    public void ended(UUID id, Touch touch) {
      Entry entry = entries.get(id);
      if (entry != null) {
        entry.touched(touch.outcome(), clock.instant(), random.nextDouble());
        tell(() -> listener.touched(id, touch, entry.due()));
        decide();
      }
    }

    @Override
    public void dropped(UUID id) {
      tell(() -> listener.dropped(id));
    }
  }
}
