package dev.upkeep.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Pause;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// A scheduler in virtual time, with a listener that stores what an agent would store.
final class Rig implements ScheduleListener {
  static final Instant START = Instant.parse("2026-05-04T12:00:00Z");
  static final Duration SIX_HOURS = Duration.ofHours(6);
  static final UUID SHOP = id(1);

  final VirtualTime time;
  final FakeDatabases databases;
  final Scheduler scheduler;
  final Map<UUID, Instant> stored = new HashMap<>();
  final List<Touch> touches = new ArrayList<>();

  /// What is being touched, by what the listener hears.
  final Set<UUID> running = new HashSet<>();

  public Rig() {
    this(START);
  }

  public Rig(Instant start) {
    time = new VirtualTime(start);
    databases = new FakeDatabases(time);
    scheduler = new Scheduler(time, time, new Random(42), databases, databases, this);
  }

  static UUID id(int number) {
    return new UUID(0, number);
  }

  static Plan plan(UUID id, Duration interval) {
    return new Plan(id, interval, Optional.empty());
  }

  static Plan paused(UUID id, Pause pause) {
    return new Plan(id, SIX_HOURS, Optional.of(pause));
  }

  static List<Plan> plans(int count) {
    return IntStream.range(0, count).mapToObj(i -> plan(id(i), SIX_HOURS)).toList();
  }

  /// Starts, and lets the first touches end.
  Rig started(Collection<Plan> plans) {
    scheduler.start(plans, Map.of());
    time.pass(Duration.ofMinutes(1));
    assertThat(databases.ids())
        .containsExactlyInAnyOrderElementsOf(plans.stream().map(Plan::id).toList());
    databases.visits().clear();
    return this;
  }

  /// One database with an interval of 6 h, touched for the first time a minute ago.
  static Rig withShop() {
    return new Rig().started(List.of(plan(SHOP, SIX_HOURS)));
  }

  CompletableFuture<Touch> touchNow(UUID id) {
    return scheduler.touchNow(id).orElseThrow();
  }

  /// From now until the database is touched next, in the time that passes, not the wall's.
  Duration untilNextTouch() {
    int before = databases.visits().size();
    Duration start = time.awake();
    while (databases.visits().size() == before) {
      time.pass(Duration.ofSeconds(1));
      assertThat(time.awake().minus(start)).as("waiting").isLessThan(Duration.ofDays(40));
    }
    return databases.visits().get(before).begun().minus(start);
  }

  @Override
  public void began(UUID id) {
    assertThat(running.add(id)).as("one touch of a database at a time").isTrue();
  }

  @Override
  public void dropped(UUID id) {
    assertThat(running.remove(id)).as("dropped what had begun").isTrue();
  }

  @Override
  public void touched(UUID id, Touch touch, Instant nextDue) {
    assertThat(running.remove(id)).as("touched what had begun").isTrue();
    touches.add(touch);
    stored.put(id, nextDue);
  }

  @Override
  public void dueChanged(UUID id, Instant due) {
    stored.put(id, due);
  }
}
