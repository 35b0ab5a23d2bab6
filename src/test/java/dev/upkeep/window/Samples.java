package dev.upkeep.window;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.UptimeReport;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Pause;
import dev.upkeep.database.Provider;
import dev.upkeep.database.TouchMode;
import dev.upkeep.history.Health;
import dev.upkeep.history.LatencyBucket;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Stretch;
import dev.upkeep.history.Uptime;
import dev.upkeep.testing.StatusBuilder;
import dev.upkeep.testing.Statuses;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Snapshots and histories as a person might have them.
public final class Samples {
  private static final Duration EVERY = Duration.ofHours(6);

  private Samples() {}

  /// Three: one well, one whose password is wrong, one that rests.
  public static Snapshot three() {
    return Statuses.snapshot(
        alsoKept("shop-cache"),
        Statuses.paused("old-blog", new Pause.Until(Statuses.NOW.plus(Duration.ofHours(4)))),
        rejected("staging"));
  }

  /// A dozen, of every kind.
  public static DatabaseStatus[] mixed() {
    return new DatabaseStatus[] {
      Statuses.fresh("new-idea"),
      gone("newsletter"),
      rejected("staging"),
      Statuses.alive("blog-cache", Duration.ofDays(21)),
      alsoKept(Statuses.alive("sessions", Duration.ofDays(19))),
      Statuses.paused("old-blog", new Pause.Until(Statuses.NOW.plus(Duration.ofDays(9)))),
      Statuses.paused("experiment", new Pause.UntilResumed()),
      Statuses.offline("queue", Duration.ofDays(6)),
      alsoKept("shop-cache"),
      Statuses.alive("rate-limits"),
      Statuses.alive("a-name-that-somebody-has-made-very-long-indeed", Duration.ofDays(2)),
      elsewhere("own-server")
    };
  }

