package dev.upkeep.history.store;

import dev.upkeep.database.TouchMode;
import dev.upkeep.history.Announced;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.history.DaySum;
import dev.upkeep.history.Decision;
import dev.upkeep.history.Filter;
import dev.upkeep.history.HistoryNotice;
import dev.upkeep.history.LatencyBucket;
import dev.upkeep.history.Queued;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Stretch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.history.Transition;
import dev.upkeep.history.Uptime;
import dev.upkeep.touch.Touch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// Everything that has happened, kept in one SQLite file. Owned by one thread, the agent's: no
/// method may be called by another.
///
/// No method throws because of what the disk does. A damaged file is set aside and a new one begun;
/// while the file cannot be written, the last 10,000 touches are kept in memory and reading shows
/// only those; either way [#standings] goes on to be right. A touch is in the file, and survives
/// the end of this process however it ends, once [#record] has returned with no [#trouble].
///
/// Instants are kept to the millisecond.
public final class History implements AutoCloseable {
  /// Raw touches are kept this long, the sums of days for ever.
  public static final Duration DEFAULT_RETENTION = Duration.ofDays(400);

  /// Uptime over 90 days needs the touches of those days and the longest interval before them.
  public static final Duration SHORTEST_RETENTION = Duration.ofDays(130);

  /// The most touches on one page.
  public static final int MAX_PAGE = 200;

  /// The most stretches of one chart.
  public static final int MAX_STRETCHES = 400;

  private final HistoryBackend keeping;

  private History(HistoryBackend keeping) {
    this.keeping = keeping;
  }

  /// Opens the file, or begins a new one. Creates its folder where that is missing.
  ///
  /// @param nativeFolder a folder of our own, where SQLite's native library is unpacked
  /// @param listener told about the history's own troubles, on the calling thread, also during this
  ///   call
  public static History open(
      Path file, Path nativeFolder, Instant now, Consumer<HistoryNotice> listener) {
    UnpackedLibraries.sweep(nativeFolder, now);
    return open(
        file, Connector.unpackingTo(UnpackedLibraries.ofThisProcess(nativeFolder)), now, listener);
  }

  public static History open(
      Path file, Connector connector, Instant now, Consumer<HistoryNotice> listener) {
    HistoryBackend keeping =
        new HistoryBackend(new HistoryFile(file, connector), connector, listener, now);
    keeping.start();
    return new History(keeping);
  }

  /// What keeps history from being written at present.
  public Optional<HistoryNotice> trouble() {
    return keeping.trouble();
  }

  /// To be called every half minute or so: looks whether the file is still there, and after trouble
  /// tries it again.
  public void tend(Instant now) {
    keeping.tend(now);
    settle(now);
  }

  /// What a clock that was ahead has dated counts from now at the latest; and it is kept that way,
  /// or each start would count from its own now.
  private void settle(Instant now) {
    for (DatabaseRecord standing : List.copyOf(keeping.standings().values())) {
      DatabaseRecord right = standing.asOf(now);
      if (!right.equals(standing)) {
        keeping.change(store -> store.write(right));
        keeping.standings().put(right.database(), right);
      }
    }
  }

  /// When the latest touch of all began that is not yet to come; empty before the first.
  public Optional<Instant> newestTouch(Instant now) {
    return keeping.standings().values().stream()
        .flatMap(standing -> standing.last().stream())
        .map(RecordedTouch::at)
        .filter(at -> !at.isAfter(now))
        .max(Comparator.naturalOrder());
  }

  /// Records one touch.
  public RecordedTouch record(UUID database, Touch touch, TouchMode mode, Instant nextDue) {
    return record(List.of(new NewTouch(database, touch, mode, nextDue))).getFirst();
  }

  /// Records touches, sums and due times together: all or none.
  public List<RecordedTouch> record(List<NewTouch> touches) {
    touches.forEach(touch -> keeping.note(touch.touch().at()));
    keeping.inspect();
    List<RecordedTouch> recorded = new ArrayList<>();
    Map<UUID, DatabaseRecord> after = new HashMap<>();
    for (NewTouch touch : touches) {
      RecordedTouch added = touch.recorded(keeping.nextId());
      recorded.add(added);
      DatabaseRecord before = after.getOrDefault(touch.database(), standing(touch.database()));
      after.put(touch.database(), before.after(added).seeing(touch.touch()));
    }
    keeping.change(store -> store.append(recorded, after));
    keeping.standings().putAll(after);
    return List.copyOf(recorded);
  }

  /// Moves the instant at which a database is due.
  public void setDue(UUID database, Instant nextDue) {
    keeping.inspect();
    DatabaseRecord after = standing(database).withNextDue(nextDue);
    keeping.change(store -> store.write(after));
    keeping.standings().put(database, after);
  }

  /// Records a change of health.
  public void transition(Transition transition) {
    decide(new Decision(Optional.of(transition), List.of(), List.of(), Set.of()));
  }

  /// Keeps what was decided about telling people: all of it or nothing.
  public void decide(Decision decision) {
    keeping.inspect();
    List<Queued> notices = keeping.telling().numbered(decision);
    keeping.change(store -> store.append(decision, notices));
    keeping.telling().decided(decision, notices);
    decision
        .transition()
        .ifPresent(transition ->
            keeping
                .standings()
                .put(
                    transition.database(),
                    standing(transition.database()).withTransition(transition)));
  }

  /// What people were told of a database. Costs no reading.
  public Announced announced(UUID database) {
    return keeping.telling().announced(database);
  }

  /// What was kept under this name with a decision. Costs no reading.
  public Optional<String> memo(String name) {
    return keeping.telling().memo(name);
  }

  /// What is still to be told, in the order in which it was decided. Costs no reading.
  public List<Queued> queued() {
    return keeping.telling().queued();
  }

