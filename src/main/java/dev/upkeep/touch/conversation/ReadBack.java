package dev.upkeep.touch.conversation;

import dev.upkeep.database.Database;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.TouchesBefore;
import dev.upkeep.touch.conversation.Conversation.Proof;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What an answer to GET proves: that our write is there, that somebody's was, or nothing.
final class ReadBack {
  private static final int READ_AGAIN = 3;
  private static final Duration READ_AGAIN_PAUSE = Duration.ofMillis(600);

  private final Transport transport;
  private final Attempt attempt;
  private final Backoff pause;
  private final OurKey key;
  private final Database database;
  private final Stamp ours;

  ReadBack(Transport transport, Attempt attempt, Backoff pause, OurKey key) {
    this.transport = transport;
    this.attempt = attempt;
    this.pause = pause;
    this.key = key;
    this.database = attempt.database();
    this.ours = attempt.stamp();
  }

  /// The acknowledged write must be seen. A replica may lag, so an older value is read again.
  Proof verified(Reply firstGet, Optional<Stamp> previous, Optional<Sentence> remark)
      throws TouchFailure {
    Reply get = firstGet;
    for (int again = 0; !isOurs(get) && again < READ_AGAIN && maySettle(get); again++) {
      pause.sleep(READ_AGAIN_PAUSE);
      get = transport.send(List.of(key.get())).getFirst();
    }
    if (isOurs(get)) {
      return new Proof(Evidence.WRITE, previous, remark);
    }
    return switch (get) {
      case Reply.Text text when Stamp.parse(text.value()).isPresent() ->
          stale(Stamp.parse(text.value()).get(), previous);
      case Reply.Text _ -> throw notRedis("GET", TouchPhrase.STRANGE_VALUE.with());
      case Reply.Nil _ ->
          throw TouchFailure.lasting(
              FailureKind.PROTOCOL,
              TouchPhrase.VALUE_GONE.with(),
              TouchPhrase.VALUE_GONE_ADVICE.with());
      case Reply.Refusal error -> throw ServerErrors.classify(error.foreign(), attempt);
      case Reply.Unexpected unexpected -> throw notRedis("GET", unexpected.what().with());
    };
  }

  /// What a replica that lags may hold. One that only plays back what it was given long ago proves
  /// nothing: our key does not live that long, or we have seen it with a later stamp.
  private Proof stale(Stamp found, Optional<Stamp> previous) throws TouchFailure {
    requirePossible(found);
    TouchesBefore before = attempt.request().before();
    if (before.stale()
        && before.lastWrite().filter(written -> found.at().isBefore(written)).isPresent()) {
      throw playedBack(TouchPhrase.PLAYED_BACK);
    }
    return new Proof(Evidence.READ, previous, Optional.of(TouchPhrase.STALE.with()));
  }

  private void requirePossible(Stamp found) throws TouchFailure {
    if (found.at().plus(database.keyLife()).isBefore(ours.at())) {
      throw playedBack(TouchPhrase.TOO_OLD);
    }
  }

  private static TouchFailure playedBack(TouchPhrase message) {
    return TouchFailure.lasting(
        FailureKind.PROTOCOL, message.with(), TouchPhrase.PLAYED_BACK_ADVICE.with());
  }

  /// Without a write, that the key answers is the evidence.
  Proof seen(Reply get, Optional<Sentence> remark) throws TouchFailure {
    return switch (get) {
      case Reply.Text _ -> {
        Optional<Stamp> found = stampIn(get);
        if (found.isPresent()) {
          requirePossible(found.get());
        }
        yield new Proof(Evidence.READ, found, remark);
      }
      case Reply.Nil _ -> new Proof(Evidence.KEY_MISSING, Optional.empty(), remark);
      case Reply.Refusal error -> throw ServerErrors.classify(error.foreign(), attempt);
      case Reply.Unexpected unexpected -> throw notRedis("GET", unexpected.what().with());
    };
  }

  private boolean isOurs(Reply reply) {
    return reply instanceof Reply.Text text && text.value().equals(ours.text());
  }

  private static boolean maySettle(Reply reply) {
    return reply instanceof Reply.Nil || !stampIn(reply).isEmpty();
  }

  static Optional<Stamp> stampIn(Reply reply) {
    return reply instanceof Reply.Text text ? Stamp.parse(text.value()) : Optional.empty();
  }

  TouchFailure notRedis(String command, Sentence answer) {
    return TouchFailure.lasting(
        FailureKind.PROTOCOL,
        TouchPhrase.ODD_ANSWER.with(database.endpoint().hostAndPort(), command, answer),
        TouchPhrase.REDIS_ADVICE.with());
  }
}
