package dev.upkeep.agent.account;

import dev.upkeep.agent.keeping.Keeper;
import dev.upkeep.database.Database;
import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.history.DaySum;
import dev.upkeep.history.Filter;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.store.History;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.upstash.account.AccountEntry;
import dev.upkeep.upstash.account.AccountMemory;
import dev.upkeep.upstash.account.Counters;
import dev.upkeep.upstash.account.Look;
import dev.upkeep.upstash.account.LookRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What touches have done to what is kept, as far as a look needs to know it. On the agent's
/// thread.
final class KeptFacts {
  /// What a touch that writes sends and Upstash bills: SET and GET.
  private static final int COMMANDS = 2;

  /// More touches than that between two looks say no more.
  private static final int MOST = 2_000;

  private final Keeper keeper;
  private final History history;

  KeptFacts(Keeper keeper, History history) {
    this.keeper = keeper;
    this.history = history;
  }

  /// Where everything is that is kept; see [LookRule#place].
  Map<String, UUID> places() {
    Map<String, UUID> places = new HashMap<>();
    keeper.definitions().databases().forEach(one -> places.putIfAbsent(place(one), one.id()));
    return places;
  }

  private static String place(Database database) {
    return LookRule.place(database.endpoint().host(), database.endpoint().port());
  }

  /// What a look needs of each database that the account lists, or once listed.
  List<Look.Kept> of(Set<String> listed, AccountMemory memory, Instant now) {
    Map<UUID, Instant> baselines = new HashMap<>();
    for (AccountEntry entry : memory.entries().values()) {
      Optional<Instant> since = entry.counts().baseline().map(Counters::at);
      entry.keptAs().ifPresent(id -> since.ifPresent(at -> baselines.put(id, at)));
    }
    List<Look.Kept> kept = new ArrayList<>();
    for (Database database : keeper.definitions().databases()) {
      String place = place(database);
      kept.add(
          listed.contains(place)
              ? facts(database, place, Optional.ofNullable(baselines.get(database.id())), now)
              : new Look.Kept(
                  database.id(), database.name(), place, unresolved(database), List.of(), 0, 0));
    }
    return kept;
  }

  private Look.Kept facts(Database database, String place, Optional<Instant> since, Instant now) {
    List<Instant> writes = new ArrayList<>();
    long touches = 0;
    if (since.isPresent()) {
      Filter between = Filter.ALL.of(Set.of(database.id())).between(since.get(), now);
      Iterator<RecordedTouch> each = history.all(between);
      while (each.hasNext() && touches < MOST) {
        RecordedTouch touch = each.next();
        touches++;
        if (touch.evidence().filter(Evidence.WRITE::equals).isPresent()) {
          writes.add(touch.at());
        }
      }
    }
    return new Look.Kept(
        database.id(),
        database.name(),
        place,
        unresolved(database),
        writes,
        touches,
        commands(database.id(), now));
  }

  private long commands(UUID database, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return history.days(database, today.withDayOfMonth(1), today.plusDays(1)).stream()
        .mapToLong(DaySum::alive)
        .map(touches -> touches * COMMANDS)
        .sum();
  }

  private boolean unresolved(Database database) {
    DatabaseRecord standing = history.standing(database.id());
    return standing.failures() >= 2
        && standing
            .last()
            .flatMap(RecordedTouch::failureKind)
            .filter(kind -> kind == FailureKind.UNRESOLVED)
            .isPresent();
  }
}
