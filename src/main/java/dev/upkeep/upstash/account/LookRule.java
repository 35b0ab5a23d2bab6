package dev.upkeep.upstash.account;

import dev.upkeep.upstash.AccountDatabase;
import dev.upkeep.upstash.AccountDatabase.Plan;
import dev.upkeep.upstash.AccountDatabase.State;
import dev.upkeep.upstash.AccountStats;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What follows from one look at an account. Pure, and for one look.
public final class LookRule {
  /// As many new databases are told one by one.
  static final int ONE_BY_ONE = 3;

  /// A list without a database that touches still find is believed when another one says the same.
  static final Duration SURE = Duration.ofHours(1);

  private final AccountMemory before;
  private final Look look;
  private final Map<String, Look.Kept> keptByPlace;
  private final Map<String, AccountEntry> after = new LinkedHashMap<>();
  private final List<AccountNews> news = new ArrayList<>();
  private final List<AccountNews.Appeared> appeared = new ArrayList<>();

  /// What follows.
  ///
  /// @param after what is known from now on, the news included
  /// @param news to be told, once
  public record Result(AccountMemory after, List<AccountNews> news) {
    public Result {
      news = List.copyOf(news);
    }
  }

  private LookRule(AccountMemory before, Look look) {
    this.before = before;
    this.look = look;
    this.keptByPlace =
        look.kept().stream()
            .collect(Collectors.toMap(Look.Kept::place, Function.identity(), (one, _) -> one));
  }

  /// What a look changes. At the first look nothing is new: whoever has linked the account sees
  /// what is in it.
  public static Result apply(AccountMemory before, Look look) {
    return new LookRule(before, look).result();
  }

  /// Where a database is: one host is one database's; only this computer's, which tests have, are
  /// told apart by their ports.
  public static String place(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.endsWith(".upstash.io") ? name : name + ":" + port;
  }

  private Result result() {
    look.listing().databases().forEach(this::listed);
    before
        .entries()
        .forEach((id, entry) -> {
          if (!after.containsKey(id)) {
            missing(id, entry);
          }
        });
    if (appeared.size() <= ONE_BY_ONE) {
      news.addAll(appeared);
    } else {
      news.addAll(appeared.stream().filter(AccountNews.Appeared::keep).toList());
      news.add(
          new AccountNews.ManyAppeared(
              appeared.stream().limit(ONE_BY_ONE).map(AccountNews.Appeared::name).toList(),
              appeared.size()));
    }
    return new Result(new AccountMemory(Optional.of(look.at()), false, after), news);
  }

  private void listed(AccountDatabase database) {
    String place = place(database.address().host(), database.address().port());
    Optional<Look.Kept> kept = Optional.ofNullable(keptByPlace.get(place));
    AccountEntry known = before.entries().get(database.id());
    AccountEntry entry =
        known == null
            ? AccountEntry.of(database, place, kept.map(Look.Kept::id))
            : known.seen(database, place, kept.map(Look.Kept::id));
    if (kept.isPresent()) {
      entry = state(entry, database, kept.get());
      entry = counted(entry, database, kept.get());
    } else if (known == null && before.lookedAt().isPresent()) {
      boolean keep =
          look.keepNew() && database.plan() == Plan.FREE && database.state() == State.ACTIVE;
      appeared.add(
          new AccountNews.Appeared(
              database.id(), database.name(), database.address().host(), keep));
    }
    after.put(database.id(), entry);
  }

  /// One that says nothing of its state is none to tell of.
  private AccountEntry state(AccountEntry entry, AccountDatabase database, Look.Kept kept) {
    String word = database.facts().stateWord();
    if (database.state() == State.ACTIVE || word.isEmpty()) {
      return entry.withToldState("");
    }
    if (!word.equals(entry.toldState())) {
      news.add(new AccountNews.NotActive(kept.id(), kept.name(), word));
    }
    return entry.withToldState(word);
  }

  private AccountEntry counted(AccountEntry entry, AccountDatabase database, Look.Kept kept) {
    AccountStats stats = look.stats().get(database.id());
    if (stats == null) {
      return entry;
    }
    Counters counters = Counters.of(look.at(), stats);
    CountMemory counts = entry.counts().after(counters, kept.writes(), kept.touches());
    if (counts.isAlarming(look.at())) {
      news.add(
          new AccountNews.NotCounted(
              kept.id(),
              kept.name(),
              counts.stillSince().orElse(look.at()),
              counts.still(),
              kept.writes().size(),
              counters.month().or(counters::day).orElse(0L)));
      counts = counts.withTold();
    }
    AccountEntry.Figures figures = AccountEntry.Figures.of(look.at(), database, stats);
    return entry.counted(counts, quota(entry, figures, kept), Optional.of(figures));
  }

  private Optional<QuotaRule.Told> quota(
      AccountEntry entry, AccountEntry.Figures figures, Look.Kept kept) {
    if (figures.requests().isEmpty() || figures.requestLimit().isEmpty()) {
      return entry.quota();
    }
    long used = figures.requests().get();
    long limit = figures.requestLimit().get();
    YearMonth month = YearMonth.from(look.at().atZone(ZoneOffset.UTC));
    Optional<Integer> level = QuotaRule.reached(used, limit, month, entry.quota());
    level.ifPresent(reached ->
        news.add(
            new AccountNews.QuotaReached(
                kept.id(), kept.name(), reached, used, limit, kept.commands())));
    return level.map(reached -> new QuotaRule.Told(month, reached)).or(entry::quota);
  }

  /// Where some entries could not be read, a database that is not listed may be one of them.
  private void missing(String id, AccountEntry entry) {
    Optional<Look.Kept> kept =
        Optional.ofNullable(keptByPlace.get(entry.place()))
            .filter(one -> entry.keptAs().equals(Optional.of(one.id())));
    if (kept.isEmpty()) {
      return;
    }
    if (look.listing().unreadable() > 0) {
      after.put(id, entry);
      return;
    }
    Instant since = entry.missingSince().orElse(look.at());
    boolean sure = kept.get().unresolved() || !look.at().isBefore(since.plus(SURE));
    if (sure && !entry.goneTold()) {
      news.add(new AccountNews.Gone(kept.get().id(), kept.get().name()));
    }
    after.put(id, entry.missing(since, sure || entry.goneTold()));
  }
}
