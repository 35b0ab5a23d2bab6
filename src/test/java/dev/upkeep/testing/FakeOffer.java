package dev.upkeep.testing;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.OfferedDatabase;
import dev.upkeep.control.OfferedDatabase.Plan;
import dev.upkeep.control.OfferedDatabase.State;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.control.UpstashOffer;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// An account as a fake agent lists it, and what was asked of it.
public final class FakeOffer {
  public static final String KEY = "c4n4ry-api-key";

  public final List<UpstashAccount> accounts = new CopyOnWriteArrayList<>();
  public final List<UUID> forgotten = new CopyOnWriteArrayList<>();
  private volatile List<OfferedDatabase> databases = List.of();
  private volatile int unreadable;
  private volatile Optional<UUID> open = Optional.empty();
  private volatile Optional<Refused> trouble = Optional.empty();

  public FakeOffer of(OfferedDatabase... all) {
    databases = List.of(all);
    return this;
  }

  public FakeOffer of(List<OfferedDatabase> all) {
    databases = List.copyOf(all);
    return this;
  }

  public FakeOffer unreadable(int count) {
    unreadable = count;
    return this;
  }

  /// Lists nothing from now on, for this reason.
  public FakeOffer refusing(Refused refused) {
    trouble = Optional.of(refused);
    return this;
  }

  /// As if the time were over.
  public void expire() {
    open = Optional.empty();
  }

  /// Active, free, with credentials.
  public static OfferedDatabase offered(String id, String name) {
    return new OfferedDatabase(
        id,
        name,
        "eu1-" + id + ".upstash.io:6379",
        "eu-west-1",
        State.ACTIVE,
        Plan.FREE,
        true,
        Optional.empty());
  }

  public static OfferedDatabase kept(String id, String name, String as) {
    OfferedDatabase plain = offered(id, name);
    return new OfferedDatabase(
        id, name, plain.address(), plain.region(), plain.state(), Plan.PAID, true, Optional.of(as));
  }

  public static OfferedDatabase suspended(String id, String name) {
    OfferedDatabase plain = offered(id, name);
    return new OfferedDatabase(
        id,
        name,
        plain.address(),
        plain.region(),
        State.SUSPENDED,
        plain.plan(),
        true,
        Optional.empty());
  }

  public static OfferedDatabase withoutCredentials(String id, String name) {
    OfferedDatabase plain = offered(id, name);
    return new OfferedDatabase(
        id,
        name,
        plain.address(),
        plain.region(),
        State.PASSIVE,
        Plan.UNKNOWN,
        false,
        Optional.empty());
  }

  public UpstashOffer list(UpstashAccount account) throws Refused {
    accounts.add(account);
    if (trouble.isPresent()) {
      throw trouble.get();
    }
    UUID id = UUID.randomUUID();
    open = Optional.of(id);
    return new UpstashOffer(id, Instant.parse("2030-01-01T00:00:00Z"), databases, unreadable);
  }

  /// What an agent would store.
  public NewDatabase chosen(UUID offer, String id, boolean untested) throws Refused {
    OfferedDatabase found =
        databases.stream()
            .filter(database -> open.filter(offer::equals).isPresent() && database.id().equals(id))
            .findFirst()
            .orElseThrow(() ->
                Refused.verbatim(
                    Refused.Reason.NOT_FOUND, List.of("This list is forgotten already.")));
    if (!found.addable()) {
      throw Refused.verbatim(Refused.Reason.CONFLICT, List.of("It is kept already."));
    }
    String host = found.address().substring(0, found.address().indexOf(':'));
    return new NewDatabase(
        Database.of(
            UUID.randomUUID(),
            found.name(),
            new Endpoint.Redis(host, 6379, Optional.of("default"), true)),
        Optional.of(Secret.of("pw-" + id)),
        untested);
  }

  public void forget(UUID offer) {
    forgotten.add(offer);
    if (open.filter(offer::equals).isPresent()) {
      expire();
    }
  }
}
