package dev.upkeep.agent.keeping;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.language.RefusalPhrase;
import dev.upkeep.schedule.AgentThread;
import dev.upkeep.upstash.AccountDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What accounts have offered, with credentials, in memory alone and for as long as a person needs
/// to choose. Owned by the agent's thread.
public final class UpstashOffers {
  /// Time enough to choose among many; see
  /// `src/docs/decisions/0011-who-holds-what-an-account-lists.md`.
  static final Duration KEPT = Duration.ofMinutes(10);

  /// A person has one; a second may come from the window beside a command.
  static final int MOST = 4;

  private final AgentThread thread;
  private final InstantSource clock;
  private final Map<UUID, Offer> offers = new LinkedHashMap<>();

  private record Offer(
      Map<String, AccountDatabase> databases, Instant until, AgentThread.Wake expiry) {}

  /// What is known of an offer that is kept now.
  record Ticket(UUID id, Instant until) {}

  public UpstashOffers(AgentThread thread, InstantSource clock) {
    this.thread = thread;
    this.clock = clock;
  }

  /// Keeps databases until they are forgotten, the time is over, or too many newer ones came.
  Ticket keep(List<AccountDatabase> databases) {
    UUID id = UUID.randomUUID();
    Instant until = clock.instant().plus(KEPT);
    Map<String, AccountDatabase> byId = new LinkedHashMap<>();
    databases.forEach(database -> byId.put(database.id(), database));
    List<UUID> old = new ArrayList<>(offers.keySet());
    old.subList(0, Math.max(0, old.size() - MOST + 1)).forEach(this::forget);
    offers.put(id, new Offer(byId, until, thread.after(KEPT, () -> forget(id))));
    return new Ticket(id, until);
  }

  /// A database of an offer.
  ///
  /// @throws Refused if the offer is forgotten, or has no such database
  AccountDatabase find(UUID id, String database) throws Refused {
    Offer offer = offers.get(id);
    // A timer stops while a laptop sleeps; the time that a person was promised does not.
    if (offer != null && !clock.instant().isBefore(offer.until())) {
      forget(id);
      offer = null;
    }
    AccountDatabase found = offer == null ? null : offer.databases().get(database);
    if (found == null) {
      throw Refused.of(Refused.Reason.NOT_FOUND, RefusalPhrase.LIST_FORGOTTEN.with());
    }
    return found;
  }

  void forget(UUID id) {
    Offer offer = offers.remove(id);
    if (offer != null) {
      offer.expiry().cancel();
    }
  }

  public void forgetAll() {
    List.copyOf(offers.keySet()).forEach(this::forget);
  }
}
