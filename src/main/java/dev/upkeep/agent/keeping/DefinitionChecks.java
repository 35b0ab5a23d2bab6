package dev.upkeep.agent.keeping;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.database.Database;
import dev.upkeep.database.Place;
import dev.upkeep.database.Secret;
import dev.upkeep.database.Sentinel;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.RefusalPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.network.LocalNames;
import dev.upkeep.secret.SecretReference;
import dev.upkeep.secret.SecretStoreException;
import dev.upkeep.secret.Secrets;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Touch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has to be settled before a definition is new or another: that it can be touched, and where
/// its secret goes. Blocks; runs on the caller's thread, never on the agent's.
public final class DefinitionChecks {
  private static final long SECRET_SECONDS = 35;

  private static final Logger LOG = LoggerFactory.getLogger(DefinitionChecks.class);

  private final DatabaseToucher toucher;
  private final Secrets secrets;

  public DefinitionChecks(DatabaseToucher toucher, Secrets secrets) {
    this.toucher = toucher;
    this.secrets = secrets;
  }

  /// A new definition as it will be stored: one that comes without any secret says so, so that a
  /// missing entry in the keychain is never mistaken for a database without a password.
  ///
  /// The id is always a fresh one: under an old one, a secret may still lie in the store.
  Database prepared(NewDatabase request) {
    Database database = request.database().edit().id(UUID.randomUUID()).done();
    return database.secretReference().isEmpty() && request.secret().isEmpty()
        ? database.edit().secretReference(Optional.of(Database.NO_SECRET)).done()
        : database;
  }

  /// A changed definition as it will be stored. A new secret takes the place of a reference, or of
  /// there being none; a reference that comes along to another place is dropped like a secret.
  Database prepared(Database before, DatabaseChange change) {
    Database after = change.database();
    boolean sameReference = after.secretReference().equals(before.secretReference());
    boolean leadsSomewhere =
        after.secretReference().filter(text -> !text.equals(Database.NO_SECRET)).isPresent();
    boolean dropped = leadsSomewhere && sameReference && !after.hasDestinationOf(before);
    return (change.secret().isPresent() && sameReference) || dropped
        ? after.edit().secretReference(Optional.empty()).done()
        : after;
  }

  /// Whether a changed definition asks for a stored secret that was not stored for it.
  static boolean lacksSecret(Database before, Database after, DatabaseChange change) {
    return after.secretReference().isEmpty()
        && change.secret().isEmpty()
        && (before.secretReference().isPresent() || !after.hasDestinationOf(before));
  }

  /// Touches with the secret that came along, or where the reference leads.
  ///
  /// @param untested whether a failure is no reason to refuse
  /// @return the touch, if it succeeded
  Optional<Touch> test(Database database, Optional<Secret> secret, boolean untested)
      throws Refused {
    // A person has chosen this name just now; if it is verified, it may lead to this computer.
    boolean fresh = LocalNames.allow(database.endpoint().host());
    Touch touch =
        secret.isPresent() ? toucher.touch(database, secret) : toucher.touchAsDefined(database);
    if (touch.alive()) {
      return Optional.of(touch);
    }
    if (fresh) {
      LocalNames.forget(database.endpoint().host());
    }
    if (untested) {
      return Optional.empty();
    }
    throw refusal(touch.outcome());
  }

  /// Touches a changed definition, with the secret that it will have.
  ///
  /// @param lacksSecret see [#lacksSecret]
  void retest(Database after, DatabaseChange change, boolean lacksSecret) throws Refused {
    if (lacksSecret) {
      if (!change.untested()) {
        throw meantForElsewhere();
      }
      return;
    }
    test(after, change.secret(), change.untested());
  }

  /// To be thrown where a stored secret would leave for another place.
  static Refused meantForElsewhere() {
    return Refused.of(Refused.Reason.INVALID, RefusalPhrase.OTHER_PLACE.with());
  }

  /// Stores a secret, if there is one.
  ///
  /// @throws Refused if it cannot be kept; nothing is stored elsewhere instead
  void keepSecret(Database database, Optional<Secret> secret) throws Refused {
    if (secret.isPresent()) {
      await(secrets.write(database.id(), Place.of(database), secret.get()));
    }
  }

  /// Which reference of a definition is bound to its place: that of its secret, or where it has
  /// none the Sentinel's. With both, the first is bound to a place that the second is part of.
  static Optional<String> bindable(Database database) {
    boolean none = database.secretReference().equals(Optional.of(Database.NO_SECRET));
    return none ? database.sentinel().flatMap(Sentinel::secret) : database.secretReference();
  }

  /// Says that the reference of a definition, if it has one, is meant for its place.
  void allowReference(Database database) {
    bindable(database)
        .filter(text -> SecretReference.problem(text).isEmpty())
        .ifPresent(
            text -> secrets.allow(database.id(), Place.of(database), SecretReference.parse(text)));
  }

  /// Removes a stored secret that no definition leads to any more. If it cannot be removed now, it
  /// is written down and tried again.
  void forgetSecret(Database database, Instant now) {
    secrets.ledger().owe(List.of(database.id()), now);
    try {
      dropSecret(database);
    } catch (Refused e) {
      LOG.warn("A secret that is not needed any more is still stored. {}", e.problems());
    }
  }

  /// Removes a stored secret, and only returns when it is gone: what follows may go elsewhere.
  ///
  /// @throws Refused if it may still be there
  void dropSecret(Database database) throws Refused {
    await(secrets.remove(database.id()));
  }

  private static Refused refusal(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed ->
          Refused.of(
              failed.kind() == FailureKind.SECRET
                  ? Refused.Reason.SECRET_STORE
                  : Refused.Reason.TEST_FAILED,
              List.of(failed.message(), failed.advice()));
      case Outcome.Skipped skipped -> Refused.of(Refused.Reason.OFFLINE, skipped.message());
      case Outcome.Alive _ -> throw new IllegalArgumentException("nothing to refuse");
    };
  }

  /// Waits until a secret is stored or removed.
  ///
  /// @throws Refused if it is not, or nobody knows
  public static void await(CompletableFuture<@Nullable Void> stored) throws Refused {
    Sentence problem;
    try {
      stored.get(SECRET_SECONDS, TimeUnit.SECONDS);
      return;
    } catch (ExecutionException e) {
      problem =
          e.getCause() instanceof SecretStoreException known
              ? known.told()
              : KeychainPhrase.NOT_STORED.with();
    } catch (TimeoutException e) {
      problem = KeychainPhrase.NO_ANSWER_IN_TIME.with();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problem = KeychainPhrase.INTERRUPTED.with();
    }
    throw Refused.of(Refused.Reason.SECRET_STORE, problem);
  }
}
