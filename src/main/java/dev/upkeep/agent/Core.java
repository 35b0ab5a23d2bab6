package dev.upkeep.agent;

import dev.upkeep.agent.account.AccountDesk;
import dev.upkeep.agent.account.AccountLooks;
import dev.upkeep.agent.account.AccountPlace;
import dev.upkeep.agent.desktop.Desktop;
import dev.upkeep.agent.desktop.DesktopChannel;
import dev.upkeep.agent.desktop.DesktopSide;
import dev.upkeep.agent.desktop.Lifecycle;
import dev.upkeep.agent.desktop.LoginSwitch;
import dev.upkeep.agent.desktop.TrayAction;
import dev.upkeep.agent.keeping.Additions;
import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.agent.keeping.AlertPolicy;
import dev.upkeep.agent.keeping.CredentialLookup;
import dev.upkeep.agent.keeping.Credentials;
import dev.upkeep.agent.keeping.DatabaseToucher;
import dev.upkeep.agent.keeping.DefinitionChanges;
import dev.upkeep.agent.keeping.DefinitionChecks;
import dev.upkeep.agent.keeping.DefinitionsStore;
import dev.upkeep.agent.keeping.Diagnoses;
import dev.upkeep.agent.keeping.Edits;
import dev.upkeep.agent.keeping.HandEdits;
import dev.upkeep.agent.keeping.Keeper;
import dev.upkeep.agent.keeping.Keeping;
import dev.upkeep.agent.keeping.KnownDatabases;
import dev.upkeep.agent.keeping.Notices;
import dev.upkeep.agent.keeping.OtherKeepers;
import dev.upkeep.agent.keeping.Removals;
import dev.upkeep.agent.keeping.SecretCount;
import dev.upkeep.agent.keeping.UpstashImport;
import dev.upkeep.agent.keeping.UpstashOffers;
import dev.upkeep.agent.keeping.Watchers;
import dev.upkeep.agent.metrics.MetricsSnapshot;
import dev.upkeep.agent.metrics.TouchTally;
import dev.upkeep.alert.Channel;
import dev.upkeep.alert.Dispatcher;
import dev.upkeep.alert.Outbox;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Integration;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Secret;
import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.DefinitionsException;
import dev.upkeep.definitions.DefinitionsFile;
import dev.upkeep.definitions.MetricsAddress;
import dev.upkeep.definitions.Setting;
import dev.upkeep.definitions.Settings;
import dev.upkeep.desktop.AppPaths;
import dev.upkeep.history.store.History;
import dev.upkeep.language.Language;
import dev.upkeep.language.Sentence;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.news.Releases;
import dev.upkeep.schedule.AgentThread;
import dev.upkeep.schedule.Scheduler;
import dev.upkeep.secret.Secrets;
import dev.upkeep.touch.protocol.Touchers;
import dev.upkeep.upstash.DeveloperApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keeper's parts list: which there are, what each is given, and in which order they start. In
/// the agent's process they run with a schedule, inside a command without. Whoever opens one holds
/// the instance lock.
///
/// The constructor puts together, [#start] acts; a new part is one line in each.
public final class Core implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Core.class);

  private static final Duration TOUCHES_MAY_TAKE = Duration.ofSeconds(5);

  private final Plan plan;
  private final Secrets secrets;
  private final History history;
  private final ScheduledExecutorService executor;
  private final AgentCalls calls;
  private final Watchers watchers;
  private final Keeper keeper;
  private final MetricsSwitch metrics;
  private final Removals removals;
  private final UpstashOffers offers;
  private final AccountLooks looks;
  private final Scheduler scheduler;
  private final SecretCheck secretCheck;
  private final AboutAgent about;
  private final Housekeeping tending;
  private final IdleMemory memory;
  private final OutboundServices outreach;
  private final Alerts alerts;
  private final Optional<DesktopSide> desktop;
  private final Agent agent;
  private final Lifecycle parts = new Lifecycle();
  private final CompletableFuture<String> stopAsked = new CompletableFuture<>();

  /// What others want to be looked after every half minute, on the agent's thread.
  private final List<Runnable> guests = new CopyOnWriteArrayList<>();

  /// What a core is opened with.
  ///
  /// @param scheduled whether databases are touched when they are due
  /// @param standalone whether starting the program again brings the same keeper back
  /// @param fixed definitions that cannot be changed (`--config`, or the environment's); empty for
  ///   the file
  /// @param desktop what to show Upkeep on; empty where there is nobody to see it
  /// @param metrics where `--metrics` wants them served; empty to follow the setting
  /// @param loginSwitch the start at login, which belongs to the system
  /// @param outlets addresses of webhook and heartbeat that the environment gave
  /// @param developerApi where the databases of an Upstash account are listed
  /// @param releases where versions of Upkeep are listed; empty where the build names none
  /// @param afterwards run when everything is closed
  record Plan(
      AppPaths paths,
      String profile,
      String label,
      String version,
      boolean scheduled,
      boolean enabled,
      boolean standalone,
      Optional<Definitions> fixed,
      Optional<Desktop> desktop,
      Optional<MetricsAddress> metrics,
      LoginSwitch loginSwitch,
      Map<Integration, Secret> outlets,
      Supplier<DeveloperApi> developerApi,
      Optional<Releases> releases,
      Runnable afterwards) {}

  /// Reads what there is and begins to keep.
  ///
  /// @throws DefinitionsException if definitions are there and cannot be read: nothing is begun
  ///   then
  /// @throws SetupException if metrics cannot be served where `--metrics` wants them
  public static Core open(Plan plan, Secrets secrets, InstantSource clock)
      throws DefinitionsException, SetupException {
    Instant now = clock.instant();
    Notices notices = new Notices();
    DefinitionsStore store =
        plan.fixed().isPresent()
            ? DefinitionsStore.readOnly(plan.fixed().get())
            : DefinitionsStore.of(
                new DefinitionsFile(plan.paths().definitionsFile(), clock), notices);
    History history =
        History.open(plan.paths().historyFile(), plan.paths().cache(), now, notices::add);
    Core core = new Core(plan, secrets, clock, now, notices, store, history);
    try {
      core.start();
    } catch (AgentException e) {
      core.close();
      throw new SetupException(List.of(Sentence.verbatim(String.valueOf(e.getMessage()))));
    }
    return core;
  }

  private Core(
      Plan plan,
      Secrets secrets,
      InstantSource clock,
      Instant now,
      Notices notices,
      DefinitionsStore store,
      History history) {
    this.plan = plan;
    this.secrets = secrets;
    this.history = history;
    executor = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "agent"));
    AgentThread thread = AgentThread.of(executor);
    calls = new AgentCalls(thread);
    KnownDatabases databases = new KnownDatabases();
    OnlineCheck online = OnlineCheck.ofThisComputer(controlNames(store.definitions()));
    DatabaseToucher toucher =
        new DatabaseToucher(
            new CredentialLookup(databases, new Credentials(secrets)),
            Touchers.standard(clock, online, databases::hosts),
            Touchers.diagnosis(clock, online, databases::hosts),
            clock,
            plan.label());
    memory =
        new IdleMemory(
            thread,
            () -> {
              history.shrink();
              System.gc();
            });
    watchers = new Watchers(memory::gone);
    boolean keeping = plan.scheduled() && plan.enabled();
    Outbox outbox = new Outbox(history);
    Language language = Language.of(System.getenv());
    NoticeActions actions =
        new NoticeActions(
            () -> store.definitions().settings().get(Setting.ALERT_SNOOZE), this::perform);
    desktop =
        plan.desktop()
            .map(offered ->
                new DesktopSide(
                    offered,
                    thread,
                    clock,
                    plan.paths().state(),
                    language,
                    secrets::unlock,
                    change -> calls.post(() -> watchers.tell(change))));
    outreach =
        new OutboundServices(
            keeping,
            calls,
            clock,
            plan.outlets(),
            plan.label(),
            secrets,
            history,
            watchers,
            () -> store.definitions().settings(),
            this::statuses);
    Optional<Channel> onDesktop =
        desktop.map(side ->
            new DesktopChannel(
                side.notices(),
                thread,
                actions,
                () -> store.definitions().settings().get(Setting.ALERT_SNOOZE),
                language));
    alerts =
        new Alerts(
            thread,
            clock,
            store::definitions,
            history,
            outbox,
            new Dispatcher(outbox, thread, clock, ZoneId::systemDefault, language, outreach.news()),
            () -> Stream.concat(onDesktop.stream(), outreach.channels().stream()).toList(),
            () -> ThreadLocalRandom.current().nextLong());
    TouchTally tally = new TouchTally();
    keeper =
        new Keeper(
            clock,
            store,
            history,
            databases,
            watchers,
            keeping ? alerts : AlertPolicy.silent(history),
            tally::add,
            new OtherKeepers(plan.label()),
            keeping);
    removals = new Removals(thread, secrets, keeper, clock);
    scheduler =
        new Scheduler(
            thread,
            clock,
            () -> ThreadLocalRandom.current().nextLong(),
            task -> Thread.ofVirtual().name("touch").start(task),
            toucher,
            keeper);
    alerts.attach(scheduler);
    actions.attach(alerts);
    secretCheck = new SecretCheck(secrets, store::keepsSecrets, () -> calls.post(this::tellAbout));
    metrics =
        new MetricsSwitch(
            calls,
            plan.metrics(),
            () -> store.definitions().settings(),
            tally,
            () -> scrape(tally, clock.instant()),
            this::tellAbout);
    UpdateLooks updates =
        new UpdateLooks(
            calls,
            clock,
            history,
            plan.version(),
            plan.releases(),
            new UpdateLooks.Telling(
                () -> store.definitions().settings().get(Setting.UPDATE_CHECK),
                alerts::isQuiet,
                memos -> alerts.tell(List.of(), memos),
                this::tellAbout,
                (title, body) -> showNews(store.definitions().settings(), title, body)),
            Core::elsewhere);
    about =
        new AboutAgent(plan, now, store, history, secrets, secretCheck, metrics, notices, updates);
    HandEdits handEdits =
        new HandEdits(thread, store, keeper, databases, secrets, notices, this::tellAbout);
    DefinitionChecks newcomers = new DefinitionChecks(toucher, secrets);
    Additions additions = new Additions(calls, keeper, newcomers);
    offers = new UpstashOffers(thread, clock);
    UpstashImport imports =
        new UpstashImport(calls, keeper, offers, plan.developerApi(), online, additions);
    AccountPlace accountPlace = new AccountPlace(plan.paths().accountFile(), secrets);
    looks =
        new AccountLooks(
            accountPlace,
            plan.developerApi(),
            clock,
            keeper,
            history,
            new AccountLooks.Telling(alerts::tell, UUID::randomUUID, keeping),
            thread,
            Core::elsewhere);
    AccountDesk accountDesk =
        new AccountDesk(
            calls, accountPlace, looks, plan.developerApi(), imports, clock, Core::elsewhere);
    actions.keeping(
        id -> elsewhere(() -> keep(accountDesk, id)),
        id -> elsewhere(() -> ignore(accountDesk, id)));
    tending =
        new Housekeeping(
            thread,
            clock,
            history,
            secretCheck,
            () -> store.definitions().settings().get(Setting.HISTORY_KEEP),
            () -> {
              outreach.tend();
              removals.tend();
              handEdits.tend();
              looks.tend();
              updates.tend();
              guests.forEach(Runnable::run);
            },
            removals::forgetOld);
    agent =
        new Agent(
            new Keeping(calls, keeper, scheduler, history, watchers),
            new DefinitionChanges(
                additions,
                new Edits(calls, keeper, databases, newcomers),
                removals,
                new SecretCount(calls, keeper, secrets),
                new Diagnoses(calls, keeper, newcomers, toucher),
                imports),
            new Surroundings(
                plan.loginSwitch(),
                secretCheck,
                outreach.desk(),
                metrics,
                accountDesk,
                desktop.map(DesktopSide::showing)),
            new Lifetime(
                clock,
                about::now,
                () -> stopAsked.complete("Asked to stop."),
                plan.scheduled() ? () -> {} : parts::close));
  }

  private void start() throws AgentException {
    parts.own("instance lock", plan.afterwards()::run);
    parts.own("secrets", secrets::clear);
    parts.own("agent thread", executor::shutdownNow);
    parts.own("history", () -> calls.run(history::close));
    parts.own("offers", () -> calls.run(offers::forgetAll));
    if (plan.scheduled()) {
      // Before anything is touched: an address that cannot be had ends it all.
      parts.own("metrics", () -> calls.run(metrics::close));
      calls.ask(() -> {
        metrics.start();
        return true;
      });
    }
    parts.own("memory", () -> calls.run(memory::stop));
    parts.own(
        "removals",
        // The store gives up by itself; only then may everything else end.
        () -> calls.ask(removals::expireAll, AgentCalls.ENDING).get());
    parts.run("schedule", () -> calls.post(() -> keeper.start(scheduler)), this::stopTouching);
    parts.own("watchers", () -> calls.run(() -> watchers.end("The agent has stopped.")));
    calls.post(looks::start);
    desktop.ifPresent(side ->
        parts.run(
            "desktop",
            () ->
                side.start(
                    agent, () -> calls.post(alerts::woke), () -> calls.post(scheduler::catchUp)),
            side::close));
    if (plan.scheduled() && plan.enabled()) {
      parts.run("alerts", () -> calls.post(alerts::start), () -> calls.run(alerts::stop));
    }
    if (plan.scheduled()) {
      parts.run("tending", () -> calls.post(tending::start), () -> calls.run(tending::stop));
      calls.post(outreach::tend);
      calls.post(removals::tend);
      calls.post(() -> {
        Snapshot first = new Snapshot(about.now(), keeper.statuses());
        watchers.add(new SecretStoreLog(), first);
        watchers.add(secretCheck, first);
      });
    }
  }

  /// Has something looked after every half minute, on the agent's thread.
  void tendToo(Runnable task) {
    guests.add(task);
  }

  /// Asks the agent to stop, as somebody else might.
  void end(String why) {
    LOG.warn("{}", why);
    stopAsked.complete(why);
  }

  private static void elsewhere(Runnable task) {
    Thread.ofVirtual().name("account").start(task);
  }

  private static void keep(AccountDesk desk, String id) {
    try {
      LOG.info("{} is kept, as was chosen.", desk.keep(id).status().database().name());
    } catch (AgentException e) {
      LOG.warn("A database of the account could not be added: {}", e.getMessage());
    }
  }

  private static void ignore(AccountDesk desk, String id) {
    try {
      var _ = desk.ignore(id);
    } catch (AgentException e) {
      LOG.warn("A database of the account could not be ignored: {}", e.getMessage());
    }
  }

  private void perform(TrayAction action) {
    desktop.ifPresent(side -> side.actions(agent).accept(action));
  }

  public AgentApi api() {
    return agent;
  }

  /// Completed when somebody asks the agent to stop.
  CompletableFuture<String> stopAsked() {
    return stopAsked;
  }

  /// Ends after touches that are running, or some seconds; nothing that was acknowledged is lost.
  @Override
  public void close() {
    parts.close();
  }

  private void stopTouching() throws Exception {
    CompletableFuture<Void> touchesEnded =
        calls.ask(() -> scheduler.stop(TOUCHES_MAY_TAKE), AgentCalls.ENDING);
    touchesEnded.get(2 * TOUCHES_MAY_TAKE.toSeconds(), TimeUnit.SECONDS);
  }

  private MetricsSnapshot scrape(TouchTally tally, Instant now) {
    boolean touching = plan.enabled() && scheduler.running();
    return new MetricsSnapshot(now, about.now(), touching, keeper.statuses(), tally.counts());
  }

  /// Where there is no desktop, the log is what somebody reads.
  private CompletableFuture<Boolean> showNews(Settings settings, Sentence title, Sentence body) {
    if (desktop.isEmpty()) {
      LOG.info("{}. {}", title, body);
      return CompletableFuture.completedFuture(true);
    }
    return settings.get(Setting.ALERT_DESKTOP)
        ? desktop.get().show("new-version", title, body)
        : CompletableFuture.completedFuture(false);
  }

  private List<DatabaseStatus> statuses() {
    return keeper.statuses();
  }

  private void tellAbout() {
    watchers.tell(new Change.Agent(about.now()));
  }

  private static List<String> controlNames(Definitions definitions) {
    List<String> names = definitions.settings().get(Setting.NETWORK_NAMES);
    return names.isEmpty() ? OnlineCheck.CONTROL_NAMES : names;
  }
}
