package dev.upkeep.testing;

import dev.upkeep.control.Added;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.Change;
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
import dev.upkeep.database.Database;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.database.Secret;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Stretch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Certificate;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.protocol.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// The one agent that is none. It shows what a test gives it and writes down what it was asked; the
/// tests of a room that need more of an agent extend it by that.
public class FakeAgent implements AgentApi {
  /// What can be brought back, the latest first.
  public final List<RemovedDatabase> removed = new CopyOnWriteArrayList<>();

  public final FakeSettings settings = new FakeSettings();
  public final FakeOffer offer = new FakeOffer();
  public final List<String> asked = new CopyOnWriteArrayList<>();
  public final FakeIntegrations outlets = new FakeIntegrations();
  public final FakeLoginStart login = new FakeLoginStart();
  private final FakeHistory history = new FakeHistory();
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  // Several threads may add at once.
  private final AtomicReference<Snapshot> seen = new AtomicReference<>(Statuses.snapshot());
  private volatile Outcome outcome =
      new Outcome.Alive(Evidence.WRITE, Duration.ofMillis(42), Optional.empty(), Optional.empty());
  private volatile Optional<AgentException> trouble = Optional.empty();
  private volatile List<Diagnosis.Step> steps = List.of();
  private volatile Optional<Certificate> certificate = Optional.empty();
  public volatile MetricsStatus metrics = MetricsStatus.OFF;
  public volatile SecretInventory inventory = new SecretInventory(0, 0, 0, 0);
  public volatile Optional<Sentence> secretTrouble = Optional.empty();

  /// How an account is linked.
  public volatile LinkedAccount account = LinkedAccount.NONE;

  public volatile String exported = "{}";
  public volatile ImportReport importReport = new ImportReport(List.of(), List.of());

  public FakeAgent with(DatabaseStatus... databases) {
    return seeing(Statuses.snapshot(databases));
  }

  public FakeAgent seeing(Snapshot snapshot) {
    seen.set(snapshot);
    return this;
  }

  /// What touches come to from now on.
  public FakeAgent touching(Outcome newOutcome) {
    outcome = newOutcome;
    return this;
  }

  /// What history holds of a database, newest first.
  public FakeAgent remembering(Function<UUID, List<RecordedTouch>> newTouches) {
    history.remembering(newTouches);
    return this;
  }

  /// What a diagnosis sees from now on, before what touches come to.
  public FakeAgent climbing(List<Diagnosis.Step> newSteps, Certificate seenOnTheWay) {
    steps = newSteps;
    certificate = Optional.of(seenOnTheWay);
    return this;
  }

  public Snapshot seen() {
    return seen.get();
  }

  /// Does again what it is asked.
  public void willing() {
    trouble = Optional.empty();
  }

  /// How much every database was up, and its chart.
  public FakeAgent up(UptimeReport uptime, FakeHistory.Drawing chart) {
    history.up(uptime, chart);
    return this;
  }

  /// Answers every request so from now on.
  public FakeAgent refusing(AgentException e) {
    trouble = Optional.of(e);
    return this;
  }

  /// Tells those who watch.
  public void tell(Change change) {
    Snapshot _ = seen.updateAndGet(now -> now.after(change));
    watchers.forEach(watcher -> watcher.changed(change));
  }

  /// Is gone; those who watch hear so.
  public void end() {
    List<Watcher> told = List.copyOf(watchers);
    watchers.clear();
    told.forEach(watcher -> watcher.ended("The agent was ended by a test."));
  }

  public int watched() {
    return watchers.size();
  }

  private void note(String request) throws AgentException {
    asked.add(request);
    if (trouble.isPresent()) {
      throw trouble.get();
    }
  }

  @Override
  public Snapshot snapshot() throws AgentException {
    return seen.get();
  }

  @Override
  public Subscription watch(Watcher watcher) throws AgentException {
    watchers.add(watcher);
    watcher.snapshot(seen.get());
    return () -> watchers.remove(watcher);
  }

  @Override
  public void remove(Collection<UUID> databases) throws AgentException {
    note("remove " + Statuses.names(seen(), databases));
    databases.forEach(id -> tell(new Change.Removed(id)));
  }

  @Override
  public void forget(Collection<UUID> databases) throws AgentException {
    note("forget " + Statuses.names(seen(), databases));
  }

  @Override
  public SecretInventory secrets() throws AgentException {
    return inventory;
  }

  @Override
  public SecretInventory moveSecrets(SecretPlace to) throws AgentException {
    note("move secrets to " + to);
    int all = inventory.inKeychain() + inventory.inFile();
    boolean file = to == SecretPlace.FILE;
    inventory =
        new SecretInventory(file ? 0 : all, file ? all : 0, inventory.owed(), inventory.orphans());
    return inventory;
  }

  @Override
  public SecretInventory forgetOrphans() throws AgentException {
    return inventory;
  }

  @Override
  public List<RemovedDatabase> removed() throws AgentException {
    return removed;
  }

  @Override
  public DatabaseStatus restore(UUID database) throws AgentException {
    note("restore");
    DatabaseStatus back = Statuses.alive("back");
    tell(new Change.Database(back));
    return back;
  }

