package dev.upkeep.control;

import dev.upkeep.control.account.ProviderFigures;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Pause;
import dev.upkeep.database.Secret;
import dev.upkeep.database.TouchMode;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.Health;
import dev.upkeep.history.LatencyBucket;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Stretch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.history.Transition;
import dev.upkeep.history.Uptime;
import dev.upkeep.history.Verdict;
import dev.upkeep.language.Sentence;
import dev.upkeep.testing.StatusBuilder;
import dev.upkeep.touch.Certificate;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.protocol.Diagnosis;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// One of everything that crosses the wire, with texts that people and servers could think of.
public final class Samples {
  public static final UUID ID = new UUID(0x1234, 0x5678);
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456789Z");

  public static final String FOREIGN =
      "שלום مرحبا 🚀👩‍👩‍👧 \u202e\u2066 \"'\\ </b> \u0000\u0007\r\n\t\u0085\u2028\u2029 \ud800 =1+1";
  public static final List<String> NAMES =
      List.of("Orders", "עברית 🚀 日本語", "\"\\{}[],:' <b>&", "🚀".repeat(150), "x".repeat(300));

  private Samples() {}

  public static Database database(String name) {
    return Database.of(ID, name, new Endpoint.Redis("a.upstash.io", 6379, Optional.empty(), true));
  }

  public static Database fullDatabase(String name) {
    return database(name)
        .edit()
        .endpoint(new Endpoint.Rest(URI.create("https://a.upstash.io/x")))
        .window(Optional.of(Duration.ofDays(14)))
        .mode(TouchMode.READ)
        .key("日本:last")
        .caFile(Optional.of(Path.of("/etc/ca 🚀.pem")))
        .interval(Optional.of(Duration.ofHours(5)))
        .paused(Optional.of(new Pause.Until(NOW)))
        .secretReference(Optional.of("file:/run/secrets/x"))
        .done();
  }

  public static List<Diagnosis.Step> steps() {
    return List.of(
        new Diagnosis.Step(
            Rung.TCP, Diagnosis.Result.REACHED, Duration.ofNanos(12_345_678), FOREIGN),
        new Diagnosis.Step(Rung.WRITE, Diagnosis.Result.DONE_WITHOUT, Duration.ZERO, ""));
  }

  public static List<Touch> touches() {
    Outcome alive =
        new Outcome.Alive(
            Evidence.KEY_MISSING,
            Duration.ofNanos(12_345_678),
            Optional.of(new Stamp(Instant.ofEpochMilli(Long.MAX_VALUE), "github-actions")),
            Optional.of(Sentence.verbatim(FOREIGN)));
    Timings timings =
        new Timings(Map.of(Rung.NAME, Duration.ofNanos(1), Rung.READ_BACK, Duration.ofMillis(2)));
    Certificate certificate = new Certificate(FOREIGN, "CN=" + FOREIGN, NOW);
    return List.of(
        new Touch(NOW, alive, 3, timings, Optional.of(certificate)),
        touch(new Outcome.Alive(Evidence.WRITE, Duration.ZERO, Optional.empty(), Optional.empty())),
        touch(new Outcome.Failed(FailureKind.FOREIGN_KEY, FOREIGN, FOREIGN)),
        touch(new Outcome.Skipped(Outcome.Skipped.Reason.OFFLINE, FOREIGN)));
  }

  static Touch touch(Outcome outcome) {
    return new Touch(NOW, outcome, 0, Timings.NONE, Optional.empty());
  }

  static RecordedTouch recorded(long id) {
    Touch touch = touches().get(Math.floorMod(id, 4));
    return new RecordedTouch(id, ID, touch, TouchMode.PING, NOW.plusSeconds(60));
  }

  public static TouchPage page(int touches) {
    return new TouchPage(
        IntStream.range(0, touches).mapToObj(Samples::recorded).toList(),
        Optional.of(new Cursor(NOW, Long.MAX_VALUE)));
  }

  public static DatabaseStatus status(Database database) {
    return StatusBuilder.of(database)
        .health(Health.FAILING)
        .running()
        .nextDue(NOW)
        .lastVerified(NOW.minusSeconds(5))
        .last(recorded(0))
        .failures(2)
        .warning(Optional.of(FOREIGN))
        .alsoKept(new Stamp(NOW, "github-actions"))
        .done();
  }

  public static DatabaseStatus bareStatus(Database database) {
    return StatusBuilder.of(database).done();
  }

  /// With what a provider's account says of it.
  public static DatabaseStatus withFigures(Database database) {
    return StatusBuilder.of(database)
        .figures(
            new ProviderFigures(
                "suspended",
                Optional.of(NOW),
                ProviderFigures.Counted.BY_OTHERS,
                Optional.of(NOW),
                Optional.of(NOW),
                Optional.of(405_000L),
                Optional.of(500_000L),
                Optional.of(1_024L),
                Optional.empty(),
                Optional.of(0L)))
        .done();
  }