  /// Two hundred, among them each kind there is.
  public static Snapshot many() {
    List<DatabaseStatus> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String name = "project-%03d".formatted(i);
      all.add(
          switch (i) {
            case 3 -> rejected(name);
            case 17 -> gone(name + "-with-a-name-that-somebody-made-very-long-to-see-what-happens");
            case 40 -> Statuses.fresh(name);
            case 41 -> Statuses.offline(name, Duration.ofDays(2));
            case 42 -> Statuses.paused(name, new Pause.UntilResumed());
            case 43 -> elsewhere(name);
            case 60 -> Statuses.alive(name, Duration.ofDays(17));
            default -> Statuses.alive(name, Duration.ofMinutes(3 + i));
          });
    }
    return Statuses.snapshot(all.toArray(DatabaseStatus[]::new));
  }

  /// Well, and somebody else keeps it too.
  public static DatabaseStatus alsoKept(String name) {
    return alsoKept(Statuses.alive(name));
  }

  /// The same, and somebody else keeps it too.
  public static DatabaseStatus alsoKept(DatabaseStatus status) {
    return StatusBuilder.like(status)
        .alsoKept(new Stamp(Statuses.NOW.minus(Duration.ofHours(2)), "github-actions"))
        .done();
  }

  /// Its password is wrong, since 19 days.
  public static DatabaseStatus rejected(String name) {
    return failed(
        name,
        Health.FAILING,
        Duration.ofDays(18).plusHours(22),
        new Outcome.Failed(
            FailureKind.AUTH,
            "The password was rejected.",
            "A read-only token needs the user default_ro."));
  }

  /// Its name does not resolve, and its deadline is near.
  public static DatabaseStatus gone(String name) {
    return failed(
        name,
        Health.DOWN,
        Duration.ofDays(27),
        new Outcome.Failed(
            FailureKind.UNRESOLVED,
            "The name eu1-fast-cat-4711.upstash.io no longer exists.",
            "Upstash may have archived this database; its backup can be restored in the console."));
  }

  /// A Redis of one's own: no window is known.
  private static DatabaseStatus elsewhere(String name) {
    DatabaseStatus alive = Statuses.alive(name);
    Database elsewhere =
        alive
            .database()
            .edit()
            .endpoint(
                new Endpoint.Redis("redis.internal.example.org", 6379, Optional.empty(), false))
            .provider(Provider.OTHER)
            .done();
    return StatusBuilder.like(alive).database(elsewhere).done();
  }

  private static DatabaseStatus failed(
      String name, Health health, Duration lastVerified, Outcome.Failed failed) {
    DatabaseStatus failing = Statuses.failing(name, health, 3);
    return last(
        StatusBuilder.like(failing)
            .nextDue(Statuses.NOW.plus(Duration.ofMinutes(12)))
            .lastVerified(Statuses.NOW.minus(lastVerified))
            .done(),
        failed);
  }

  private static DatabaseStatus last(DatabaseStatus status, Outcome outcome) {
    return StatusBuilder.like(status)
        .last(status.last().map(touch -> touch(touch.id(), touch.database(), touch.at(), outcome)))
        .done();
  }

  /// Sixty touches with their ups and downs, newest first; two days in between nobody watched.
  public static List<RecordedTouch> history(UUID database) {
    List<RecordedTouch> touches = new ArrayList<>();
    Instant at = Statuses.NOW.minus(Duration.ofMinutes(3));
    for (int i = 0; i < 60; i++) {
      Outcome outcome =
          i == 7 || i == 8
              ? new Outcome.Failed(
                  FailureKind.TIMEOUT, "No answer within 10 s.", "Is the host reachable?")
              : alive(
                  30
                      + 17 * ((i * 7 + Math.floorMod(database.hashCode(), 5)) % 6)
                      + (i == 20 ? 700 : 0));
      touches.add(touch(1000 - i, database, at, outcome));
      at = at.minus(EVERY).minus(i == 30 ? Duration.ofDays(2) : Duration.ZERO);
    }
    return touches;
  }

  /// Up nearly all of the time, and watched two thirds of it in the long run.
  public static UptimeReport uptime() {
    Map<Duration, Uptime> byWindow = new HashMap<>();
    for (Duration window : UptimeReport.WINDOWS) {
      Duration watched = window.toDays() > 7 ? window.multipliedBy(61).dividedBy(100) : window;
      Duration down = window.toDays() > 1 ? Duration.ofHours(7) : Duration.ZERO;
      byWindow.put(window, new Uptime(window, watched, watched.minus(down)));
    }
    return new UptimeReport(byWindow, window -> 4 * window.toDays());
  }

  /// A month as [#history] has it: an outage near the end, two days that nobody watched.
  public static List<Stretch> chart(UUID database, Instant from, Instant to, int count) {
    List<Stretch> stretches = new ArrayList<>();
    Duration length = Duration.between(from, to).dividedBy(count);
    for (int i = 0; i < count; i++) {
      Instant start = from.plus(length.multipliedBy(i));
      boolean asleep = i >= 70 && i < 84;
      boolean down = i >= 160 && i < 164;
      Duration latency =
          Duration.ofMillis(40 + 17 * ((i * 7 + Math.floorMod(database.hashCode(), 5)) % 6));
      stretches.add(
          new Stretch(
              start,
              start.plus(length),
              asleep || down || i % 2 == 1
                  ? Optional.empty()
                  : Optional.of(new LatencyBucket(start, 1, latency, latency, latency)),
              asleep ? Duration.ZERO : length,
              asleep || down ? Duration.ZERO : length));
    }
    return stretches;
  }

  public static Outcome.Alive alive(long millis) {
    return new Outcome.Alive(
        Evidence.WRITE, Duration.ofMillis(millis), Optional.empty(), Optional.empty());
  }

  public static RecordedTouch touch(long id, UUID database, Instant at, Outcome outcome) {
    return new RecordedTouch(
        id,
        database,
        new Touch(at, outcome, 1, Timings.NONE, Optional.empty()),
        TouchMode.WRITE,
        at.plus(EVERY));
  }
}
