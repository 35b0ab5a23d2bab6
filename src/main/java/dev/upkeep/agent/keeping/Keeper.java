package dev.upkeep.agent.keeping;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.ImportReport;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.control.SettingsView;
import dev.upkeep.control.Touched;
import dev.upkeep.control.account.ProviderFigures;
import dev.upkeep.database.Database;
import dev.upkeep.database.Intervals;
import dev.upkeep.database.Pause;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.DefinitionsException;
import dev.upkeep.definitions.Setting;
import dev.upkeep.definitions.Settings;
import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Transition;
import dev.upkeep.history.store.History;
import dev.upkeep.language.RefusalPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.network.LocalNames;
import dev.upkeep.schedule.Plan;
import dev.upkeep.schedule.ScheduleListener;
import dev.upkeep.schedule.Scheduler;
import dev.upkeep.schedule.Stored;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.TouchesBefore;
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
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is kept and how it is doing. Owned by the agent's thread: every method is called there.
///
/// Definitions are saved before anything else follows from a change; a change that cannot be saved
/// changes nothing.
public final class Keeper implements ScheduleListener {
  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  private final InstantSource clock;
  private final DefinitionsStore store;
  private final History history;
  private final KnownDatabases known;
  private final Watchers watchers;
  private final AlertPolicy judge;
  private final Consumer<RecordedTouch> recorded;
  private final OtherKeepers alsoKept;
  private final boolean scheduled;
  private Function<UUID, Optional<ProviderFigures>> figures = _ -> Optional.empty();
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

  /// Has the provider's own account of each database from there, for whoever asks about it.
  public void seeing(Function<UUID, Optional<ProviderFigures>> theFigures) {
    figures = theFigures;
  }

  /// Tells those who watch that more is known of a database.
  public void lookAgain(UUID id) {
    definitions().find(id).ifPresent(this::changed);
  }

  /// Goes on where Upkeep stopped.
  public void start(Scheduler theScheduler) {
    scheduler = theScheduler;
    Instant now = clock.instant();
    history.tend(now);
    Map<UUID, Stored> stored = new HashMap<>();
    for (Database database : definitions().databases()) {
      known.know(database);
      DatabaseRecord standing = standing(database.id());
      known.saw(database.id(), before(standing));
      if (standing.lastProof().filter(proof -> leadsHere(proof.touch())).isPresent()) {
        boolean _ = LocalNames.allow(database.endpoint().host());
      }
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
        standing.provenAt(),
        standing.last(),
        standing.failures(),
        Intervals.warning(interval(database), database.effectiveWindow()),
        alsoKept.of(database, standing, clock.instant()),
        standing.lastWrite(),
        standing.certificate(),
        standing.server(),
        figures.apply(database.id()));
  }

  /// The database of this id.
  ///
  /// @throws Refused if there is none
  public Database require(UUID id) throws Refused {
    return definitions()
        .find(id)
        .orElseThrow(() -> Refused.of(Refused.Reason.NOT_FOUND, RefusalPhrase.NO_DATABASE.with()));
  }

  /// Checks a definition that is to be stored, before anything is done for it.
  ///
  /// @throws Refused with every rule that it breaks
  Definitions definitionsWith(Database database) throws Refused {
    return store.checked(definitions -> definitions.put(database));
  }

  /// Takes over what an export of another computer holds; databases arrive paused.
  public ImportReport importAll(String text, ImportTerms terms) throws Refused {
    ImportPlan plan = ImportPlan.of(text, definitions(), terms);
    if (terms.dryRun()) {
      return plan.report();
    }
    Settings before = definitions().settings();
    store.replace(plan::applyTo);
    for (Database database : plan.databases()) {
      known.know(database);
      health.put(database.id(), healthOf(database, clock.instant()));
      scheduler.put(plan(database));
      changed(database);
    }
    if (!definitions().settings().equals(before)) {
      settingsChanged();
    }
    return plan.report();
  }

  /// The settings that an import would change, by their keys.
  public Map<String, String> settingsIn(String text, ImportTerms terms) throws Refused {
    return terms.dryRun() ? Map.of() : ImportPlan.of(text, definitions(), terms).settings();
  }

  /// Adds a database, with the touch that tested it if there was one.
  public DatabaseStatus add(Database database, Optional<Touch> test) throws Refused {
    store.replace(definitions -> definitions.put(database));
    known.know(database);
    test.ifPresent(touch -> record(database, touch, touch.at().plus(interval(database))));
    Health now = healthOf(database, clock.instant());
    health.put(database.id(), now);
    if (now == Health.ALIVE && test.isPresent()) {
      // Or a touch that is skipped would be all that is known of it.
      history.transition(
          new Transition(
              database.id(), test.get().at(), Health.UNKNOWN, now, TouchSentence.of(test.get())));
    }
    return scheduled(database);
  }

  /// What is known of it goes on to hold.
  private DatabaseStatus kept(Database database) {
    known.know(database);
    health.put(database.id(), healthOf(database, clock.instant()));
    return scheduled(database);
  }

