package dev.upkeep.agent;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.Change;
import dev.upkeep.control.Snapshot;
import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.DefinitionsException;
import dev.upkeep.definitions.DefinitionsFile;
import dev.upkeep.definitions.Reading;
import dev.upkeep.desktop.AppPaths;
import dev.upkeep.history.History;
import dev.upkeep.history.HistoryNotice;
import dev.upkeep.history.NewerHistoryException;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.schedule.AgentThread;
import dev.upkeep.schedule.Scheduler;
import dev.upkeep.secret.Secrets;
import dev.upkeep.touch.Touchers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keeper's parts, put together and running: in the agent's process with a schedule, inside a
/// command without. Whoever opens one holds the instance lock.
final class Core implements AutoCloseable {
  private static final Duration TOUCHES_MAY_TAKE = Duration.ofSeconds(5);
  private static final Duration TEND_EVERY = Duration.ofSeconds(30);
  private static final Duration PRUNE_EVERY = Duration.ofDays(1);
  private static final Logger LOG = LoggerFactory.getLogger(Core.class);

  private final ScheduledExecutorService executor;
  private final AgentCalls calls;
  private final Agent agent;
  private final Scheduler scheduler;
  private final History history;
  private final Watchers watchers;
  private final Removals removals;
  private final Secrets secrets;
  private final CompletableFuture<String> stopAsked;
  private final Runnable afterwards;

  private Core(
      ScheduledExecutorService executor,
      AgentCalls calls,
      Agent agent,
      Scheduler scheduler,
      History history,
      Watchers watchers,
      Removals removals,
      Secrets secrets,
      CompletableFuture<String> stopAsked,
      Runnable afterwards) {
    this.executor = executor;
    this.calls = calls;
    this.agent = agent;
    this.scheduler = scheduler;
    this.history = history;
    this.watchers = watchers;
    this.removals = removals;
    this.secrets = secrets;
    this.stopAsked = stopAsked;
    this.afterwards = afterwards;
  }

  /// What a core is opened with.
  ///
  /// @param scheduled whether databases are touched when they are due
  /// @param fixed definitions that cannot be changed (`--config`, or the environment's); empty for
  ///   the file
  /// @param afterwards run when everything is closed
  record Plan(
      AppPaths paths,
      String profile,
      String label,
      String version,
      boolean scheduled,
      boolean enabled,
      Optional<Definitions> fixed,
      Runnable afterwards) {}

