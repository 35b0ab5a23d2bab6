package dev.upkeep.agent;

import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.agent.keeping.DefinitionChanges;
import dev.upkeep.agent.keeping.DefinitionChecks;
import dev.upkeep.agent.keeping.Keeper;
import dev.upkeep.agent.keeping.Keeping;
import dev.upkeep.agent.keeping.Watchers;
import dev.upkeep.control.Added;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Gone;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.ImportReport;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.control.Integration;
import dev.upkeep.control.IntegrationCheck;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.control.LoginStartStatus;
import dev.upkeep.control.MetricsStatus;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.SecretInventory;
import dev.upkeep.control.SecretPlace;
import dev.upkeep.control.SettingsView;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Subject;
import dev.upkeep.control.Subscription;
import dev.upkeep.control.Touched;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.control.UpstashOffer;
import dev.upkeep.control.UptimeReport;
import dev.upkeep.control.Watcher;
import dev.upkeep.control.account.LinkRequest;
import dev.upkeep.control.account.LinkedAccount;
import dev.upkeep.database.Pause;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.database.Secret;
import dev.upkeep.definitions.Exchange;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.DaySum;
import dev.upkeep.history.Filter;
import dev.upkeep.history.Stretch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.history.Uptime;
import dev.upkeep.history.store.History;
import dev.upkeep.language.RefusalPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.schedule.Scheduler;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.protocol.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// The agent as others see it. Callable from any thread: what concerns state is posted to the
/// agent's thread and waited for; what takes long (secrets, touches that test, the system's login
/// start) runs on the caller's.
final class Agent implements AgentApi {
  private final AgentCalls calls;
  private final Keeper keeper;
  private final Scheduler scheduler;
  private final History history;
  private final Watchers watchers;
  private final DefinitionChanges changes;
  private final Surroundings surroundings;
  private final Lifetime lifetime;

  /// The agent in front of its parts.
  Agent(Keeping keeping, DefinitionChanges changes, Surroundings surroundings, Lifetime lifetime) {
    this.calls = keeping.calls();
    this.keeper = keeping.keeper();
    this.scheduler = keeping.scheduler();
    this.history = keeping.history();
    this.watchers = keeping.watchers();
    this.changes = changes;
    this.surroundings = surroundings;
    this.lifetime = lifetime;
  }

  @Override
  public Snapshot snapshot() throws AgentException {
    return calls.ask(this::current);
  }

  @Override
  public Subscription watch(Watcher watcher) throws AgentException {
    Subscription subscription = calls.ask(() -> watchers.add(watcher, current()));
    return () -> calls.post(subscription::close);
  }

  @Override
  public Added add(NewDatabase request) throws AgentException {
    return changes.additions().make(request);
  }

  @Override
  public DatabaseStatus edit(DatabaseChange change) throws AgentException {
    return changes.edits().make(change);
  }

  @Override
  public void remove(Collection<UUID> databases) throws AgentException {
    calls.ask(() -> {
      changes.removals().remove(databases);
      return true;
    });
  }

  @Override
  public void forget(Collection<UUID> databases) throws AgentException {
    Optional<Refused> trouble = Optional.empty();
    for (UUID id : databases) {
      try {
        DefinitionChecks.await(calls.ask(() -> changes.removals().forget(id)));
      } catch (Refused e) {
        trouble = Optional.of(e);
      }
    }
    if (trouble.isPresent()) {
      List<Sentence> problems = new ArrayList<>(trouble.get().told());
      problems.add(RefusalPhrase.STILL_STORED.with());
      throw Refused.of(trouble.get().reason(), problems);
    }
  }

  @Override
  public SecretInventory secrets() throws AgentException {
    return changes.secrets().now();
  }

  @Override
  public SecretInventory moveSecrets(SecretPlace to) throws AgentException {
    return changes.secrets().moveTo(to);
  }

  @Override
  public SecretInventory forgetOrphans() throws AgentException {
    return changes.secrets().forgetOrphans();
  }

  @Override
  public List<RemovedDatabase> removed() throws AgentException {
    return calls.ask(() -> changes.removals().waiting());
  }

  @Override
  public DatabaseStatus restore(UUID database) throws AgentException {
    return calls.ask(() -> changes.removals().restore(database));
  }

  @Override
  public void pause(Collection<UUID> databases, Optional<Duration> time) throws AgentException {
    Instant now = lifetime.clock().instant();
    Pause pause =
        time.<Pause>map(t -> new Pause.Until(now.plus(t))).orElseGet(Pause.UntilResumed::new);
    calls.ask(() -> {
      keeper.pause(databases, Optional.of(pause));
      return true;
    });
  }

  @Override
  public void resume(Collection<UUID> databases) throws AgentException {
    calls.ask(() -> {
      keeper.pause(databases, Optional.empty());
      return true;
    });
  }

  @Override
  public List<Touched> touch(List<UUID> databases) throws AgentException {
    Map<UUID, CompletableFuture<Touch>> asked =
        calls.ask(() -> {
          Map<UUID, CompletableFuture<Touch>> futures = new HashMap<>();
          for (UUID id : databases) {
            keeper.require(id);
          }
          for (UUID id : databases) {
            scheduler.touchNow(id).ifPresent(future -> futures.put(id, future));
          }
          return futures;
        });
    List<Touched> touched = new ArrayList<>();
    for (UUID id : databases) {
      CompletableFuture<Touch> future = asked.get(id);
      if (future == null) {
        throw new Gone("The database was removed meanwhile.");
      }
      touched.add(new Touched(id, calls.await(future, AgentCalls.TOUCHES)));
    }
    return List.copyOf(touched);
  }

