package dev.upkeep.agent.account;

import dev.upkeep.agent.account.AccountPlace.Link;
import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.agent.keeping.DefinitionChecks;
import dev.upkeep.agent.keeping.UpstashImport;
import dev.upkeep.control.Added;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.AgentException.Refused.Reason;
import dev.upkeep.control.account.KeyRights;
import dev.upkeep.control.account.LinkRequest;
import dev.upkeep.control.account.LinkedAccount;
import dev.upkeep.language.RefusalPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.Told;
import dev.upkeep.upstash.Account;
import dev.upkeep.upstash.AccountDatabase;
import dev.upkeep.upstash.AccountListing;
import dev.upkeep.upstash.DeveloperApi;
import dev.upkeep.upstash.DeveloperApiException;
import dev.upkeep.upstash.account.AccountNews;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Links, unlinks and shows the account for people, and adds what they choose of it. Blocks; runs
/// on the caller's thread, never on the agent's.
public final class AccountDesk {
  /// A list and the figures of all that is kept.
  private static final Duration LOOK = Duration.ofMinutes(2);

  private final AgentCalls calls;
  private final AccountPlace place;
  private final AccountLooks looks;
  private final Supplier<DeveloperApi> api;
  private final UpstashImport additions;
  private final InstantSource clock;
  private final Executor elsewhere;

  public AccountDesk(
      AgentCalls calls,
      AccountPlace place,
      AccountLooks looks,
      Supplier<DeveloperApi> api,
      UpstashImport additions,
      InstantSource clock,
      Executor elsewhere) {
    this.calls = calls;
    this.place = place;
    this.looks = looks;
    this.api = api;
    this.additions = additions;
    this.clock = clock;
    this.elsewhere = elsewhere;
    looks.keepingWith(this::keepUnasked);
  }

  public LinkedAccount view() throws AgentException {
    return calls.ask(looks::view);
  }

  /// The probe comes after the list, so that a key that is wrong is never sent with it.
  public LinkedAccount link(LinkRequest request) throws AgentException {
    Account account = new Account(request.email(), request.secret());
    Optional<String> problem = account.problem();
    if (problem.isPresent()) {
      throw Refused.of(Reason.INVALID, Sentence.verbatim(problem.get()));
    }
    AccountListing listing;
    KeyRights rights;
    try {
      listing = api.get().look(account);
      rights = request.probe() ? rights(api.get().rights(account)) : KeyRights.UNTRIED;
    } catch (DeveloperApiException e) {
      throw additions.refusal(e);
    }
    DefinitionChecks.await(place.store(account));
    Link link = new Link(clock.instant(), rights, request.keepNew());
    try {
      place.write(link);
    } catch (IOException e) {
      throw Refused.of(Reason.SERVICE, RefusalPhrase.LINK_NOT_WRITTEN.with());
    }
    Set<String> ids =
        listing.databases().stream().map(AccountDatabase::id).collect(Collectors.toSet());
    calls.ask(() -> {
      looks.linked(link, ids);
      return true;
    });
    return look();
  }

  private static KeyRights rights(DeveloperApi.Rights found) {
    return switch (found) {
      case READ_ONLY -> KeyRights.READ_ONLY;
      case FULL -> KeyRights.FULL;
      case UNKNOWN -> KeyRights.UNKNOWN;
    };
  }

  public LinkedAccount unlink() throws AgentException {
    try {
      place.delete();
    } catch (IOException e) {
      throw Refused.of(Reason.SERVICE, RefusalPhrase.LINK_NOT_STRUCK.with());
    }
    calls.ask(() -> {
      looks.unlinked();
      return true;
    });
    DefinitionChecks.await(place.forget());
    return view();
  }

  public LinkedAccount look() throws AgentException {
    Void _ = calls.await(calls.ask(looks::look), LOOK);
    return view();
  }

  public LinkedAccount ignore(String id) throws AgentException {
    return calls.ask(() -> {
      if (!looks.knows(id)) {
        throw notThere();
      }
      looks.ignore(id);
      return looks.view();
    });
  }

  private static Refused notThere() {
    return Refused.of(Reason.NOT_FOUND, RefusalPhrase.NOT_IN_ACCOUNT.with());
  }

  /// Adds one; its secret is asked for only now.
  public Added keep(String id) throws AgentException {
    if (!calls.ask(() -> looks.knows(id))) {
      throw notThere();
    }
    AccountDatabase found;
    try {
      Account account =
          new AccountQuestion(place, api).account().orElseThrow(AccountDesk::notThere);
      found = api.get().database(account, id).orElseThrow(AccountDesk::notThere);
    } catch (DeveloperApiException e) {
      throw additions.refusal(e);
    } catch (IllegalStateException e) {
      throw Refused.of(Reason.SECRET_STORE, Told.of(e));
    }
    return additions.add(found, false);
  }

  private void keepUnasked(AccountNews.Appeared appeared) {
    elsewhere.execute(() -> {
      try {
        Added added = keep(appeared.id());
        calls.post(() ->
            looks.tell(
                AccountWords.kept(
                    added.status().database().name(), looks.newEvent(), clock.instant())));
      } catch (Refused e) {
        String why = e.problems().isEmpty() ? "" : e.problems().getFirst();
        calls.post(() ->
            looks.tell(AccountWords.notKept(appeared, why, looks.newEvent(), clock.instant())));
      } catch (AgentException ending) {
        // The next look finds it among those that nobody keeps.
      }
    });
  }
}
