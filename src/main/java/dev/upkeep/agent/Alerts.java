package dev.upkeep.agent;

import dev.upkeep.agent.desktop.DesktopChannel;
import dev.upkeep.agent.keeping.AlertPolicy;
import dev.upkeep.agent.keeping.HealthRule;
import dev.upkeep.alert.Channel;
import dev.upkeep.alert.Dispatcher;
import dev.upkeep.alert.Outbox;
import dev.upkeep.alert.WebhookChannel;
import dev.upkeep.alert.rule.AlertDecision;
import dev.upkeep.alert.rule.AlertRule;
import dev.upkeep.alert.rule.AlertSettings;
import dev.upkeep.alert.rule.AlertSubject;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.rule.QuietTime;
import dev.upkeep.alert.rule.Situation;
import dev.upkeep.alert.rule.UnlockRule;
import dev.upkeep.database.Database;
import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.Setting;
import dev.upkeep.definitions.Settings;
import dev.upkeep.history.Announced;
import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Transition;
import dev.upkeep.history.store.History;
import dev.upkeep.schedule.AgentThread;
import dev.upkeep.schedule.Scheduler;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Looks at every database after each touch, each change and twice a minute, and lets people know
/// what the rules of [dev.upkeep.alert] say they should. Owned by the agent's thread: every method
/// is called there.
///
/// It looks at states and never at events, so what a crash, a restart or a damaged file has kept
/// from being judged is judged by the next look.
public final class Alerts implements AlertPolicy {
  static final Duration LOOK_EVERY = Duration.ofSeconds(30);

  /// While a keychain is locked: soon after login, and later now and then, since whoever unlocks it
  /// does not tell us.
  private static final Duration SECRET_RETRY_SOON = Duration.ofMinutes(1);

  private static final Duration SECRET_RETRY = Duration.ofMinutes(15);

  private static final int TOUCHES_LOOKED_AT = 10;

  private final AgentThread thread;
  private final InstantSource clock;
  private final Supplier<Definitions> definitions;
  private final History history;
  private final Outbox outbox;
  private final Dispatcher dispatcher;
  private final Supplier<List<Channel>> channels;
  private final RandomGenerator random;
  private final SleepDetector wakefulness;
  private final CatchUps catchUps = new CatchUps();
  private Scheduler scheduler;
  private AgentThread.@Nullable Wake look;
  private AgentThread.@Nullable Wake send;

  /// Nothing happens before [#attach] and [#start].
  ///
  /// @param channels over which people can be reached, as they are at the moment
  /// @param random names events
  @SuppressWarnings("NullAway.Init") // see attach()
  public Alerts(
      AgentThread thread,
      InstantSource clock,
      Supplier<Definitions> definitions,
      History history,
      Outbox outbox,
      Dispatcher dispatcher,
      Supplier<List<Channel>> channels,
      RandomGenerator random) {
    this.thread = thread;
    this.clock = clock;
    this.definitions = definitions;
    this.history = history;
    this.outbox = outbox;
    this.dispatcher = dispatcher;
    this.channels = channels;
    this.random = random;
    this.wakefulness = new SleepDetector(clock.instant());
  }

  /// Has to come before anything else: the scheduler needs the keeper, and the keeper this.
  public void attach(Scheduler theScheduler) {
    scheduler = theScheduler;
  }

  /// Begins to look, once the schedule knows what is due.
  public void start() {
    wakefulness.woke(clock.instant());
    lookAgainAndAgain();
  }

  void stop() {
    if (look != null) {
      look.cancel();
    }
    if (send != null) {
      send.cancel();
    }
  }

  /// The computer has woken up: what is overdue is touched first, and judged only then.
  public void woke() {
    wakefulness.woke(clock.instant());
    scheduler.catchUp();
  }

  @Override
  public void look(Database database, Optional<Transition> change) {
    Instant now = clock.instant();
    Situation situation = situation(database, now);
    judge(database, situation, change, now);
    dispatch();
  }

  @Override
  public void removed(UUID database) {
    catchUps.forget(database);
    AlertDecision silence = AlertRule.silence(database, untold(database));
    decide(Optional.empty(), List.of(silence), clock.instant());
    clear(Set.of(database));
  }

  /// Holds back what would repeat what these databases were announced for.
  ///
  /// @param time at most [AlertRule#LONGEST_SNOOZE]
  public void snooze(Collection<UUID> databases, Duration time) {
    Instant now = clock.instant();
    List<AlertDecision> rulings = new ArrayList<>();
    for (UUID id : databases) {
      Announced memory = outbox.announced(id);
      if (memory.outage().isPresent()) {
        rulings.add(
            new AlertDecision(AlertRule.snooze(memory, now.plus(time)), List.of(), Set.of()));
      }
    }
    decide(Optional.empty(), rulings, now);
  }

  /// Tells what an account says, and keeps what is remembered of it in the same step.
  ///
  /// @param memos see [dev.upkeep.history.Decision#memos]
  public void tell(List<Announcement> news, Map<String, String> memos) {
    outbox.tell(news, memos, wanted(), clock.instant(), settings().group());
    dispatch();
  }

  /// Whether notices wait at the moment.
  boolean isQuiet() {
    return settings()
        .quiet()
        .flatMap(quiet -> quiet.endAt(clock.instant(), ZoneId.systemDefault()))
        .isPresent();
  }

  private void lookAgainAndAgain() {
    // First, so that a failure below ends this look and not all that would follow.
    look = thread.after(LOOK_EVERY, this::lookAgainAndAgain);
    lookAtAll();
  }

