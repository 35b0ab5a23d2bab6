package dev.upkeep.agent.keeping;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.ImportReport;
import dev.upkeep.control.SettingsView;
import dev.upkeep.control.Touched;
import dev.upkeep.database.Database;
import dev.upkeep.database.Intervals;
import dev.upkeep.database.Pause;
import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.DefinitionsException;
import dev.upkeep.definitions.DefinitionsFile;
import dev.upkeep.definitions.Exchange;
import dev.upkeep.definitions.Setting;
import dev.upkeep.definitions.Settings;
import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Transition;
import dev.upkeep.history.store.History;
import dev.upkeep.schedule.Plan;
import dev.upkeep.schedule.ScheduleListener;
import dev.upkeep.schedule.Scheduler;
import dev.upkeep.schedule.Stored;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// What is kept and how it is doing. Owned by the agent's thread: every method is called there.
///
/// Definitions are saved before anything else follows from a change; a change that cannot be saved
/// changes nothing.
public final class Keeper implements ScheduleListener {
  private final InstantSource clock;
  private final DefinitionsStore store;
  private final History history;
  private final KnownDatabases known;
  private final Watchers watchers;
  private final AlertPolicy judge;
  private final Consumer<RecordedTouch> recorded;
  private final OtherKeepers alsoKept;
  private final boolean scheduled;
  private final Map<UUID, Health> health = new HashMap<>();
  private final Set<UUID> running = new HashSet<>();
  private Scheduler scheduler;

  /// What keeps databases, before it starts.
  ///
  /// @param recorded told of every touch that the history has
  /// @param scheduled false inside a command, which touches only what it is asked to
  @SuppressWarnings(
      "NullAway.Init") // start() gives the scheduler, which needs this as its listener
  public Keeper(
      InstantSource clock,
      DefinitionsStore store,
      History history,
      KnownDatabases known,
      Watchers watchers,
      AlertPolicy judge,
      Consumer<RecordedTouch> recorded,
      OtherKeepers alsoKept,
      boolean scheduled) {
    this.clock = clock;
    this.store = store;
    this.history = history;
    this.known = known;
    this.watchers = watchers;
    this.judge = judge;
    this.recorded = recorded;
    this.alsoKept = alsoKept;
    this.scheduled = scheduled;
  }

  /// Goes on where Upkeep stopped.
  public void start(Scheduler theScheduler) {
    scheduler = theScheduler;
    Instant now = clock.instant();
    Map<UUID, Stored> stored = new HashMap<>();
    for (Database database : definitions().databases()) {
      known.know(database);
      DatabaseRecord standing = standing(database.id());
      health.put(database.id(), healthOf(database, now));
      standing
          .nextDue()
          .ifPresent(due -> stored.put(database.id(), new Stored(due, standing.failures())));
    }
    scheduler.start(definitions().databases().stream().map(this::plan).toList(), stored);
  }

  public Definitions definitions() {
    return store.definitions();
  }

  public List<DatabaseStatus> statuses() {
    return definitions().databases().stream().map(this::status).toList();
  }

  DatabaseStatus status(Database database) {
    DatabaseRecord standing = standing(database.id());
    return new DatabaseStatus(
        database,
        health.getOrDefault(database.id(), Health.UNKNOWN),
        running.contains(database.id()),
        scheduled ? scheduler.nextTouch(database.id()) : standing.nextDue(),
        standing.lastProof().map(RecordedTouch::at),
        standing.last(),
        standing.failures(),
        Intervals.warning(interval(database), database.effectiveWindow()),
        alsoKept.of(database, standing, clock.instant()));
  }

  /// The database of this id.
  ///
  /// @throws Refused if there is none
  public Database require(UUID id) throws Refused {
    return definitions()
        .find(id)
        .orElseThrow(
            () -> new Refused(Refused.Reason.NOT_FOUND, List.of("There is no such database.")));
  }

  /// Checks a definition that is to be stored, before anything is done for it.
  ///
  /// @throws Refused with every rule that it breaks
  Definitions definitionsWith(Database database) throws Refused {
    return store.checked(definitions -> definitions.put(database));
  }

  /// Adds what an export of another computer holds, paused.
  public ImportReport importAll(String text, boolean trustReferences) throws Refused {
    Exchange.Import plan;
    try {
      plan = Exchange.plan(definitions(), DefinitionsFile.reading(text), UUID::randomUUID);
    } catch (DefinitionsException e) {
      throw new Refused(Refused.Reason.INVALID, e.problems());
    }
    List<Database> databases =
        plan.databases().stream()
            .map(imported ->
                imported
                    .database()
                    .edit()
                    .id(UUID.randomUUID())
                    .secretReference(reference(imported.reference(), trustReferences))
                    .done())
            .toList();
    store.replace(definitions -> definitions.put(databases));
    for (Database database : databases) {
      known.know(database);
      health.put(database.id(), healthOf(database, clock.instant()));
      scheduler.put(plan(database));
      changed(database);
    }
    return new ImportReport(databases.stream().map(Database::name).toList(), plan.remarks());
  }

  /// A reference may lead to any file or variable of this computer, so a person has to say that
  /// those in a file from elsewhere are meant.
  private static Optional<String> reference(Optional<String> found, boolean trusted) {
    return found.filter(text -> trusted || text.equals(Database.NO_SECRET));
  }

