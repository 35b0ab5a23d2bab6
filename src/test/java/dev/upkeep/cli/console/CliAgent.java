package dev.upkeep.cli.console;

import dev.upkeep.control.Added;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.AgentException.Refused.Reason;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.ImportReport;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.SecretInventory;
import dev.upkeep.control.SettingsView;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Subject;
import dev.upkeep.control.Touched;
import dev.upkeep.database.Database;
import dev.upkeep.database.Intervals;
import dev.upkeep.database.Pause;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.database.Secret;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.language.Sentence;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.FakePaging;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.protocol.Diagnosis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// An agent that keeps its databases by the rules of a real one and touches what the test says. It
/// runs, or it is the core in a command, as the test likes; either way it outlives the commands.
public final class CliAgent extends FakeAgent implements AgentAccess {
  private final FakeDatabases databases = new FakeDatabases();
  private final List<RecordedTouch> touches = new ArrayList<>();
  private final Map<String, String> values =
      new LinkedHashMap<>(Map.of("interval", "6h", "alert.after", "3"));
  private long revision = 7;
  private boolean running = true;
  private boolean enabled = true;
  private int conflicts;
  public int open;
  public int taken;
  public int pages;
  boolean shown;
  boolean stopped;
  public String imported = "";
  public boolean trusted;
  public ImportTerms importTerms = ImportTerms.CAREFUL;

  /// Why no secret can be removed.
  public Optional<String> unforgettable = Optional.empty();

  public CliAgent() {
    inventory = new SecretInventory(1, 0, 0, 0);
    exported = "{\"databases\":[]}";
  }

  public CliAgent notRunning() {
    running = false;
    return this;
  }

  public CliAgent resting() {
    enabled = false;
    return this;
  }

  /// What touches come to from now on.
  public CliAgent touching(Function<Database, Outcome> newOutcome) {
    databases.touching(newOutcome);
    return this;
  }

  /// Somebody else changes something before each of the next changes.
  public CliAgent conflicting(int times) {
    conflicts = times;
    return this;
  }

  @Override
  public CliAgent with(DatabaseStatus... all) {
    List.of(all).forEach(databases::put);
    return this;
  }

  public CliAgent with(RecordedTouch touch) {
    touches.add(touch);
    return this;
  }

  public CliAgent keeping(String name, Secret secret) {
    databases.keep(named(name).id(), secret);
    return this;
  }

  public Database named(String name) {
    return databases.named(name);
  }

  public List<String> names() {
    return databases.names();
  }

  public Optional<String> secretOf(String name) {
    return databases.secretOf(name);
  }

  @Override
  public CliAgent running() throws NoAgentException {
    if (!running) {
      throw new NoAgentException("No agent is running. Start one: upkeep agent.");
    }
    open++;
    taken++;
    return this;
  }

  @Override
  public AgentApi runningOrInProcess() {
    open++;
    taken++;
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
            Sentence.verbatim("a test's memory"),
            Optional.empty(),
            List.of(Sentence.verbatim("The history was begun anew.")),
            Optional.of(Sentence.verbatim("The disk was full.")),
            Optional.empty()),
        databases.all());
  }

  @Override
  public Added add(NewDatabase database) throws Refused {
    if (conflicts-- > 0) {
      with(Samples.fresh(database.database().edit().id(UUID.randomUUID()).done()));
    }
    return databases.add(database);
  }

  @Override
  public DatabaseStatus edit(DatabaseChange change) throws Refused {
    return databases.edit(change);
  }

  @Override
  public void remove(Collection<UUID> ids) {
    databases.remove(ids);
  }

  @Override
  public void forget(Collection<UUID> ids) throws Refused {
    if (unforgettable.isPresent()) {
      throw Refused.verbatim(Reason.SECRET_STORE, List.of(unforgettable.get()));
    }
  }

  @Override
  public SecretInventory forgetOrphans() {
    inventory = new SecretInventory(1, 0, 0, 0);
    return inventory;
  }

  private boolean taken(String name) {
    return snapshot().databases().stream()
        .anyMatch(status -> status.database().name().equals(name));
  }

  @Override
  public DatabaseStatus restore(UUID database) throws Refused {
    RemovedDatabase waiting =
        removed.stream()
            .filter(one -> one.database().id().equals(database))
            .findFirst()
            .orElseThrow(
                () -> Refused.verbatim(Refused.Reason.NOT_FOUND, List.of("It is too late.")));
    Database back = waiting.database();
    with(Samples.fresh(taken(back.name()) ? back.withName(back.name() + " (2)") : back));
    removed.remove(waiting);
    return databases.known(database);
  }

  @Override
  public void pause(Collection<UUID> ids, Optional<Duration> time) throws Refused {
    databases.pause(
        ids,
        time.<Pause>map(t -> new Pause.Until(Samples.NOW.plus(t)))
            .orElseGet(Pause.UntilResumed::new));
  }

  @Override
  public void resume(Collection<UUID> ids) throws Refused {
    databases.resume(ids);
  }

  @Override
  public List<Touched> touch(List<UUID> ids) throws Refused {
    return databases.touch(ids);
  }

  @Override
  public Touch diagnose(Subject subject, Diagnosis.Listener listener) throws Refused {
    if (!(subject instanceof Subject.Stored(var id))) {
      throw new AssertionError("the command line diagnoses nothing else: " + subject);
    }
    Touch touch = databases.touch(databases.known(id).database());
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
  public TouchPage history(Filter filter, Optional<Cursor> after, int limit) {
    pages++;
    return FakePaging.page(touches.stream(), filter, after, limit);
  }

  @Override
  public SettingsView settings() {
    return new SettingsView(revision, values);
  }

  /// Takes any text for a value: what a text means is not the command line's business.
  @Override
  public SettingsView changeSettings(long base, Map<String, String> changes) throws Refused {
    if (conflicts-- > 0) {
      revision++;
    }
    if (base != revision) {
      throw Refused.verbatim(Reason.CONFLICT, List.of("The settings were changed meanwhile."));
    }
    if (!values.keySet().containsAll(changes.keySet())) {
      throw Refused.verbatim(Reason.INVALID, List.of("There is no such setting."));
    }
    values.putAll(changes);
    revision++;
    return settings();
  }

  /// Has one setting more.
  public void has(String key, String value) {
    values.put(key, value);
  }

  @Override
  public ImportReport importAll(String json, ImportTerms terms) {
    imported = json;
    trusted = terms.trustReferences();
    importTerms = terms;
    return importReport;
  }

  @Override
  public void show(Optional<UUID> database) {
    shown = true;
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