  private void lookAtAll() {
    Instant now = clock.instant();
    Instant awakeSince = wakefulness.since(now);
    List<UnlockRule.Case> cases = new ArrayList<>();
    for (Database database : definitions.get().databases()) {
      Situation situation = situation(database, now);
      judge(database, situation, Optional.empty(), now);
      Announced memory = outbox.announced(database.id());
      cases.add(new UnlockRule.Case(situation, memory));
      memory
          .secret()
          .filter(locked -> situation.health() != Health.PAUSED)
          .ifPresent(locked -> retry(database.id(), locked, awakeSince, now));
    }
    decide(Optional.empty(), UnlockRule.judge(cases, now, this::newEvent), now);
    Set<String> known = names(channels.get());
    Set<String> wanted = names(wanted());
    // What a process without a desktop finds for it is the next one's; a webhook that has no name
    // any more comes back no more.
    outbox.discard(
        name -> !wanted.contains(name) && (known.contains(name) || WebhookChannel.isNamed(name)));
    dispatch();
  }

  /// A keychain is unlocked by somebody who does not tell us.
  private void retry(UUID database, Announced.Locked locked, Instant awakeSince, Instant now) {
    Instant begin = locked.since().isAfter(awakeSince) ? locked.since() : awakeSince;
    Duration pause =
        now.isAfter(begin.plus(UnlockRule.PATIENCE)) ? SECRET_RETRY : SECRET_RETRY_SOON;
    boolean waited =
        history
            .standing(database)
            .last()
            .filter(last -> Duration.between(last.at(), now).abs().compareTo(pause) >= 0)
            .isPresent();
    if (waited) {
      Optional<CompletableFuture<Touch>> _ = scheduler.touchNow(database);
    }
  }

  private void judge(
      Database database, Situation situation, Optional<Transition> change, Instant now) {
    Announced before = outbox.announced(database.id());
    AlertDecision ruling = AlertRule.judge(before, situation, settings(), now, this::newEvent);
    decide(change, List.of(ruling), now);
    boolean wasSaid = before.margin().isPresent() || before.secret().isPresent();
    boolean over = ruling.after().margin().isEmpty() && ruling.after().secret().isEmpty();
    if ((wasSaid && over && ruling.after().outage().isEmpty())
        || (!before.isNothing() && situation.health() == Health.PAUSED)) {
      clear(Set.of(database.id()));
    }
  }

  private void decide(Optional<Transition> change, List<AlertDecision> rulings, Instant now) {
    outbox.decide(change, rulings, wanted(), now, settings().group());
  }

  private void dispatch() {
    if (send != null) {
      send.cancel();
      send = null;
    }
    Instant now = clock.instant();
    Optional<Instant> next = dispatcher.drain(wanted(), settings(), this::dispatch);
    // What is further away is found by the next look.
    next.filter(at -> at.isAfter(now) && at.isBefore(now.plus(LOOK_EVERY)))
        .ifPresent(at -> send = thread.after(Duration.between(now, at), this::dispatch));
  }

  private void clear(Set<UUID> databases) {
    channels.get().forEach(channel -> channel.clear(databases));
  }

  private Situation situation(Database database, Instant now) {
    Settings settings = definitions.get().settings();
    DatabaseRecord standing = history.standing(database.id());
    Instant awakeSince = wakefulness.since(now);
    Optional<Instant> due = scheduler.nextTouch(database.id());
    Health health = HealthRule.of(database, standing, settings.get(Setting.ALERT_AFTER), now);
    CatchUps.State catchUp =
        health == Health.PAUSED
            ? CatchUps.State.NOTHING_DUE
            : catchUps.look(database.id(), due, awakeSince, now);
    return new Situation(
        AlertSubject.of(database),
        database.effectiveWindow(),
        health,
        standing,
        unresolved(database.id(), standing),
        catchUp == CatchUps.State.EXPECTED,
        catchUp == CatchUps.State.MISSING,
        awakeSince,
        untold(database.id()));
  }

  /// Touches in a row that found no such name. Those that were skipped say nothing.
  private int unresolved(UUID database, DatabaseRecord standing) {
    if (standing.last().filter(Alerts::isUnresolved).isEmpty()) {
      return 0;
    }
    int count = 0;
    for (RecordedTouch touch : history.recent(database, TOUCHES_LOOKED_AT)) {
      if (isUnresolved(touch)) {
        count++;
      } else if (!(touch.touch().outcome() instanceof Outcome.Skipped)) {
        break;
      }
    }
    return count;
  }

  private static boolean isUnresolved(RecordedTouch touch) {
    return touch.failureKind().filter(kind -> kind == FailureKind.UNRESOLVED).isPresent();
  }

  private List<Situation.Untold> untold(UUID database) {
    return outbox.untold(database, wanted(), dispatcher.leaving());
  }

  private List<Channel> wanted() {
    boolean desktop = definitions.get().settings().get(Setting.ALERT_DESKTOP);
    return channels.get().stream()
        .filter(channel -> desktop || !channel.name().equals(DesktopChannel.NAME))
        .filter(channel -> channel.reach() != Channel.Reach.CLOSED)
        .toList();
  }

  private static Set<String> names(List<Channel> channels) {
    Set<String> names = new HashSet<>();
    channels.forEach(channel -> names.add(channel.name()));
    return names;
  }

  private AlertSettings settings() {
    Settings settings = definitions.get().settings();
    return new AlertSettings(
        settings.get(Setting.ALERT_GROUP),
        settings.get(Setting.ALERT_REMINDERS),
        settings.get(Setting.ALERT_RECOVERY),
        settings.get(Setting.ALERT_MARGIN),
        settings.get(Setting.ALERT_QUIET).map(quiet -> new QuietTime(quiet.from(), quiet.to())));
  }

  private UUID newEvent() {
    return new UUID(
        (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | (1L << 63));
  }
}
