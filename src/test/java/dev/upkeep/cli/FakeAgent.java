package dev.upkeep.cli;

import dev.upkeep.control.Added;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.AgentException.Refused.Reason;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.ImportReport;
import dev.upkeep.control.LoginStartStatus;
import dev.upkeep.control.MetricsStatus;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.Outlet;
import dev.upkeep.control.OutletStatus;
import dev.upkeep.control.OutletTest;
import dev.upkeep.control.SettingsView;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Subject;
import dev.upkeep.control.Subscription;
import dev.upkeep.control.Touched;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.control.UpstashOffer;
import dev.upkeep.control.UptimeReport;
import dev.upkeep.control.Watcher;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Intervals;
import dev.upkeep.database.Pause;
import dev.upkeep.database.Secret;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.Page;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Stretch;
import dev.upkeep.testing.FakeOffer;
import dev.upkeep.touch.Diagnosis;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// An agent that keeps everything in memory and touches what the test says. It runs, or it is the
/// core in a command, as the test likes; either way it outlives the commands.
final class FakeAgent implements AgentApi, AgentAccess {
  private final Map<UUID, DatabaseStatus> databases = new LinkedHashMap<>();
  private final Map<UUID, Secret> secrets = new LinkedHashMap<>();
  final Map<Outlet, Secret> outlets = new EnumMap<>(Outlet.class);
  OutletTest outletTest =
      new OutletTest(Outlet.WEBHOOK, true, Optional.of(204), "hooks.example.com", Optional.empty());
  final Map<Outlet, String> outletProblems = new EnumMap<>(Outlet.class);
  private final List<RecordedTouch> touches = new ArrayList<>();
  private final Map<String, String> settings =
      new LinkedHashMap<>(Map.of("interval", "6h", "alert.after", "3"));
  private Function<Database, Outcome> outcome = _ -> Samples.alive();
  private boolean running = true;
  private boolean enabled = true;
  private int conflicts;
  private long revision = 7;
  final FakeOffer offer = new FakeOffer();
  int open;
  int asked;
  int pages;
  boolean shown;
  boolean stopped;
  Optional<String> secretTrouble = Optional.empty();
  String imported = "";
  boolean trusted;
  LoginStartStatus loginStart =
      new LoginStartStatus(
          LoginStartStatus.State.OFF, Optional.of("/autostart/upkeep.desktop"), Optional.empty());
  ImportReport importReport = new ImportReport(List.of(), List.of());

  FakeAgent notRunning() {
    running = false;
    return this;
  }

  FakeAgent resting() {
    enabled = false;
    return this;
  }

  /// What touches come to from now on.
  FakeAgent touching(Function<Database, Outcome> newOutcome) {
    outcome = newOutcome;
    return this;
  }

  /// Somebody else changes something before each of the next changes.
  FakeAgent conflicting(int times) {
    conflicts = times;
    return this;
  }

  FakeAgent with(DatabaseStatus status) {
    databases.put(status.database().id(), status);
    return this;
  }

  FakeAgent with(RecordedTouch touch) {
    touches.add(touch);
    return this;
  }

  FakeAgent keeping(String name, Secret secret) {
    secrets.put(named(name).id(), secret);
    return this;
  }

