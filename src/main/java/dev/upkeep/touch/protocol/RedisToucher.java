package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Sentinel;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.network.LocalNames;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Backoff;
import dev.upkeep.touch.conversation.Conversation;
import dev.upkeep.touch.conversation.ServerHabits;
import dev.upkeep.touch.conversation.TouchFailure;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Touches over the Redis protocol.
///
/// RESP2 and a plain AUTH rather than HELLO: every version of every server knows them, and a server
/// without HELLO would quote its arguments, the password among them, in its error.
final class RedisToucher implements SingleTouch {
  private final Backoff pause;
  private final ServerHabits habits = new ServerHabits();

  RedisToucher(Backoff pause) {
    this.pause = pause;
  }

  @Override
  public Conversation.Proof visit(Attempt attempt) throws TouchFailure {
    Endpoint.Redis endpoint = (Endpoint.Redis) attempt.database().endpoint();
    // Before anything is connected: a key that does not fit is no matter of the server's.
    ClientCertificates.Shown shown =
        ClientCertificates.of(attempt.database(), attempt.stamp().at(), attempt.deadline());
    Link.Rule rule = Link.Rule.ANYWHERE;
    Optional<Sentinel> sentinel = attempt.database().sentinel();
    if (sentinel.isPresent()) {
      MasterLookup.Answer answer =
          new MasterLookup(attempt, shown.identity()).ask(endpoint, sentinel.get());
      endpoint = answer.master();
      rule = answer.rule();
      attempt.leadTo(endpoint);
    }
    try (Link link = Link.open(endpoint, attempt, shown.identity(), rule)) {
      Conversation.Proof proof = keepAlive(link, endpoint, attempt);
      return new Conversation.Proof(
          proof.evidence(), proof.previous(), proof.remark().or(shown::warning));
    } catch (IOException closing) {
      throw ConnectionFailures.broken(endpoint, attempt.deadline(), closing);
    }
  }

  private Conversation.Proof keepAlive(Link link, Endpoint.Redis endpoint, Attempt attempt)
      throws TouchFailure, IOException {
    return Resp.over(
        link,
        endpoint,
        attempt,
        transport -> {
          Optional<Sentence> remark = Authentication.with(transport, endpoint, attempt);
          Conversation.Proof proof = new Conversation(transport, attempt, pause, habits).hold();
          return remarked(remark.isPresent() ? proof.with(remark.get()) : proof, endpoint, link);
        });
  }

  /// A public name that leads here is meant to, or it would not have been resolved; by the remark
  /// later touches know that it was verified.
  private static Conversation.Proof remarked(
      Conversation.Proof proof, Endpoint.Redis endpoint, Link link) {
    return proof.remark().isEmpty()
            && LocalNames.leadsHere(endpoint.host(), List.of(link.address()))
        ? new Conversation.Proof(
            proof.evidence(), proof.previous(), Optional.of(TouchPhrase.HERE.with()))
        : proof;
  }
}