  @Override
  public Touch diagnose(Subject subject, Diagnosis.Listener listener) throws AgentException {
    return changes.diagnoses().of(subject, listener);
  }

  @Override
  public Optional<Sentence> secretTrouble() throws AgentException {
    return calls.await(surroundings.secretCheck().now(), AgentCalls.QUESTIONS);
  }

  @Override
  public TouchPage history(Filter filter, Optional<Cursor> after, int limit) throws AgentException {
    return calls.ask(() -> history.page(filter, after, limit));
  }

  @Override
  public List<UptimeReport> uptime(List<UUID> databases) throws AgentException {
    Instant now = lifetime.clock().instant();
    List<UptimeReport> reports = new ArrayList<>();
    for (UUID id : databases) {
      // One by one: touches that end in between need not wait for all of them.
      reports.add(calls.ask(() -> uptime(id, now)));
    }
    return List.copyOf(reports);
  }

  private UptimeReport uptime(UUID database, Instant now) {
    Map<Duration, Uptime> byWindow = new HashMap<>();
    for (Duration window : UptimeReport.WINDOWS) {
      byWindow.put(window, history.uptime(database, window, now));
    }
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<DaySum> days = history.days(database, today.minusDays(90), today.plusDays(1));
    return new UptimeReport(
        byWindow,
        window -> {
          LocalDate from = today.minusDays(window.toDays());
          return days.stream()
              .filter(day -> !day.day().isBefore(from))
              .mapToLong(day -> day.alive() + day.failed())
              .sum();
        });
  }

  @Override
  public List<Stretch> chart(List<UUID> databases, Instant from, Instant to, int stretches)
      throws AgentException {
    List<Stretch> together = List.of();
    for (UUID id : databases) {
      List<Stretch> next = calls.ask(() -> history.chart(id, from, to, stretches));
      together = Stretch.together(together, next);
    }
    return together;
  }

  @Override
  public SettingsView settings() throws AgentException {
    return calls.ask(keeper::settings);
  }

  @Override
  public SettingsView changeSettings(long revision, Map<String, String> values)
      throws AgentException {
    return calls.ask(
        () -> surroundings.metrics().change(values, () -> keeper.changeSettings(revision, values)));
  }

  @Override
  public MetricsStatus metrics() throws AgentException {
    return calls.ask(surroundings.metrics()::status);
  }

  @Override
  public List<IntegrationStatus> outlets() throws AgentException {
    return surroundings.integrations().all();
  }

  @Override
  public IntegrationStatus changeOutlet(Integration outlet, Optional<Secret> url)
      throws AgentException {
    return surroundings.integrations().change(outlet, url);
  }

  @Override
  public IntegrationCheck testOutlet(Integration outlet) throws AgentException {
    return surroundings.integrations().test(outlet);
  }

  @Override
  public String export() throws AgentException {
    return calls.ask(() -> Exchange.export(keeper.definitions()));
  }

  @Override
  public ImportReport importAll(String json, ImportTerms terms) throws AgentException {
    return calls.ask(() ->
        surroundings
            .metrics()
            .change(keeper.settingsIn(json, terms), () -> keeper.importAll(json, terms)));
  }

  @Override
  public UpstashOffer listUpstash(UpstashAccount account) throws AgentException {
    return changes.upstash().list(account);
  }

  @Override
  public Added addUpstash(UUID offer, String database, boolean untested) throws AgentException {
    return changes.upstash().add(offer, database, untested);
  }

  @Override
  public void forgetUpstash(UUID offer) throws AgentException {
    changes.upstash().forget(offer);
  }

  @Override
  public LinkedAccount account() throws AgentException {
    return surroundings.account().view();
  }

  @Override
  public LinkedAccount linkAccount(LinkRequest request) throws AgentException {
    return surroundings.account().link(request);
  }

  @Override
  public LinkedAccount unlinkAccount() throws AgentException {
    return surroundings.account().unlink();
  }

  @Override
  public LinkedAccount lookAtAccount() throws AgentException {
    return surroundings.account().look();
  }

  @Override
  public Added keepFound(String database) throws AgentException {
    return surroundings.account().keep(database);
  }

  @Override
  public LinkedAccount ignoreFound(String database) throws AgentException {
    return surroundings.account().ignore(database);
  }

  @Override
  public void show(Optional<UUID> database) throws AgentException {
    if (surroundings.window().isEmpty()) {
      throw Refused.of(Refused.Reason.INVALID, RefusalPhrase.NO_DESKTOP.with());
    }
    if (database.isPresent()) {
      calls.ask(() -> keeper.require(database.get()));
    }
    surroundings.window().get().show(this, database);
  }

  @Override
  public LoginStartStatus loginStart() throws AgentException {
    return surroundings.loginSwitch().status();
  }

  @Override
  public LoginStartStatus loginStart(boolean on) throws AgentException {
    return surroundings.loginSwitch().turn(on);
  }

  @Override
  public void stop() throws AgentException {
    calls.post(lifetime.stop());
  }

  /// In the agent's own process there is no connection to give up; inside a command, this ends the
  /// core.
  @Override
  public void close() {
    lifetime.close().run();
  }

  private Snapshot current() {
    return new Snapshot(lifetime.info().get(), keeper.statuses());
  }
}
