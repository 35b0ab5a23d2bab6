package dev.upkeep.agent;

import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import dev.upkeep.schedule.Touching;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.Toucher;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Touches a database by its id: finds the definition and the secret that belongs to it, and
/// visits. Runs on the touch's own thread.
final class DatabaseToucher implements Touching {
  /// The stores give up after 10 s by themselves.
  private static final long CREDENTIAL_SECONDS = 15;

  private final KnownDatabases databases;
  private final Credentials credentials;
  private final Toucher toucher;
  private final InstantSource clock;
  private final String label;

  DatabaseToucher(
      KnownDatabases databases,
      Credentials credentials,
      Toucher toucher,
      InstantSource clock,
      String label) {
    this.databases = databases;
    this.credentials = credentials;
    this.toucher = toucher;
    this.clock = clock;
    this.label = label;
  }

  @Override
  public Touch touch(UUID id) {
    Optional<Database> database = databases.find(id);
    return database.isPresent()
        ? touchAsDefined(database.get())
        : failed(
            new Outcome.Failed(
                FailureKind.INTERNAL,
                "This database was removed meanwhile.",
                "Nothing is to be done."));
  }

  /// Visits with a secret that is not, or not yet, the stored one.
  Touch touch(Database database, Optional<Secret> secret) {
    return toucher.touch(new TouchRequest(database, secret, label));
  }

  /// Visits a definition that is not stored yet, with the secret that its reference leads to.
  Touch touchAsDefined(Database database) {
    return switch (credential(database)) {
      case Credentials.Credential.Ready ready -> touch(database, ready.secret());
      case Credentials.Credential.Missing missing -> failed(missing.failure());
    };
  }

  private Credentials.Credential credential(Database database) {
    try {
      return credentials.of(database).get(CREDENTIAL_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return missing("The secret store did not answer.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return missing("Upkeep was stopping.");
    }
  }

  private static Credentials.Credential missing(String message) {
    return new Credentials.Credential.Missing(
        new Outcome.Failed(FailureKind.SECRET, message, "Upkeep tries again by itself."));
  }

  private Touch failed(Outcome.Failed failure) {
    return new Touch(clock.instant(), failure, 0, Timings.NONE, Optional.empty());
  }
}