  @Override
  public void pause(Collection<UUID> databases, Optional<Duration> time) throws AgentException {
    note(
        "pause "
            + Statuses.names(seen(), databases)
            + " "
            + time.map(Duration::toString).orElse("for ever"));
  }

  @Override
  public void resume(Collection<UUID> databases) throws AgentException {
    note("resume " + Statuses.names(seen(), databases));
  }

  @Override
  public List<Touched> touch(List<UUID> databases) throws AgentException {
    note("touch " + Statuses.names(seen(), databases));
    return databases.stream().map(id -> new Touched(id, visit())).toList();
  }

  @Override
  public TouchPage history(Filter filter, Optional<Cursor> after, int limit) throws AgentException {
    note("history");
    return history.page(seen.get(), filter, after, limit);
  }

  @Override
  public Added add(NewDatabase database) throws AgentException {
    note("add " + database.database().name() + (database.untested() ? " untested" : ""));
    DatabaseStatus added = Statuses.alive(database.database().name());
    tell(new Change.Database(added));
    return new Added(added, database.untested() ? Optional.empty() : Optional.of(visit()));
  }

  @Override
  public DatabaseStatus edit(DatabaseChange change) throws AgentException {
    Database to = change.database();
    String secret = change.secret().isPresent() ? " with a secret" : "";
    String untested = change.untested() ? " untested" : "";
    note("edit " + to.name() + " at " + to.endpoint().host() + secret + untested);
    return Statuses.alive(to.name());
  }

  @Override
  public Touch diagnose(Subject subject, Diagnosis.Listener listener) throws AgentException {
    note("diagnose");
    steps.forEach(listener::step);
    return visit();
  }

  private Touch visit() {
    return new Touch(Statuses.NOW, outcome, 1, Timings.NONE, certificate);
  }

  @Override
  public Optional<Sentence> secretTrouble() throws AgentException {
    return secretTrouble;
  }

  @Override
  public UpstashOffer listUpstash(UpstashAccount account) throws AgentException {
    note("list " + account.email());
    return offer.list(account);
  }

  @Override
  public Added addUpstash(UUID id, String database, boolean untested) throws AgentException {
    return add(offer.chosen(id, database, untested));
  }

  @Override
  public LinkedAccount account() throws AgentException {
    return account;
  }

  @Override
  public LinkedAccount linkAccount(LinkRequest request) throws AgentException {
    note(
        "link "
            + request.email()
            + (request.probe() ? " probed" : "")
            + (request.keepNew() ? " keeping" : ""));
    return account;
  }

  @Override
  public LinkedAccount unlinkAccount() throws AgentException {
    note("unlink");
    return LinkedAccount.NONE;
  }

  @Override
  public LinkedAccount lookAtAccount() throws AgentException {
    note("look");
    return account;
  }

  @Override
  public Added keepFound(String database) throws AgentException {
    note("keep " + database);
    return new Added(snapshot().databases().getFirst(), Optional.empty());
  }

  @Override
  public LinkedAccount ignoreFound(String database) throws AgentException {
    note("ignore " + database);
    return account;
  }

  @Override
  public void forgetUpstash(UUID id) throws AgentException {
    offer.forget(id);
  }

  @Override
  public void show(Optional<UUID> database) throws AgentException {
    throw Refused.verbatim(Refused.Reason.INVALID, List.of("The fake does not do this."));
  }

  @Override
  public LoginStartStatus loginStart() throws AgentException {
    return login.status();
  }

  @Override
  public LoginStartStatus loginStart(boolean on) throws AgentException {
    note("loginStart " + on);
    return login.turn(on);
  }

  @Override
  public List<UptimeReport> uptime(List<UUID> databases) throws AgentException {
    note("uptime " + Statuses.names(seen(), databases));
    return history.uptime(databases);
  }

  @Override
  public List<Stretch> chart(List<UUID> databases, Instant from, Instant to, int stretches)
      throws AgentException {
    note("chart " + Statuses.names(seen(), databases) + " from " + from);
    return history.chart(databases, from, to, stretches);
  }

  @Override
  public MetricsStatus metrics() throws AgentException {
    note("metrics");
    return metrics;
  }

  @Override
  public SettingsView settings() throws AgentException {
    return settings.view();
  }

  @Override
  public SettingsView changeSettings(long revision, Map<String, String> values)
      throws AgentException {
    note("set " + values);
    return settings.change(revision, values);
  }

  @Override
  public List<IntegrationStatus> outlets() throws AgentException {
    note("outlets");
    return outlets.all();
  }

  @Override
  public IntegrationStatus changeOutlet(Integration outlet, Optional<Secret> url)
      throws AgentException {
    note("change " + outlet.word() + (url.isPresent() ? "" : " to nothing"));
    return outlets.change(outlet, url);
  }

  @Override
  public IntegrationCheck testOutlet(Integration outlet) throws AgentException {
    note("test " + outlet.word());
    return outlets.test(outlet);
  }

  @Override
  public String export() throws AgentException {
    return exported;
  }

  @Override
  public ImportReport importAll(String json, ImportTerms terms) throws AgentException {
    return importReport;
  }

  @Override
  public void stop() throws AgentException {
    end();
  }

  @Override
  public void close() {}
}
