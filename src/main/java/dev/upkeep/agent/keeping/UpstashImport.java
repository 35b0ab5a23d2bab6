package dev.upkeep.agent.keeping;

import dev.upkeep.control.Added;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.AgentException.Refused.Reason;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.OfferedDatabase;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.control.UpstashOffer;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.language.RefusalPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.Told;
import dev.upkeep.network.NetworkState;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.upstash.Account;
import dev.upkeep.upstash.AccountDatabase;
import dev.upkeep.upstash.AccountDatabase.Access;
import dev.upkeep.upstash.AccountListing;
import dev.upkeep.upstash.DeveloperApi;
import dev.upkeep.upstash.DeveloperApiException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Lists what an Upstash account has, and adds what was chosen of it. Blocks; runs on the caller's
/// thread and asks the agent's for state. The account's key is never kept.
public final class UpstashImport {
  private final AgentCalls calls;
  private final Keeper keeper;
  private final UpstashOffers offers;
  private final Supplier<DeveloperApi> api;
  private final OnlineCheck online;
  private final Additions additions;

  /// Names that databases will have which are being tested just now. On the agent's thread.
  private final Set<String> promised = new HashSet<>();

  public UpstashImport(
      AgentCalls calls,
      Keeper keeper,
      UpstashOffers offers,
      Supplier<DeveloperApi> api,
      OnlineCheck online,
      Additions additions) {
    this.calls = calls;
    this.keeper = keeper;
    this.offers = offers;
    this.api = api;
    this.online = online;
    this.additions = additions;
  }

  /// Asks the account.
  public UpstashOffer list(UpstashAccount account) throws AgentException {
    AccountListing listing;
    try {
      listing = api.get().databases(new Account(account.email(), account.apiKey()));
    } catch (DeveloperApiException e) {
      throw refusal(e);
    }
    return calls.ask(() -> offer(listing));
  }

  private UpstashOffer offer(AccountListing listing) {
    Map<String, String> kept = new HashMap<>();
    keeper.definitions().databases().forEach(d -> kept.putIfAbsent(place(d), d.name()));
    List<OfferedDatabase> databases =
        listing.databases().stream()
            .map(found -> offered(found, Optional.ofNullable(kept.get(place(found)))))
            .toList();
    UpstashOffers.Ticket ticket = offers.keep(listing.databases());
    return new UpstashOffer(ticket.id(), ticket.until(), databases, listing.unreadable());
  }

  /// One host is one database's, be it reached over Redis or over REST; only this computer's, which
  /// tests have, are told apart by their ports.
  private static String place(AccountDatabase found) {
    return place(found.address().host(), found.address().port());
  }

  private static String place(Database database) {
    return place(database.endpoint().host(), database.endpoint().port());
  }

  private static String place(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.endsWith(".upstash.io") ? name : name + ":" + port;
  }

  private static OfferedDatabase offered(AccountDatabase found, Optional<String> keptAs) {
    return new OfferedDatabase(
        found.id(),
        found.name(),
        found.address().hostAndPort(),
        found.region(),
        switch (found.state()) {
          case ACTIVE -> OfferedDatabase.State.ACTIVE;
          case SUSPENDED -> OfferedDatabase.State.SUSPENDED;
          case PASSIVE -> OfferedDatabase.State.PASSIVE;
          case UNKNOWN -> OfferedDatabase.State.UNKNOWN;
        },
        switch (found.plan()) {
          case FREE -> OfferedDatabase.Plan.FREE;
          case PAID -> OfferedDatabase.Plan.PAID;
          case UNKNOWN -> OfferedDatabase.Plan.UNKNOWN;
        },
        found.access().isPresent(),
        keptAs);
  }

  /// Adds one.
  public Added add(UUID offer, String id, boolean untested) throws AgentException {
    return add(() -> promise(offers.find(offer, id), untested));
  }

  private NewDatabase promise(AccountDatabase found, boolean untested) throws Refused {
    Set<String> taken = new HashSet<>(promised);
    for (Database database : keeper.definitions().databases()) {
      if (place(database).equals(place(found))) {
        throw Refused.of(Reason.CONFLICT, RefusalPhrase.KEPT_ALREADY.with(database.name()));
      }
      taken.add(DatabaseName.folded(database.name()));
    }
    Access access =
        found
            .access()
            .orElseThrow(() -> Refused.of(Reason.INVALID, RefusalPhrase.NO_PASSWORD_TOLD.with()));
    String name = DatabaseName.free(found.name(), taken);
    promised.add(DatabaseName.folded(name));
    return new NewDatabase(
        Database.of(UUID.randomUUID(), name, access.endpoint()),
        Optional.of(access.secret()),
        untested);
  }

  public void forget(UUID offer) throws AgentException {
    calls.ask(() -> {
      offers.forget(offer);
      return true;
    });
  }

  /// Adds one that an account has just told of, with its credentials.
  public Added add(AccountDatabase found, boolean untested) throws AgentException {
    return add(() -> promise(found, untested));
  }

  private Added add(AgentCalls.Question<NewDatabase> promising) throws AgentException {
    NewDatabase chosen = calls.ask(promising);
    try {
      return additions.make(chosen);
    } finally {
      calls.post(() -> promised.remove(DatabaseName.folded(chosen.database().name())));
    }
  }

  /// What people are told of an account that could not be asked.
  public Refused refusal(DeveloperApiException e) {
    List<Sentence> problems = new ArrayList<>();
    problems.add(Told.of(e));
    Reason reason =
        switch (e.kind()) {
          case REJECTED -> Reason.INVALID;
          case TOO_OFTEN, UNUSABLE -> Reason.SERVICE;
          case UNREACHABLE -> {
            if (online.check(List.of(), OnlineCheck.AMPLE_TIME)
                instanceof NetworkState.Offline(var why)) {
              problems.set(0, why);
              yield Reason.OFFLINE;
            }
            yield Reason.SERVICE;
          }
        };
    return Refused.of(reason, problems);
  }
}
