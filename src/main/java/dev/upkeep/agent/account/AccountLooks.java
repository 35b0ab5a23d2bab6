package dev.upkeep.agent.account;

import dev.upkeep.agent.account.AccountPlace.Link;
import dev.upkeep.agent.keeping.Keeper;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.control.account.LinkedAccount;
import dev.upkeep.control.account.ProviderFigures;
import dev.upkeep.history.store.History;
import dev.upkeep.upstash.DeveloperApi;
import dev.upkeep.upstash.DeveloperApiException.Kind;
import dev.upkeep.upstash.account.AccountMemory;
import dev.upkeep.upstash.account.AccountMemoryJson;
import dev.upkeep.upstash.account.AccountNews;
import dev.upkeep.upstash.account.Look;
import dev.upkeep.upstash.account.LookRule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the linked account every [#EVERY], and remembers what it found and what people were
/// told. A look that could not be made is tried again after [#RETRY], and nobody hears of it.
///
/// Owned by the agent's thread: every method is called there. What blocks runs elsewhere.
public final class AccountLooks {
  static final Duration EVERY = Duration.ofHours(12);
  static final Duration RETRY = Duration.ofHours(1);
  static final Duration AT_MOST = Duration.ofMinutes(1);

  /// What is remembered is kept under this name; see [History#memo].
  static final String MEMO = "account.upstash";

  private static final Logger LOG = LoggerFactory.getLogger(AccountLooks.class);

  private final AccountPlace place;
  private final Supplier<DeveloperApi> api;
  private final InstantSource clock;
  private final Keeper keeper;
  private final History history;
  private final KeptFacts facts;
  private final Telling telling;
  private final Executor agent;
  private final Executor elsewhere;
  private Consumer<AccountNews.Appeared> keeping = _ -> {};

  private Optional<Link> link = Optional.empty();
  private AccountMemory memory = AccountMemory.NONE;
  private Map<UUID, ProviderFigures> figures = Map.of();
  private Optional<Instant> asked = Optional.empty();
  private Duration pause = EVERY;
  private Optional<String> trouble = Optional.empty();
  private Optional<CompletableFuture<Void>> looking = Optional.empty();

  /// What tells news and keeps what is remembered, in one step.
  ///
  /// @param tell takes announcements, and texts to be kept with them
  /// @param event names an announcement
  /// @param lasting whether this process tells anybody; a command that looks leaves the telling,
  ///   and the memory of it, to the next agent
  public record Telling(
      BiConsumer<List<Announcement>, Map<String, String>> tell,
      java.util.function.Supplier<UUID> event,
      boolean lasting) {}

  /// Looks at nothing before [#start].
  ///
  /// @param agent the agent's thread
  /// @param elsewhere runs what blocks
  public AccountLooks(
      AccountPlace place,
      Supplier<DeveloperApi> api,
      InstantSource clock,
      Keeper keeper,
      History history,
      Telling telling,
      Executor agent,
      Executor elsewhere) {
    this.place = place;
    this.api = api;
    this.clock = clock;
    this.keeper = keeper;
    this.history = history;
    this.facts = new KeptFacts(keeper, history);
    this.telling = telling;
    this.agent = agent;
    this.elsewhere = elsewhere;
  }

  /// Who adds what is kept without a question; must not block.
  void keepingWith(Consumer<AccountNews.Appeared> theKeeping) {
    keeping = theKeeping;
  }

  /// Finds out whether an account is linked. If none is, nothing else happens.
  public void start() {
    link = place.read();
    if (link.isPresent()) {
      remember(history.memo(MEMO).map(AccountMemoryJson::read).orElse(AccountMemory.NONE));
      keeper.seeing(id -> Optional.ofNullable(figures.get(id)));
    }
  }

  /// Looks if it is time; to be called now and then.
  public void tend() {
    if (link.isEmpty() || looking.isPresent()) {
      return;
    }
    Instant now = clock.instant();
    Optional<Instant> last = asked.or(memory::lookedAt);
    // One that is to come is that of a clock that was set back.
    if (last.isEmpty() || !now.isBefore(last.get().plus(pause)) || last.get().isAfter(now)) {
      CompletableFuture<Void> _ = begin(now);
    }
  }

  /// Looks now, unless that was done less than [#AT_MOST] ago.
  ///
  /// @return completed when there is nothing to wait for any more
  CompletableFuture<Void> look() {
    Instant now = clock.instant();
    boolean tooSoon =
        asked.filter(at -> !at.isAfter(now) && now.isBefore(at.plus(AT_MOST))).isPresent();
    return looking.orElseGet(
        () -> link.isEmpty() || tooSoon ? CompletableFuture.completedFuture(null) : begin(now));
  }

  private CompletableFuture<Void> begin(Instant now) {
    asked = Optional.of(now);
    Link current = link.orElseThrow();
    CompletableFuture<Void> done = new CompletableFuture<>();
    looking = Optional.of(done);
    Set<String> kept = facts.places().keySet();
    AccountQuestion question = new AccountQuestion(place, api);
    elsewhere.execute(() -> {
      AccountQuestion.Answer answer;
      try {
        answer = question.ask(kept);
      } catch (RuntimeException e) {
        LOG.error("A look at the account failed in a way that nobody foresaw.", e);
        answer =
            new AccountQuestion.NotFound(
                Optional.empty(), "Upkeep itself failed; its log says where.", Optional.empty());
      }
      AccountQuestion.Answer seen = answer;
      agent.execute(() -> {
        looking = Optional.empty();
        // One that was linked anew meanwhile is another account.
        if (link.equals(Optional.of(current))) {
          seen(seen);
        }
        done.complete(null);
      });
    });
    return done;
  }

  private void seen(AccountQuestion.Answer answer) {
    switch (answer) {
      case AccountQuestion.Found found -> found(found);
      case AccountQuestion.NotFound(var kind, var sentence, var wait) -> {
        boolean rejected = kind.filter(Kind.REJECTED::equals).isPresent();
        pause = rejected ? EVERY : longer(RETRY, wait.orElse(RETRY));
        trouble = Optional.of(sentence);
        LOG.info("The account could not be looked at: {}", sentence);
        if (rejected && !memory.rejectedTold()) {
          tell(List.of(new AccountNews.Rejected()), memory.rejected());
        }
      }
    }
  }

  private void found(AccountQuestion.Found found) {
    Instant now = clock.instant();
    pause = EVERY;
    trouble = Optional.empty();
    Set<String> listed = new HashSet<>();
    found
        .listing()
        .databases()
        .forEach(one -> listed.add(LookRule.place(one.address().host(), one.address().port())));
    Look look =
        new Look(
            now,
            found.listing(),
            found.stats(),
            facts.of(listed, memory, now),
            link.filter(Link::keepNew).isPresent());
    LookRule.Result result = LookRule.apply(memory, look);
    tell(result.news(), result.after());
  }

  private void tell(List<AccountNews> news, AccountMemory after) {
    List<Announcement> announcements = new ArrayList<>();
    List<AccountNews.Appeared> kept = new ArrayList<>();
    for (AccountNews one : news) {
      if (one instanceof AccountNews.Appeared appeared && appeared.keep()) {
        kept.add(appeared);
      } else {
        announcements.add(AccountWords.announcement(one, telling.event().get(), clock.instant()));
      }
    }
    if (telling.lasting()) {
      telling.tell().accept(announcements, Map.of(MEMO, AccountMemoryJson.write(after)));
    }
    remember(after);
    if (telling.lasting()) {
      kept.forEach(keeping);
    }
  }

  /// Tells one thing more, when nothing else is to be remembered.
  void tell(Announcement one) {
    telling.tell().accept(List.of(one), Map.of());
  }

  UUID newEvent() {
    return telling.event().get();
  }

  private void remember(AccountMemory after) {
    Map<UUID, ProviderFigures> before = figures;
    memory = after;
    figures = AccountViews.figures(after);
    Set<UUID> changed = new HashSet<>(before.keySet());
    changed.addAll(figures.keySet());
    changed.removeIf(
        id -> Optional.ofNullable(before.get(id)).equals(Optional.ofNullable(figures.get(id))));
    changed.forEach(keeper::lookAgain);
  }

  /// Another account, or the same one with another key.
  ///
  /// @param ids of what it has
  void linked(Link newLink, Set<String> ids) {
    boolean same = memory.entries().keySet().stream().anyMatch(ids::contains);
    link = Optional.of(newLink);
    asked = Optional.empty();
    trouble = Optional.empty();
    keeper.seeing(id -> Optional.ofNullable(figures.get(id)));
    keep(same ? new AccountMemory(memory.lookedAt(), false, memory.entries()) : AccountMemory.NONE);
  }

  void unlinked() {
    link = Optional.empty();
    asked = Optional.empty();
    trouble = Optional.empty();
    remember(AccountMemory.NONE);
    telling.tell().accept(List.of(), Map.of(MEMO, ""));
  }

  void ignore(String id) {
    keep(memory.ignoring(id));
  }

  boolean knows(String id) {
    return memory.entries().containsKey(id);
  }

  private void keep(AccountMemory after) {
    remember(after);
    telling.tell().accept(List.of(), Map.of(MEMO, AccountMemoryJson.write(after)));
  }

  LinkedAccount view() {
    return link.map(one -> AccountViews.of(one, memory, trouble, facts.places().keySet()))
        .orElse(LinkedAccount.NONE);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