  /// Adds a database, with the touch that tested it if there was one.
  public DatabaseStatus add(Database database, Optional<Touch> test) throws Refused {
    store.replace(definitions -> definitions.put(database));
    known.know(database);
    test.ifPresent(touch -> record(database, touch, touch.at().plus(interval(database))));
    health.put(database.id(), healthOf(database, clock.instant()));
    DatabaseRecord standing = standing(database.id());
    standing
        .nextDue()
        .ifPresentOrElse(
            due -> scheduler.resume(plan(database), new Stored(due, standing.failures())),
            () -> scheduler.put(plan(database)));
    return changed(database);
  }

  /// Replaces a definition.
  ///
  /// @param elsewhere whether it is at another place now, or has another secret
  /// @throws Refused if it cannot be saved, or the database was removed meanwhile
  DatabaseStatus edit(Database database, boolean elsewhere) throws Refused {
    require(database.id());
    store.replace(definitions -> definitions.put(database));
    known.know(database);
    if (elsewhere) {
      scheduler.renew(plan(database));
    } else {
      scheduler.put(plan(database));
    }
    reconsider(database, "Changed by a person.");
    return changed(database);
  }

  public void remove(Collection<UUID> ids) throws Refused {
    store.replace(definitions -> definitions.remove(ids));
    for (UUID id : ids) {
      scheduler.remove(id);
      known.forget(id);
      health.remove(id);
      judge.removed(id);
      watchers.tell(new Change.Removed(id));
    }
  }

  /// Forgets what happened to a database that is gone for good.
  void forget(UUID id) {
    history.forget(id);
  }

  public void pause(Collection<UUID> ids, Optional<Pause> pause) throws Refused {
    Map<UUID, Database> paused = new LinkedHashMap<>();
    for (UUID id : ids) {
      paused.put(id, require(id).withPaused(pause));
    }
    store.replace(definitions -> definitions.put(paused.values()));
    for (Database database : paused.values()) {
      known.know(database);
      scheduler.put(plan(database));
      reconsider(database, pause.isPresent() ? "Paused by a person." : "Resumed by a person.");
      changed(database);
    }
  }

  public SettingsView settings() {
    Map<String, String> values = new LinkedHashMap<>();
    Settings settings = definitions().settings();
    Setting.ALL.forEach(setting -> values.put(setting.key(), setting.text(settings)));
    return new SettingsView(definitions().revision(), values);
  }

  public SettingsView changeSettings(long revision, Map<String, String> values) throws Refused {
    Optional<String> conflict = definitions().conflict(revision);
    if (conflict.isPresent()) {
      throw new Refused(Refused.Reason.CONFLICT, List.of(conflict.get()));
    }
    store.replace(definitions -> definitions.with(definitions.settings().with(values)));
    for (Database database : definitions().databases()) {
      scheduler.put(plan(database));
      reconsider(database, "The settings were changed.");
    }
    SettingsView view = settings();
    watchers.tell(new Change.Settings(view));
    statuses().forEach(status -> watchers.tell(new Change.Database(status)));
    return view;
  }

  @Override
  public void began(UUID id) {
    running.add(id);
    definitions().find(id).ifPresent(this::changed);
  }

  @Override
  public void dropped(UUID id) {
    running.remove(id);
    definitions().find(id).ifPresent(this::changed);
  }

  @Override
  public void touched(UUID id, Touch touch, Instant nextDue) {
    running.remove(id);
    Optional<Database> database = definitions().find(id);
    if (database.isEmpty()) {
      return;
    }
    record(database.get(), touch, nextDue);
    reconsider(database.get(), TouchSentence.of(touch));
    watchers.tell(new Change.TouchEnded(new Touched(id, touch)));
    changed(database.get());
  }

  @Override
  public void dueChanged(UUID id, Instant due) {
    history.setDue(id, due);
    definitions().find(id).ifPresent(this::changed);
  }

  private void record(Database database, Touch touch, Instant nextDue) {
    recorded.accept(history.record(database.id(), touch, database.mode(), nextDue));
  }

  /// Looks at the health of a database again, and records it if it is another.
  private void reconsider(Database database, String why) {
    Instant now = clock.instant();
    Health before = health.getOrDefault(database.id(), Health.UNKNOWN);
    Health after = healthOf(database, now);
    if (before == after) {
      judge.look(database, Optional.empty());
      return;
    }
    health.put(database.id(), after);
    // An outage begins with its first failure, not with the one that made us sure.
    Instant at = after == Health.DOWN ? standing(database.id()).failingSince().orElse(now) : now;
    Transition transition = new Transition(database.id(), at, before, after, why);
    judge.look(database, Optional.of(transition));
    watchers.tell(new Change.HealthChanged(transition));
  }

  private DatabaseStatus changed(Database database) {
    DatabaseStatus status = status(database);
    watchers.tell(new Change.Database(status));
    return status;
  }

  private Health healthOf(Database database, Instant now) {
    return HealthRule.of(
        database, standing(database.id()), definitions().settings().alertAfter(), now);
  }

  private DatabaseRecord standing(UUID id) {
    return history.standing(id);
  }

  /// Inside a command nothing is due by itself; a paused plan is touched only when a person asks.
  private Plan plan(Database database) {
    Plan plan = Plan.of(database, definitions().settings().interval());
    return scheduled
        ? plan
        : new Plan(plan.id(), plan.interval(), Optional.of(new Pause.UntilResumed()));
  }

  private Duration interval(Database database) {
    return database.interval().orElse(definitions().settings().interval());
  }

  /// Changes definitions as a whole.
  @FunctionalInterface
  interface DefinitionsChange {
    Definitions apply(Definitions definitions) throws DefinitionsException;
  }
}