  /// Reads what there is and begins to keep.
  ///
  /// @throws DefinitionsException if definitions are there and cannot be read: nothing is begun
  ///   then
  /// @throws NewerHistoryException if a newer version wrote the history
  static Core open(Plan plan, Secrets secrets, InstantSource clock)
      throws DefinitionsException, NewerHistoryException {
    Instant now = clock.instant();
    List<String> notices = new ArrayList<>();
    DefinitionsStore store = definitions(plan, clock, notices);
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "agent"));
    AgentThread thread = AgentThread.of(executor);
    History history =
        History.open(
            plan.paths().historyFile(),
            plan.paths().cache(),
            now,
            notice -> report(notice, notices));
    Watchers watchers = new Watchers();
    DatabaseToucher[] toucherOrNone = new DatabaseToucher[1];
    OnlineCheck online = OnlineCheck.ofThisComputer(controlNames(store.definitions()));
    Supplier<List<String>> hosts = () -> toucherOrNone[0].hosts();
    DatabaseToucher toucher =
        new DatabaseToucher(
            new Credentials(secrets),
            Touchers.standard(clock, online, hosts),
            Touchers.diagnosis(clock, online, hosts),
            clock,
            plan.label());
    toucherOrNone[0] = toucher;
    Keeper keeper =
        new Keeper(clock, store, history, toucher, watchers, plan.scheduled() && plan.enabled());
    Scheduler scheduler =
        new Scheduler(
            thread,
            clock,
            () -> ThreadLocalRandom.current().nextLong(),
            task -> Thread.ofVirtual().name("touch").start(task),
            toucher,
            keeper);
    Removals removals =
        new Removals(
            thread,
            database -> {
              if (database.secretReference().isEmpty()) {
                secrets.remove(database.id()).exceptionally(Core::leftBehind);
              }
              keeper.forget(database.id());
            });
    AgentCalls calls = new AgentCalls(thread);
    CompletableFuture<String> stopAsked = new CompletableFuture<>();
    CompletableFuture<Core> opened = new CompletableFuture<>();
    CompletableFuture<Runnable> tellInfo = new CompletableFuture<>();
    SecretCheck secretCheck =
        new SecretCheck(secrets, store::keepsSecrets, () -> calls.post(tellInfo.join()));
    Supplier<AgentInfo> info =
        () -> info(plan, store, history, secrets.describe(), secretCheck.lastSeen(), notices, now);
    tellInfo.complete(() -> watchers.tell(new Change.Agent(info.get())));
    Newcomers newcomers = new Newcomers(toucher, secrets);
    Agent agent =
        new Agent(
            calls,
            keeper,
            scheduler,
            history,
            watchers,
            newcomers,
            removals,
            new Diagnoses(calls, keeper, newcomers, toucher),
            secretCheck,
            clock,
            info,
            () -> stopAsked.complete("Asked to stop."),
            plan.scheduled() ? () -> {} : () -> opened.join().close());
    Core core =
        new Core(
            executor,
            calls,
            agent,
            scheduler,
            history,
            watchers,
            removals,
            secrets,
            stopAsked,
            plan.afterwards());
    opened.complete(core);
    thread.execute(() -> keeper.start(scheduler));
    if (plan.scheduled()) {
      thread.execute(() -> watchers.add(secretCheck, new Snapshot(info.get(), keeper.statuses())));
      core.tendForEver(thread, clock, store, secretCheck);
    }
    return core;
  }

  AgentApi api() {
    return agent;
  }

  /// Completed when somebody asks the agent to stop.
  CompletableFuture<String> stopAsked() {
    return stopAsked;
  }

  /// Ends after touches that are running, or some seconds; nothing that was acknowledged is lost.
  @Override
  public void close() {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    calls.post(() -> {
      watchers.end("The agent has stopped.");
      CompletableFuture<Void> stopped = scheduler.stop(TOUCHES_MAY_TAKE);
      CompletableFuture<Void> _ =
          stopped.whenComplete((done, failed) -> calls.post(() -> finish(ended)));
    });
    try {
      ended.get(TOUCHES_MAY_TAKE.toSeconds() + 5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Not everything ended in time.", e);
    }
    executor.shutdownNow();
    secrets.clear();
    afterwards.run();
  }

  /// Nothing leads to it any more; the next start would not know about it.
  private static @Nullable Void leftBehind(Throwable failed) {
    LOG.warn("The credential of a removed database could not be removed from the secret store.");
    return null;
  }

  private void finish(CompletableFuture<Void> ended) {
    removals.expireAll();
    history.close();
    ended.complete(null);
  }

  /// History looks after its file every half minute, and once a day forgets what is old.
  private void tendForEver(
      AgentThread thread, InstantSource clock, DefinitionsStore store, SecretCheck secretCheck) {
    Instant[] pruned = {Instant.EPOCH};
    Runnable tend =
        new Runnable() {
          @Override
          public void run() {
            Instant now = clock.instant();
            history.tend(now);
            secretCheck.tend();
            if (Duration.between(pruned[0], now).compareTo(PRUNE_EVERY) > 0) {
              pruned[0] = now;
              history.prune(now, store.definitions().settings().historyKept());
            }
            thread.after(TEND_EVERY, this);
          }
        };
    thread.after(TEND_EVERY, tend);
  }

  private static DefinitionsStore definitions(Plan plan, InstantSource clock, List<String> notices)
      throws DefinitionsException {
    if (plan.fixed().isPresent()) {
      return new DefinitionsStore(plan.fixed().get(), Optional.empty());
    }
    DefinitionsFile file = new DefinitionsFile(plan.paths().definitionsFile(), clock);
    Reading reading = file.load();
    reading.problems().forEach(LOG::warn);
    notices.addAll(reading.problems());
    return new DefinitionsStore(reading.definitions(), Optional.of(file));
  }

  private static List<String> controlNames(Definitions definitions) {
    List<String> names = definitions.settings().controlNames();
    return names.isEmpty() ? OnlineCheck.CONTROL_NAMES : names;
  }

  private static void report(HistoryNotice notice, List<String> notices) {
    LOG.warn(notice.sentence());
    if (notice.kind() != HistoryNotice.Kind.BACK) {
      notices.add(notice.sentence());
    }
  }

  private static AgentInfo info(
      Plan plan,
      DefinitionsStore store,
      History history,
      String secretStore,
      Optional<String> secretTrouble,
      List<String> notices,
      Instant startedAt) {
    return new AgentInfo(
        plan.version(),
        ProcessHandle.current().pid(),
        startedAt,
        plan.profile(),
        plan.label(),
        plan.scheduled(),
        plan.enabled(),
        store.definitions().settings().interval(),
        secretStore,
        secretTrouble,
        notices,
        history.trouble().map(HistoryNotice::sentence));
  }
}
