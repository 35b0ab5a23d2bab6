package dev.upkeep.agent;

import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.alert.Destination;
import dev.upkeep.alert.webhook.Heartbeat;
import dev.upkeep.control.Integration;
import dev.upkeep.database.Secret;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.RefusalPhrase;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.Secrets;
import dev.upkeep.secret.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where webhooks and heartbeat lead: what the environment gave, else what the secret store holds
/// under one account each. A store that does not answer is asked again, at first every minute.
/// Owned by the agent's thread: every method is called there.
final class IntegrationAddresses {
  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final Duration LAST_RETRY = Duration.ofMinutes(8);
  private static final Logger LOG = LoggerFactory.getLogger(IntegrationAddresses.class);

  private final AgentCalls calls;
  private final InstantSource clock;
  private final Secrets secrets;
  private final Map<Integration, Secret> given;
  private final Map<Integration, Destination> known = new HashMap<>();
  private final Map<Integration, Retry> retries = new HashMap<>();

  private record Retry(Instant at, Duration pause) {
    static Retry first(Instant now) {
      return new Retry(now.plus(FIRST_RETRY), FIRST_RETRY);
    }

    Retry next(Instant now) {
      Duration twice = pause.multipliedBy(2);
      Duration longer = twice.compareTo(LAST_RETRY) < 0 ? twice : LAST_RETRY;
      return new Retry(now.plus(longer), longer);
    }

    /// One that is far away is that of a clock that was set back.
    boolean isDue(Instant now) {
      return !now.isBefore(at) || at.isAfter(now.plus(LAST_RETRY));
    }
  }

  /// Knows nothing but what was given.
  ///
  /// @param given by the environment, each a web address
  IntegrationAddresses(
      AgentCalls calls, InstantSource clock, Secrets secrets, Map<Integration, Secret> given) {
    this.calls = calls;
    this.clock = clock;
    this.secrets = secrets;
    this.given = Map.copyOf(given);
  }

  /// The name of its entry in the secret store: an id like that of a database, which no database
  /// has, since theirs are random. Each home has its own, or one would take away what another one
  /// has set.
  UUID account(Integration outlet) {
    return secrets
        .ledger()
        .home()
        .map(home -> named("upkeep/" + home + "/" + outlet.urlKey()))
        .orElseGet(() -> shared(outlet));
  }

  /// The name that it had in every home, before homes had names.
  static UUID shared(Integration outlet) {
    return named("upkeep/" + outlet.urlKey());
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  boolean isGiven(Integration outlet) {
    return given.containsKey(outlet);
  }

  /// Where it leads, as far as is known.
  Destination of(Integration outlet) {
    Secret url = given.get(outlet);
    if (url != null) {
      return new Destination.Known(url);
    }
    return known.getOrDefault(outlet, new Destination.Unknown(RefusalPhrase.STORE_NOT_YET.with()));
  }

  /// Asks the store about each that is not known, unless it was asked a moment ago.
  ///
  /// @param outlets those that there are
  void tend(List<Integration> outlets) {
    Instant now = clock.instant();
    for (Integration outlet : outlets) {
      Retry retry = retries.get(outlet);
      if (of(outlet) instanceof Destination.Unknown && (retry == null || retry.isDue(now))) {
        retries.put(outlet, retry == null ? Retry.first(now) : retry.next(now));
        CompletableFuture<Void> _ = refresh(outlet);
      }
    }
  }

  /// Asks the store. May be called from any thread.
  ///
  /// @return completed on the agent's thread, within the store's own time
  CompletableFuture<Void> refresh(Integration outlet) {
    CompletableFuture<Void> seen = new CompletableFuture<>();
    if (isGiven(outlet)) {
      seen.complete(null);
      return seen;
    }
    CompletableFuture<Void> _ =
        read(outlet)
            .exceptionally(
                _ -> new Lookup.Unavailable(Trouble.FAILED, KeychainPhrase.NOT_ASKED.with()))
            .thenAccept(lookup ->
                calls.post(() -> {
                  see(outlet, lookup);
                  seen.complete(null);
                }));
    return seen;
  }

  private CompletableFuture<Lookup> read(Integration outlet) {
    UUID own = account(outlet);
    UUID shared = shared(outlet);
    if (own.equals(shared) || secrets.ledger().hasTakenOver(shared)) {
      return secrets.read(own);
    }
    return secrets
        .read(own)
        .thenCompose(lookup ->
            lookup instanceof Lookup.NotFound
                ? secrets.read(shared).thenCompose(old -> takenOver(own, shared, old))
                : CompletableFuture.completedFuture(lookup));
  }

  /// Copies what lies under the old name, and only when it was read back under the new one removes
  /// the old one. Whatever fails is tried again with the next look.
  private CompletableFuture<Lookup> takenOver(UUID own, UUID shared, Lookup old) {
    return switch (old) {
      case Lookup.Found(Secret url) ->
          secrets
              .write(own, url)
              .thenCompose(_ -> {
                secrets.forget(own); // or it would be the one in memory
                return secrets.read(own);
              })
              .thenCompose(back ->
                  back.equals(old)
                      ? secrets.remove(shared).thenAccept(_ -> secrets.ledger().takeOver(shared))
                      : CompletableFuture.completedFuture(null))
              .handle((_, _) -> old);
      case Lookup.NotFound _ -> {
        secrets.ledger().takeOver(shared);
        yield CompletableFuture.completedFuture(old);
      }
      case Lookup.Unavailable _ -> CompletableFuture.completedFuture(old);
    };
  }

  private void see(Integration outlet, Lookup lookup) {
    known.put(
        outlet,
        switch (lookup) {
          case Lookup.Found(Secret url) -> usable(outlet, url);
          case Lookup.NotFound _ -> new Destination.None();
          case Lookup.Unavailable unavailable -> new Destination.Unknown(unavailable.told());
        });
  }

  private static Destination usable(Integration outlet, Secret url) {
    Optional<String> problem = Heartbeat.problem(url.reveal());
    problem.ifPresent(
        why -> LOG.warn("The stored address of the {} cannot be used. {}", outlet.word(), why));
    return problem.isPresent() ? new Destination.None() : new Destination.Known(url);
  }
}