  public static AgentInfo agent() {
    return new AgentInfo(
        "1.0",
        4711,
        NOW,
        "default",
        "laptop",
        true,
        true,
        false,
        Duration.ofHours(6),
        Sentence.verbatim("the keychain"),
        Optional.of(Sentence.verbatim(FOREIGN)),
        List.of(Sentence.verbatim(FOREIGN), Sentence.verbatim("Second.")),
        Optional.of(Sentence.verbatim("A fault.")),
        Optional.empty());
  }

  public static UpstashOffer offer() {
    return new UpstashOffer(
        ID,
        NOW,
        List.of(
            new OfferedDatabase(
                FOREIGN,
                FOREIGN,
                "a.upstash.io:6379",
                "eu-west-1",
                OfferedDatabase.State.SUSPENDED,
                OfferedDatabase.Plan.FREE,
                true,
                Optional.empty()),
            new OfferedDatabase(
                "b",
                "🚀".repeat(150),
                "b.upstash.io:6379",
                "",
                OfferedDatabase.State.UNKNOWN,
                OfferedDatabase.Plan.UNKNOWN,
                false,
                Optional.of(FOREIGN))),
        3);
  }

  public static MetricsStatus metrics() {
    return new MetricsStatus(
        Optional.of("http://127.0.0.1:9464/metrics"),
        Optional.of(Sentence.verbatim(FOREIGN)),
        true);
  }

  public static LoginStartStatus loginStart() {
    return new LoginStartStatus(
        LoginStartStatus.State.DISABLED_BY_SYSTEM, Optional.of(FOREIGN), Optional.empty());
  }

  public static SettingsView settings() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("z", FOREIGN);
    values.put("a " + FOREIGN, "••••");
    return new SettingsView(Long.MAX_VALUE, values);
  }

  public static List<IntegrationStatus> outlets() {
    return List.of(
        new IntegrationStatus(
            Integration.WEBHOOK,
            IntegrationStatus.State.SET,
            Optional.of("hooks.example.com"),
            true,
            Optional.of(Sentence.verbatim(FOREIGN))),
        new IntegrationStatus(
            Integration.HEARTBEAT,
            IntegrationStatus.State.UNKNOWN,
            Optional.empty(),
            false,
            Optional.empty()));
  }

  public static IntegrationCheck outletTest() {
    return new IntegrationCheck(
        Integration.WEBHOOK,
        true,
        Optional.of(204),
        "hooks.example.com",
        Optional.empty(),
        Optional.empty());
  }

  public static UptimeReport uptime() {
    Uptime uptime = new Uptime(Duration.ofDays(1), Duration.ofHours(7), Duration.ofMillis(1));
    return new UptimeReport(
        Map.of(Duration.ofDays(1), uptime, Duration.ofDays(7), Uptime.NONE), Duration::toDays);
  }

  public static List<Stretch> chart() {
    LatencyBucket latency =
        new LatencyBucket(
            NOW, 3, Duration.ofNanos(1_000), Duration.ofMillis(42), Duration.ofSeconds(9));
    return List.of(
        new Stretch(
            NOW,
            NOW.plusSeconds(60),
            Optional.of(latency),
            Duration.ofSeconds(60),
            Duration.ofMillis(1)),
        new Stretch(
            NOW.plusSeconds(60),
            NOW.plusSeconds(120),
            Optional.empty(),
            Duration.ZERO,
            Duration.ZERO));
  }

  static Transition transition() {
    return new Transition(ID, NOW, Health.ALIVE, Health.DOWN, FOREIGN);
  }

  public static Filter filter() {
    return new Filter(
        Set.of(ID, new UUID(1, 2)),
        Set.of(Verdict.FAILED, Verdict.SKIPPED),
        Set.of(FailureKind.READ_ONLY),
        Optional.of(NOW),
        Optional.of(NOW.plusSeconds(1)));
  }

  public static List<Change> changes() {
    return List.of(
        new Change.Database(status(fullDatabase(NAMES.getFirst()))),
        new Change.Removed(ID),
        new Change.Reordered(List.of(new UUID(3, 4), ID)),
        new Change.TouchEnded(new Touched(ID, touches().getFirst())),
        new Change.HealthChanged(transition()),
        new Change.Agent(agent()),
        new Change.Settings(settings()),
        new Change.Outlet(outlets().getFirst()),
        new Change.Wanted(Optional.of(ID)),
        new Change.Wanted(Optional.empty()));
  }

  public static NewDatabase newDatabase(String name, String secret) {
    return new NewDatabase(database(name), Optional.of(Secret.of(secret)), true);
  }
}
