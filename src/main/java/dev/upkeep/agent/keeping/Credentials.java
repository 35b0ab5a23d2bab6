package dev.upkeep.agent.keeping;

import dev.upkeep.database.Database;
import dev.upkeep.database.Place;
import dev.upkeep.database.Secret;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.SecretReference;
import dev.upkeep.secret.Secrets;
import dev.upkeep.secret.Trouble;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the secret that belongs to a definition: where its reference leads, or what the store
/// holds under its id.
public final class Credentials {
  private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

  private final Secrets secrets;

  public Credentials(Secrets secrets) {
    this.secrets = secrets;
  }

  /// What a touch needs to know.
  public sealed interface Credential {
    /// Here it is; empty for a database that never had one.
    record Ready(Optional<Secret> secret) implements Credential {}

    /// It could not be had; the touch fails for that reason, without visiting anybody.
    record Missing(Outcome.Failed failure) implements Credential {}
  }

  /// Looks for it; the future never fails and completes within the stores' own time.
  public CompletableFuture<Credential> of(Database database) {
    if (database.secretReference().isEmpty()) {
      return secrets.read(database.id(), Place.of(database)).thenApply(Credentials::stored);
    }
    boolean none = database.secretReference().equals(Optional.of(Database.NO_SECRET));
    Optional<String> toSentinel = none ? DefinitionChecks.bindable(database) : Optional.empty();
    if (toSentinel.isPresent()) {
      // It is read at the touch; here only that it is meant for this place.
      return followed(
              toSentinel.get(),
              reference -> secrets.read(database.id(), Place.of(database), reference))
          .thenApply(found ->
              found instanceof Credential.Ready ? new Credential.Ready(Optional.empty()) : found);
    }
    return followed(
        database.secretReference().get(),
        reference -> secrets.read(database.id(), Place.of(database), reference));
  }

  /// The same for a definition with a reference that a person is about to give, for this place and
  /// no other.
  CompletableFuture<Credential> given(Database draft) {
    return followed(
        draft.secretReference().orElse(Database.NO_SECRET),
        reference -> {
          LOG.info(
              "{} is given to {}, because somebody asks for that.",
              reference.text(),
              draft.endpoint().hostAndPort());
          return secrets.read(reference);
        });
  }

  private static CompletableFuture<Credential> followed(
      String reference, Function<SecretReference, CompletableFuture<Lookup>> follow) {
    if (reference.equals(Database.NO_SECRET)) {
      return CompletableFuture.completedFuture(new Credential.Ready(Optional.empty()));
    }
    Optional<Sentence> problem = SecretReference.problem(reference);
    if (problem.isPresent()) {
      return CompletableFuture.completedFuture(
          missing(problem.get(), KeychainPhrase.CORRECT_REFERENCE.with()));
    }
    return follow.apply(SecretReference.parse(reference)).thenApply(Credentials::referenced);
  }

  private static Credential stored(Lookup lookup) {
    return switch (lookup) {
      case Lookup.Found found -> new Credential.Ready(Optional.of(found.secret()));
      case Lookup.NotFound _ ->
          missing(KeychainPhrase.MISSING.with(), KeychainPhrase.GIVE_AGAIN.with());
      case Lookup.Unavailable unavailable -> missing(unavailable.told(), advice(unavailable));
    };
  }

  private static Credential referenced(Lookup lookup) {
    return switch (lookup) {
      case Lookup.Found found -> new Credential.Ready(Optional.of(found.secret()));
      case Lookup.NotFound _ ->
          missing(KeychainPhrase.LEADS_NOWHERE.with(), KeychainPhrase.CORRECT_REFERENCE.with());
      case Lookup.Unavailable unavailable ->
          missing(
              unavailable.told(),
              unavailable.trouble() == Trouble.ELSEWHERE
                  ? KeychainPhrase.GIVE_REFERENCE_AGAIN.with()
                  : KeychainPhrase.TRIES_AGAIN.with());
    };
  }

  private static Sentence advice(Lookup.Unavailable unavailable) {
    return switch (unavailable.trouble()) {
      case LOCKED -> KeychainPhrase.UNLOCK.with();
      case DENIED -> KeychainPhrase.ALLOW.with();
      case ELSEWHERE -> KeychainPhrase.GIVE_IF_RIGHT.with();
      case ABSENT, UNFIT, FAILED ->
          KeychainPhrase.TRIES_AGAIN.with().then(KeychainPhrase.GIVE_AGAIN.with());
    };
  }

  private static Credential missing(Sentence message, Sentence advice) {
    return new Credential.Missing(new Outcome.Failed(FailureKind.SECRET, message, advice));
  }
}
