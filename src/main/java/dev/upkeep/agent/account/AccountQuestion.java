package dev.upkeep.agent.account;

import dev.upkeep.secret.Lookup;
import dev.upkeep.upstash.Account;
import dev.upkeep.upstash.AccountDatabase;
import dev.upkeep.upstash.AccountListing;
import dev.upkeep.upstash.AccountStats;
import dev.upkeep.upstash.DeveloperApi;
import dev.upkeep.upstash.DeveloperApiException;
import dev.upkeep.upstash.DeveloperApiException.Kind;
import dev.upkeep.upstash.account.LookRule;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Asks an account what it has and what was counted of what we keep. Blocks, for some minutes at
/// the most; never on the agent's thread.
final class AccountQuestion {
  /// A keychain may take its time, but never asks anybody.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// More than anybody keeps on one account; each is one request.
  private static final int MOST = 1_000;

  private final AccountPlace place;
  private final Supplier<DeveloperApi> api;

  AccountQuestion(AccountPlace place, Supplier<DeveloperApi> api) {
    this.place = place;
    this.api = api;
  }

  /// What came back.
  sealed interface Answer {}

  /// The list, and the figures of what is kept, as far as they could be had.
  record Found(AccountListing listing, Map<String, AccountStats> stats) implements Answer {}

  /// No list.
  ///
  /// @param kind empty where the key itself could not be had
  record NotFound(Optional<Kind> kind, String sentence, Optional<Duration> pause)
      implements Answer {}

  /// Asks.
  ///
  /// @param kept where what we keep is; see [LookRule#place]
  Answer ask(Set<String> kept) {
    Optional<Account> account;
    try {
      account = account();
    } catch (IllegalStateException e) {
      return new NotFound(Optional.empty(), String.valueOf(e.getMessage()), Optional.empty());
    }
    if (account.isEmpty()) {
      return new NotFound(
          Optional.empty(), "The key of the account is not stored any more.", Optional.empty());
    }
    try {
      AccountListing listing = api.get().look(account.get());
      return new Found(listing, stats(account.get(), listing, kept));
    } catch (DeveloperApiException e) {
      return new NotFound(Optional.of(e.kind()), String.valueOf(e.getMessage()), e.retryAfter());
    }
  }

  /// The account as it is stored; empty if it is not.
  ///
  /// @throws IllegalStateException with a sentence if the store does not answer
  Optional<Account> account() {
    try {
      return switch (place.credentials().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        case Lookup.Found(var stored) -> AccountPlace.opened(stored);
        case Lookup.NotFound _ -> Optional.empty();
        case Lookup.Unavailable unavailable ->
            throw new IllegalStateException(unavailable.sentence());
      };
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The secret store did not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Upkeep is ending.", e);
    }
  }

  /// One that cannot be had is left out; asked too often, the rest waits for the next look.
  private Map<String, AccountStats> stats(
      Account account, AccountListing listing, Set<String> kept) {
    Map<String, AccountStats> stats = new HashMap<>();
    int asked = 0;
    for (AccountDatabase one : listing.databases()) {
      if (asked < MOST
          && kept.contains(LookRule.place(one.address().host(), one.address().port()))) {
        asked++;
        try {
          api.get().stats(account, one.id()).ifPresent(found -> stats.put(one.id(), found));
        } catch (DeveloperApiException e) {
          if (e.kind() != Kind.UNUSABLE) {
            return stats;
          }
        }
      }
    }
    return stats;
  }
}