  private DatabaseStatus scheduled(Database database) {
    DatabaseRecord standing = standing(database.id());
    standing
        .nextDue()
        .ifPresentOrElse(
            due -> scheduler.resume(plan(database), new Stored(due, standing.failures())),
            () -> scheduler.put(plan(database)));
    return changed(database);
  }

  /// Changes a definition: what has become different since `before` stays as it is now.
  ///
  /// @param elsewhere whether it is at another place now, or has another secret
  /// @throws Refused if it cannot be saved, or somebody else has removed the database or changed
  ///   the same meanwhile
  DatabaseStatus edit(Database before, Database after, boolean elsewhere) throws Refused {
    Database now = require(after.id());
    Database database = EditMerge.of(before, after, now).orElseThrow(Edits::overtaken);
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
    store.replace(definitions -> definitions.remove(ids, clock.instant()));
    ids.forEach(this::removed);
  }

  private void removed(UUID id) {
    scheduler.remove(id);
    known.forget(id);
    health.remove(id);
    judge.removed(id);
    watchers.tell(new Change.Removed(id));
  }

  /// Takes over definitions that somebody has written into the file. Their secrets are right
  /// already; see [HandEdits].
  void adopt(Definitions edited) {
    Definitions before = definitions();
    store.adopt(edited);
    before.databases().stream()
        .map(Database::id)
        .filter(id -> edited.find(id).isEmpty())
        .forEach(this::removed);
    for (Database database : edited.databases()) {
      Optional<Database> old = before.find(database.id());
      if (!old.equals(Optional.of(database))) {
        adopt(database, old);
      }
    }
    if (!edited.settings().equals(before.settings())) {
      settingsChanged();
    }
  }

  private void adopt(Database database, Optional<Database> old) {
    known.know(database);
    boolean elsewhere =
        old.filter(one ->
                one.hasDestinationOf(database)
                    && one.secretReference().equals(database.secretReference()))
            .isEmpty();
    if (elsewhere) {
      scheduler.renew(plan(database));
    } else {
      scheduler.put(plan(database));
    }
    reconsider(database, "Changed by hand.");
    changed(database);
  }

  /// Brings a database back that was removed, under a name that is free.
  ///
  /// @throws Refused if it is too late, or it cannot be saved
  DatabaseStatus bringBack(UUID id) throws Refused {
    RemovedDatabase removed =
        definitions().removed().stream()
            .filter(one -> one.database().id().equals(id) && one.waitsAt(clock.instant()))
            .findFirst()
            .orElseThrow(() -> Refused.of(Refused.Reason.NOT_FOUND, RefusalPhrase.TOO_LATE.with()));
    store.replace(definitions -> definitions.bringBack(removed));
    return kept(require(id));
  }

  /// Forgets those that can be brought back no more, with what happened to them.
  void forgetRemoved(Collection<UUID> ids) throws Refused {
    store.replace(definitions -> definitions.forget(ids));
    ids.forEach(history::forget);
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
    Optional<Sentence> conflict = definitions().conflict(revision);
    if (conflict.isPresent()) {
      throw Refused.of(Refused.Reason.CONFLICT, conflict.get());
    }
    store.replace(definitions -> definitions.with(definitions.settings().with(values)));
    return settingsChanged();
  }

  private SettingsView settingsChanged() {
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
    log(database.get(), standing(id), touch);
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
    Touch told = ServerNews.in(touch, standing(database.id()).server());
    recorded.accept(history.record(database.id(), told, database.mode(), nextDue));
    known.saw(database.id(), before(standing(database.id())));
  }

  /// Once for each change, not for each try.
  private static void log(Database database, DatabaseRecord before, Touch touch) {
    Optional<FailureKind> was = before.last().flatMap(RecordedTouch::failureKind);
    if (touch.outcome() instanceof Outcome.Failed failed) {
      if (!was.equals(Optional.of(failed.kind()))) {
        LOG.info("{}: {}", database.name(), failed.message());
      }
    } else if (was.isPresent() && touch.alive()) {
      LOG.info("{} is alive again.", database.name());
    }
  }

  private static boolean leadsHere(Touch touch) {
    return touch.outcome() instanceof Outcome.Alive alive
        && alive.remark().filter(it -> it.is(TouchPhrase.HERE)).isPresent();
  }

  private static TouchesBefore before(DatabaseRecord standing) {
    return new TouchesBefore(
        standing.lastWrite(),
        standing.last().map(RecordedTouch::touch).filter(TouchesBefore::wasStale).isPresent());
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
        database, standing(database.id()), definitions().settings().get(Setting.ALERT_AFTER), now);
  }

  private DatabaseRecord standing(UUID id) {
    return history.standing(id);
  }

  /// Inside a command nothing is due by itself; a paused plan is touched only when a person asks.
  private Plan plan(Database database) {
    Plan plan = Plan.of(database, definitions().settings().get(Setting.INTERVAL));
    return scheduled
        ? plan
        : new Plan(plan.id(), plan.interval(), Optional.of(new Pause.UntilResumed()));
  }

  private Duration interval(Database database) {
    return database.interval().orElse(definitions().settings().get(Setting.INTERVAL));
  }

  /// Changes definitions as a whole.
  @FunctionalInterface
  interface DefinitionsChange {
    Definitions apply(Definitions definitions) throws DefinitionsException;
  }
}