  Database named(String name) {
    return databases.values().stream()
        .map(DatabaseStatus::database)
        .filter(d -> d.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " among " + names()));
  }

  List<String> names() {
    return databases.values().stream().map(s -> s.database().name()).toList();
  }

  Optional<String> secretOf(String name) {
    return Optional.ofNullable(secrets.get(named(name).id())).map(Secret::reveal);
  }

  @Override
  public FakeAgent running() throws NoAgentException {
    if (!running) {
      throw new NoAgentException("No agent is running. Start one: upkeep agent.");
    }
    open++;
    asked++;
    return this;
  }

  @Override
  public AgentApi runningOrInProcess() {
    open++;
    asked++;
    return this;
  }

  @Override
  public void stopRunning() throws NoAgentException {
    running().close();
    stopped = true;
  }

  @Override
  public Snapshot snapshot() {
    return new Snapshot(
        new AgentInfo(
            "1.2.3",
            4711,
            Samples.NOW.minus(Duration.ofHours(3)),
            "default",
            "laptop",
            running,
            enabled,
            true,
            Intervals.DEFAULT,
            "a test's memory",
            Optional.empty(),
            List.of("The history was begun anew."),
            Optional.of("The disk was full.")),
        List.copyOf(databases.values()));
  }

  @Override
  public Subscription watch(Watcher watcher) {
    watcher.snapshot(snapshot());
    return () -> {};
  }

  @Override
  public Added add(NewDatabase database) throws Refused {
    if (conflicts-- > 0) {
      with(Samples.fresh(database.database().edit().id(UUID.randomUUID()).done()));
    }
    requireFree(database.database());
    Touch test = test(database.database(), database.untested());
    database.secret().ifPresent(secret -> secrets.put(database.database().id(), secret));
    DatabaseStatus status = Samples.after(database.database(), test);
    with(status);
    return new Added(status, Optional.of(test));
  }

  @Override
  public DatabaseStatus edit(DatabaseChange change) throws Refused {
    Database database = change.database();
    Database old = known(database.id()).database();
    requireFree(database);
    Touch test = test(database, change.untested());
    if (!database.hasDestinationOf(old)) {
      secrets.remove(database.id());
    }
    change.secret().ifPresent(secret -> secrets.put(database.id(), secret));
    DatabaseStatus status = Samples.after(database, test);
    with(status);
    return status;
  }

  private void requireFree(Database database) throws Refused {
    String name = DatabaseName.folded(database.name());
    boolean taken =
        databases.values().stream()
            .map(DatabaseStatus::database)
            .anyMatch(
                d -> DatabaseName.folded(d.name()).equals(name) && !d.id().equals(database.id()));
    if (taken) {
      throw new Refused(Reason.CONFLICT, List.of("There is a database of this name already."));
    }
  }

  private Touch test(Database database, boolean untested) throws Refused {
    Touch touch = touch(database);
    if (!untested && touch.outcome() instanceof Outcome.Failed failed) {
      throw new Refused(Reason.TEST_FAILED, List.of(failed.message() + " " + failed.advice()));
    }
    if (!untested && touch.outcome() instanceof Outcome.Skipped skipped) {
      throw new Refused(Reason.OFFLINE, List.of(skipped.message()));
    }
    return touch;
  }

  private Touch touch(Database database) {
    return new Touch(Samples.NOW, outcome.apply(database), 1, Timings.NONE, Optional.empty());
  }

  private DatabaseStatus known(UUID id) throws Refused {
    DatabaseStatus status = databases.get(id);
    if (status == null) {
      throw new Refused(Reason.NOT_FOUND, List.of("There is no such database."));
    }
    return status;
  }

  @Override
  public void remove(Collection<UUID> ids) {
    ids.forEach(databases::remove);
  }

  @Override
  public DatabaseStatus restore(UUID database) throws Refused {
    return known(database);
  }

  @Override
  public void pause(Collection<UUID> ids, Optional<Duration> time) throws Refused {
    Pause pause =
        time.<Pause>map(t -> new Pause.Until(Samples.NOW.plus(t)))
            .orElseGet(Pause.UntilResumed::new);
    for (UUID id : ids) {
      with(Samples.paused(known(id), pause));
    }
  }

  @Override
  public void resume(Collection<UUID> ids) throws Refused {
    for (UUID id : ids) {
      Database database = known(id).database();
      with(Samples.fresh(database.withPaused(Optional.empty())));
    }
  }

  @Override
  public List<Touched> touch(List<UUID> ids) throws Refused {
    List<Touched> touched = new ArrayList<>();
    for (UUID id : ids) {
      touched.add(new Touched(id, touch(known(id).database())));
    }
    return touched;
  }

  @Override
  public Touch diagnose(Subject subject, Diagnosis.Listener listener) throws Refused {
    if (!(subject instanceof Subject.Stored(var id))) {
      throw new AssertionError("the command line diagnoses nothing else: " + subject);
    }
    Touch touch = touch(known(id).database());
    if (touch.outcome() instanceof Outcome.Failed failed && failed.kind() == FailureKind.SECRET) {
      return new Touch(Samples.NOW, failed, 0, Timings.NONE, Optional.empty());
    }
    listener.step(
        new Diagnosis.Step(Rung.NAME, Diagnosis.Result.REACHED, Duration.ofMillis(3), "1 address"));
    listener.step(
        touch.alive()
            ? new Diagnosis.Step(Rung.TCP, Diagnosis.Result.REACHED, Duration.ofMillis(5), "")
            : new Diagnosis.Step(Rung.TCP, Diagnosis.Result.FAILED, Duration.ZERO, "Refused."));
    return touch;
  }

  @Override
  public Optional<String> secretTrouble() {
    return secretTrouble;
  }

  @Override
  public Page history(Filter filter, Optional<Cursor> after, int limit) {
    pages++;
    return Samples.page(touches, filter, after, limit);
  }

  @Override
  public List<UptimeReport> uptime(List<UUID> databases) {
    return List.of();
  }

  @Override
  public List<Stretch> chart(List<UUID> databases, Instant from, Instant to, int stretches) {
    return List.of();
  }

  @Override
  public MetricsStatus metrics() {
    return MetricsStatus.OFF;
  }

  @Override
  public SettingsView settings() {
    return new SettingsView(revision, settings);
  }

  @Override
  public SettingsView changeSettings(long base, Map<String, String> values) throws Refused {
    if (conflicts-- > 0) {
      revision++;
    }
    if (base != revision) {
      throw new Refused(Reason.CONFLICT, List.of("The settings were changed meanwhile."));
    }
    if (!settings.keySet().containsAll(values.keySet())) {
      throw new Refused(Reason.INVALID, List.of("There is no such setting."));
    }
    settings.putAll(values);
    revision++;
    return settings();
  }

  @Override
  public List<OutletStatus> outlets() {
    return Arrays.stream(Outlet.values()).map(this::outlet).toList();
  }

  private OutletStatus outlet(Outlet outlet) {
    Optional<String> url = Optional.ofNullable(outlets.get(outlet)).map(Secret::reveal);
    return new OutletStatus(
        outlet,
        url.isPresent() ? OutletStatus.State.SET : OutletStatus.State.NOT_SET,
        url.map(text -> URI.create(text).getHost()),
        false,
        Optional.ofNullable(outletProblems.get(outlet)));
  }

  @Override
  public OutletStatus changeOutlet(Outlet outlet, Optional<Secret> url) {
    url.ifPresentOrElse(text -> outlets.put(outlet, text), () -> outlets.remove(outlet));
    return outlet(outlet);
  }

  @Override
  public OutletTest testOutlet(Outlet outlet) throws Refused {
    if (!outlets.containsKey(outlet)) {
      throw new Refused(Reason.INVALID, List.of("None is set."));
    }
    return outletTest;
  }

  @Override
  public String export() {
    return "{\"databases\":[]}";
  }

  @Override
  public ImportReport importAll(String json, boolean trustReferences) {
    imported = json;
    trusted = trustReferences;
    return importReport;
  }

  @Override
  public UpstashOffer listUpstash(UpstashAccount account) throws Refused {
    return offer.list(account);
  }

  @Override
  public Added addUpstash(UUID id, String database, boolean untested) throws Refused {
    return add(offer.chosen(id, database, untested));
  }

  @Override
  public void forgetUpstash(UUID id) {
    offer.forget(id);
  }

  @Override
  public void show(Optional<UUID> database) {
    shown = true;
  }

  @Override
  public LoginStartStatus loginStart() {
    return loginStart;
  }

  @Override
  public LoginStartStatus loginStart(boolean on) throws Refused {
    if (loginStart.state() == LoginStartStatus.State.UNAVAILABLE) {
      throw new Refused(Reason.SYSTEM, List.of(loginStart.problem().orElseThrow()));
    }
    loginStart =
        new LoginStartStatus(
            on ? LoginStartStatus.State.ON : LoginStartStatus.State.OFF,
            loginStart.place(),
            Optional.empty());
    return loginStart;
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public void close() {
    open--;
  }
}
