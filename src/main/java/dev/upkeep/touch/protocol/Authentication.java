package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Reply;
import dev.upkeep.touch.conversation.ServerErrors;
import dev.upkeep.touch.conversation.TouchFailure;
import dev.upkeep.touch.conversation.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says who we are, once a connection stands.
final class Authentication {
  private Authentication() {}

  /// Sends the password. A server that has none, and one that knows no users, say so; they are
  /// spoken to as `redis-cli` would, with a remark.
  static Optional<Sentence> with(Transport transport, Endpoint.Redis endpoint, Attempt attempt)
      throws TouchFailure {
    Optional<Secret> secret = attempt.request().secret();
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    // AUTH with a user is unknown before Redis 6; the user "default" is what one argument means.
    Optional<String> user = endpoint.user().filter(name -> !name.equals("default"));
    String password = secret.get().reveal();
    Reply answer = send(transport, user, password);
    Optional<Sentence> remark = Optional.empty();
    if (user.isPresent()
        && answer instanceof Reply.Refusal error
        && ServerErrors.knowsNoUsers(error.foreign())) {
      answer = send(transport, Optional.empty(), password);
      remark = Optional.of(TouchPhrase.NO_USERS.with());
    }
    if (answer instanceof Reply.Refusal error) {
      if (ServerErrors.hasNoPassword(error.foreign())) {
        attempt.reached(
            Rung.AUTHENTICATED,
            transport.roundTrip(),
            Optional.of(TouchPhrase.NO_PASSWORD_ASKED.with()));
        return Optional.of(TouchPhrase.NO_PASSWORD.with());
      }
      throw ServerErrors.classifyAuthentication(error.foreign(), attempt);
    }
    if (!(answer instanceof Reply.Text text && text.value().equals("OK"))) {
      throw TouchFailure.lasting(
          FailureKind.PROTOCOL,
          TouchPhrase.ODD_AUTH.with(endpoint.hostAndPort()),
          TouchPhrase.REDIS_ADVICE.with());
    }
    attempt.reached(
        Rung.AUTHENTICATED,
        transport.roundTrip(),
        attempt.isWatched()
            ? Optional.of(TouchPhrase.AS_USER.with(endpoint.user().orElse("default")))
            : Optional.empty());
    return remark;
  }

  private static Reply send(Transport transport, Optional<String> user, String password)
      throws TouchFailure {
    List<String> auth = new ArrayList<>(List.of("AUTH"));
    user.ifPresent(auth::add);
    auth.add(password);
    return transport.send(List.of(auth)).getFirst();
  }
}
