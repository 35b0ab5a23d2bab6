package dev.upkeep.agent.keeping;

import dev.upkeep.agent.Alerts;
import dev.upkeep.alert.Channel;
import dev.upkeep.alert.Dispatcher;
import dev.upkeep.alert.Outbox;
import dev.upkeep.alert.message.AlertText;
import dev.upkeep.alert.message.ProviderNews;
import dev.upkeep.alert.service.Delivery;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Pause;
import dev.upkeep.definitions.DefinitionsFile;
import dev.upkeep.history.store.History;
import dev.upkeep.language.Language;
import dev.upkeep.schedule.Scheduler;
import dev.upkeep.schedule.VirtualTime;
import dev.upkeep.testing.Scratch;
import dev.upkeep.touch.Certificate;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.ServerFacts;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Schedule, keeper, history, rules and outbox as the agent has them, in virtual time, with
/// databases that answer what the test wants and one channel that writes down what it is told. As
/// an extension it begins before each test and ends after it:
///
/// ```java
/// @RegisterExtension private final World world = new World();
/// private final UUID shop = world.keeping("shop-cache");
/// ```
public final class World implements BeforeEachCallback, AfterEachCallback, Channel {
  /// A Monday at noon in Berlin.
  public static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  public static final Outcome ALIVE =
      new Outcome.Alive(Evidence.WRITE, Duration.ofMillis(40), Optional.empty(), Optional.empty());
  static final Outcome WEAK =
      new Outcome.Alive(
          Evidence.KEY_MISSING, Duration.ofMillis(40), Optional.empty(), Optional.empty());
  public static final Outcome OFFLINE =
      new Outcome.Skipped(Outcome.Skipped.Reason.OFFLINE, "This computer has no network.");
  public static final Outcome SILENT = failed(FailureKind.TIMEOUT);

  /// Something that was told, and when.
  public record Told(Instant at, AlertText bulletin) {
    public String title() {
      return bulletin.title();
    }

    public String body() {
      return bulletin.body();
    }
  }

  public final List<Told> told = new ArrayList<>();
  final List<UUID> touched = new ArrayList<>();
  final Set<UUID> cleared = new HashSet<>();
  Supplier<CompletableFuture<Delivery>> desktop = World::takes;
  boolean keepsQuiet = true;

  private final Instant start;
  private final List<Channel> channels;
  private final ProviderNews news;
  private final List<String> kept = new ArrayList<>();
  private final Map<UUID, Outcome> answers = new HashMap<>();
  private final Map<UUID, Integer> failuresLeft = new HashMap<>();
  private final Map<UUID, Certificate> certificates = new HashMap<>();
  private final Map<UUID, ServerFacts> servers = new HashMap<>();
  private Path folder;
  Path file;
  DefinitionsStore store;
  KnownDatabases known;
  public VirtualTime time;
  public History history;
  public Keeper keeper;
  Scheduler scheduler;
  public Alerts alerts;

  /// One that begins at [#START].
  public World() {
    this(START);
  }

  public World(Instant start) {
    this(start, List.of(), ProviderNews.NONE);
  }

  /// With more channels than the one of its own.
  @SuppressWarnings("NullAway.Init") // beforeEach sets the fields
  public World(Instant start, List<Channel> more, ProviderNews news) {
    this.start = start;
    this.news = news;
    channels = new ArrayList<>(List.of(this));
    channels.addAll(more);
  }

  /// Has a database from the beginning.
  public UUID keeping(String name) {
    kept.add(name);
    return id(kept.size());
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    startAt(start);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    end();
  }

  /// Begins again at another moment, for a test in which nothing has happened yet.
  public void restartAt(Instant other) throws Exception {
    end();
    startAt(other);
  }

  private void startAt(Instant moment) throws Exception {
    folder = Scratch.folder("world");
    begin(moment);
    for (String name : kept) {
      add(name);
    }
  }

  private void end() {
    history.close();
    Scratch.delete(folder);
  }

  public static Outcome failed(FailureKind kind) {
    return new Outcome.Failed(kind, "It said " + kind + ".", "Do something.");
  }

  static CompletableFuture<Delivery> takes() {
    return CompletableFuture.completedFuture(new Delivery.Silent());
  }

  static CompletableFuture<Delivery> refuses() {
    return CompletableFuture.completedFuture(new Delivery.NotDelivered("nobody is there"));
  }

  private void begin(Instant moment) throws Exception {
    time = new VirtualTime(moment);
    history =
        History.open(
            folder.resolve("upkeep.db"),
            Path.of(System.getProperty("java.io.tmpdir"), "sqlite-native"),
            moment,
            notice -> {});
    file = folder.resolve("upkeep.json");
    store = DefinitionsStore.of(new DefinitionsFile(file, time), new Notices());
    known = new KnownDatabases();
    Random random = new Random(42);
    Outbox outbox = new Outbox(history);
    alerts =
        new Alerts(
            time,
            time,
            store::definitions,
            history,
            outbox,
            new Dispatcher(outbox, time, time, () -> BERLIN, Language.ENGLISH, news),
            () -> channels,
            random);
    keeper =
        new Keeper(
            time,
            store,
            history,
            known,
            new Watchers(() -> {}),
            alerts,
            _ -> {},
            new OtherKeepers("test"),
            true);
    scheduler =
        new Scheduler(
            time,
            time,
            random,
            visit -> time.later(Duration.ofMillis(50), visit),
            this::touch,
            keeper);
    alerts.attach(scheduler);
    time.execute(() -> keeper.start(scheduler));
    time.execute(alerts::start);
    time.settle();
  }