  /// Notices were delivered. Those that were withdrawn meanwhile are none any more.
  public void sent(Collection<Long> notices, Instant at) {
    keeping.inspect();
    keeping.change(store -> store.sent(notices, at));
    keeping.telling().remove(notices);
  }

  /// Notices could not be delivered now.
  public void postpone(Collection<Queued> notices, Instant nextAttempt) {
    keeping.inspect();
    List<Queued> later = notices.stream().map(one -> one.postponed(nextAttempt)).toList();
    keeping.change(store -> store.postpone(later));
    later.forEach(keeping.telling()::replace);
  }

  /// Notices are not to be delivered any more.
  public void drop(Collection<Long> notices) {
    keeping.inspect();
    keeping.change(store -> store.drop(notices));
    keeping.telling().remove(notices);
  }

  /// When something that belongs to no database happened last, as [#setMoment] was told.
  public Optional<Instant> moment(String name) {
    return keeping.ask(Optional.empty(), store -> store.moment(name));
  }

  /// Keeps when something that belongs to no database happened last.
  ///
  /// @param name for ever the same
  public void setMoment(String name, Instant at) {
    keeping.inspect();
    keeping.change(store -> store.setMoment(name, at));
  }

  /// Where one database stands. Costs no reading.
  public DatabaseRecord standing(UUID database) {
    return keeping.standings().getOrDefault(database, DatabaseRecord.unknown(database));
  }

  /// Where every database stands that anything is known of. Costs no reading.
  public Map<UUID, DatabaseRecord> standings() {
    return Map.copyOf(keeping.standings());
  }

  /// When each database is due. Costs no reading.
  public Map<UUID, Instant> nextDue() {
    Map<UUID, Instant> due = new HashMap<>();
    keeping.standings().forEach((id, s) -> s.nextDue().ifPresent(at -> due.put(id, at)));
    return due;
  }

  /// Touches that pass, newest first.
  ///
  /// @param after where the page before ended
  /// @param limit 1 to [#MAX_PAGE]
  public TouchPage page(Filter filter, Optional<Cursor> after, int limit) {
    int size = Math.clamp(limit, 1, MAX_PAGE);
    return keeping.ask(TouchPage.EMPTY, store -> store.page(filter, after, size));
  }

  /// All touches that pass, newest first, for an export. Reads page by page, so that neither memory
  /// nor a transaction is held between two calls, and other work may come between them.
  public Iterator<RecordedTouch> all(Filter filter) {
    return new PagedTouches(after -> page(filter, after, MAX_PAGE));
  }

  /// The last touches of one database, newest first.
  ///
  /// @param count 1 to [#MAX_PAGE]
  public List<RecordedTouch> recent(UUID database, int count) {
    return page(Filter.ALL.of(Set.of(database)), Optional.empty(), count).touches();
  }

  /// Changes of health, newest first, of one database or of all.
  ///
  /// @param to exclusive
  /// @param limit 1 to [#MAX_PAGE]
  public List<Transition> transitions(
      Optional<UUID> database, Instant from, Instant to, int limit) {
    int size = Math.clamp(limit, 1, MAX_PAGE);
    return keeping.ask(List.of(), store -> store.transitions(database, from, to, size));
  }

  /// How much a database was watched and up, looking back from now.
  public Uptime uptime(UUID database, Duration window, Instant now) {
    return keeping.ask(Uptime.NONE, store -> store.uptime(database, window, now));
  }

  /// The sums of a database's days, oldest first; days without anything are left out.
  ///
  /// @param to exclusive
  public List<DaySum> days(UUID database, LocalDate from, LocalDate to) {
    return keeping.ask(List.of(), store -> store.days(database, from, to));
  }

  /// Latency over time, oldest first.
  ///
  /// @param to exclusive
  /// @param buckets into how many stretches of equal length the time is divided
  public List<LatencyBucket> latencySeries(UUID database, Instant from, Instant to, int buckets) {
    return from.isBefore(to) && buckets > 0
        ? keeping.ask(List.of(), store -> store.latency(database, from, to, buckets))
        : List.of();
  }

  /// A stretch of time divided for a chart, oldest first; stretches without anything are in it too.
  ///
  /// @param to exclusive
  /// @param stretches into how many of equal length, 1 to [#MAX_STRETCHES]
  public List<Stretch> chart(UUID database, Instant from, Instant to, int stretches) {
    int count = Math.clamp(stretches, 1, MAX_STRETCHES);
    return from.isBefore(to)
        ? keeping.ask(List.of(), store -> store.chart(database, from, to, count))
        : List.of();
  }

  /// Gives back the memory that reading has taken.
  public void shrink() {
    keeping.ask(
        false,
        store -> {
          store.shrink();
          return true;
        });
  }

  /// Removes everything about a database.
  public void forget(UUID database) {
    keeping.inspect();
    keeping.forget(database);
  }

  /// Removes touches and changes of health that are older than this, except the last of each
  /// database. Sums of days stay. Looks the whole file through for damage first, so that it comes
  /// to light while we still know where each database stands. To be called once a day; takes a
  /// second for a million touches.
  ///
  /// @param retention at least [#SHORTEST_RETENTION]; less is taken for that
  /// @return how many touches were removed
  public int prune(Instant now, Duration retention) {
    keeping.inspect();
    Duration kept = retention.compareTo(SHORTEST_RETENTION) < 0 ? SHORTEST_RETENTION : retention;
    return keeping.ask(
        0,
        store -> {
          store.check();
          return store.prune(now.minus(kept));
        });
  }

  /// Closes the file. If it could not be written, tries so once more.
  @Override
  public void close() {
    keeping.close();
  }
}
