package dev.upkeep.agent.keeping;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Provider;
import dev.upkeep.database.Secret;
import dev.upkeep.database.TouchMode;
import dev.upkeep.schedule.Touching;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.Toucher;
import dev.upkeep.touch.protocol.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Touches a database by its id: finds the definition with the secret that belongs to it, and
/// visits. Runs on the touch's own thread.
public final class DatabaseToucher implements Touching {
  private static final Duration ASK_EVERY = Duration.ofHours(23);

  private final CredentialLookup pairing;
  private final Toucher toucher;
  private final Diagnosis diagnosis;
  private final InstantSource clock;
  private final String label;
  private final Map<UUID, Instant> asked = new ConcurrentHashMap<>();

  public DatabaseToucher(
      CredentialLookup pairing,
      Toucher toucher,
      Diagnosis diagnosis,
      InstantSource clock,
      String label) {
    this.pairing = pairing;
    this.toucher = toucher;
    this.diagnosis = diagnosis;
    this.clock = clock;
    this.label = label;
  }

  @Override
  public Touch touch(UUID id) {
    return visit(pairing.of(id));
  }

  /// Visits with a secret that is not, or not yet, the stored one.
  Touch touch(Database database, Optional<Secret> secret) {
    return toucher.touch(new TouchRequest(database, secret, label));
  }

  /// Visits a definition that is not stored yet, with the secret that its reference leads to, or
  /// that is stored for the same place.
  Touch touchAsDefined(Database draft) {
    return visit(pairing.of(draft));
  }

  /// Visits a database rung by rung.
  Touch diagnose(UUID id, Diagnosis.Listener listener) {
    return walk(pairing.of(id), listener);
  }

  /// Visits a definition that is not stored rung by rung, with the given secret or the one that
  /// belongs to it.
  Touch diagnose(Database draft, Optional<Secret> given, Diagnosis.Listener listener) {
    return walk(
        given.isPresent() ? new CredentialLookup.Pair.Ready(draft, given) : pairing.of(draft),
        listener);
  }

  private Touch visit(CredentialLookup.Pair pair) {
    return switch (pair) {
      case CredentialLookup.Pair.Ready(var database, var secret) ->
          toucher.touch(
              new TouchRequest(
                  database, secret, label, pairing.before(database.id()), isToBeAsked(database)));
      case CredentialLookup.Pair.Missing(var failure) -> failed(failure);
    };
  }

  /// What it is, a server is asked once a day: it costs a command, which providers count, and says
  /// nothing that theirs would not do better.
  private boolean isToBeAsked(Database database) {
    if (!(database.endpoint() instanceof Endpoint.Redis)
        || database.mode() == TouchMode.PING
        || database.provider() != Provider.OTHER) {
      return false;
    }
    Instant now = clock.instant();
    Instant before = asked.getOrDefault(database.id(), Instant.MIN);
    boolean due =
        before.equals(Instant.MIN) || before.isAfter(now) || !now.isBefore(before.plus(ASK_EVERY));
    if (due) {
      asked.put(database.id(), now);
    }
    return due;
  }

  private Touch walk(CredentialLookup.Pair pair, Diagnosis.Listener listener) {
    return switch (pair) {
      case CredentialLookup.Pair.Ready(var database, var secret) ->
          diagnosis.walk(new TouchRequest(database, secret, label), listener);
      case CredentialLookup.Pair.Missing(var failure) -> failed(failure);
    };
  }

  private Touch failed(Outcome.Failed failure) {
    return new Touch(clock.instant(), failure, 0, Timings.NONE, Optional.empty());
  }
}