  /// The process is gone from one moment to the next and begins anew.
  public void restart() throws Exception {
    history.close();
    begin(time.instant());
  }

  /// Somebody deletes the file that the history is in.
  void loseHistory() throws IOException {
    Files.delete(folder.resolve("upkeep.db"));
  }

  private Touch touch(UUID id) {
    touched.add(id);
    Outcome answer = answers.getOrDefault(id, ALIVE);
    int left = failuresLeft.getOrDefault(id, 0);
    if (left > 0) {
      failuresLeft.put(id, left - 1);
      answer = SILENT;
    }
    Optional<Certificate> certificate = Optional.ofNullable(certificates.get(id));
    return new Touch(
        time.instant(),
        answer,
        1,
        certificate.isPresent() && answer instanceof Outcome.Alive
            ? new Timings(Map.of(Rung.TLS, Duration.ofMillis(20)))
            : Timings.NONE,
        certificate,
        Optional.ofNullable(servers.get(id)));
  }

  public UUID add(String name) throws Refused {
    return add(name, Optional.empty());
  }

  public UUID add(String name, Optional<Duration> interval) throws Refused {
    return add(name, name + ".upstash.io", interval);
  }

  /// One that somebody runs on a machine of their own.
  UUID addOwn(String name) throws Refused {
    return add(name, name + ".example.com", Optional.empty());
  }

  private UUID add(String name, String host, Optional<Duration> interval) throws Refused {
    UUID id = id(keeper.definitions().databases().size() + 1);
    keeper.add(
        Database.of(id, name, new Endpoint.Redis(host, 6379, Optional.empty(), true))
            .edit()
            .interval(interval)
            .done(),
        Optional.empty());
    pass(Duration.ofMinutes(1));
    return id;
  }

  private static UUID id(int number) {
    return new UUID(7, number);
  }

  /// From now on it shows a certificate that is valid for so long from now on.
  void show(UUID id, Duration lifetime) {
    Instant now = time.instant();
    certificates.put(
        id,
        new Certificate(
            "db",
            "authority",
            now.plus(lifetime),
            Optional.of(new Certificate.Details(List.of(), now, false))));
  }

  /// From now on it says that it is this.
  void be(UUID id, String product, String version) {
    servers.put(id, new ServerFacts(product, version, Optional.empty(), Optional.empty()));
  }

  public void answer(UUID id, Outcome outcome) {
    answers.put(id, outcome);
  }

  public void answerAll(Outcome outcome) {
    keeper.definitions().databases().forEach(database -> answers.put(database.id(), outcome));
  }

  /// The next so many touches fail, whatever else is said.
  void failNext(UUID id, int count) {
    failuresLeft.put(id, count);
  }

  public void set(String key, String value) throws Refused {
    keeper.changeSettings(keeper.definitions().revision(), Map.of(key, value));
  }

  void pause(UUID id, Optional<Pause> pause) throws Refused {
    keeper.pause(List.of(id), pause);
  }

  public void pass(Duration duration) {
    time.pass(duration);
  }

  public void passUntil(Instant end) {
    pass(Duration.between(time.instant(), end));
  }

  /// A person touches it, with this result, which lasts.
  public void touchNow(UUID id, Outcome outcome) {
    answer(id, outcome);
    ask(id);
    pass(Duration.ofSeconds(1));
  }

  /// A person touches it, and the result comes when it comes.
  public void ask(UUID id) {
    var _ = scheduler.touchNow(id);
  }

  /// Three failures in a few seconds.
  public void goDown(UUID id) {
    for (int i = 0; i < 3; i++) {
      touchNow(id, SILENT);
    }
  }

  public List<String> titles() {
    return told.stream().map(Told::title).toList();
  }

  public Told only() {
    if (told.size() != 1) {
      throw new AssertionError("told " + titles());
    }
    return told.getFirst();
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public boolean keepsQuiet() {
    return keepsQuiet;
  }

  @Override
  public Duration worthTelling() {
    return Duration.ofDays(2);
  }

  @Override
  public CompletableFuture<Delivery> deliver(AlertText bulletin) {
    CompletableFuture<Delivery> delivery = desktop.get();
    if (delivery.isDone() && delivery.join() instanceof Delivery.Silent) {
      told.add(new Told(time.instant(), bulletin));
    }
    return delivery;
  }

  @Override
  public void clear(Set<UUID> databases) {
    cleared.addAll(databases);
  }
}
