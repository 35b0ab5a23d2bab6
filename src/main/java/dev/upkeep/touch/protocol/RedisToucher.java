package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.network.LocalNames;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.foreign.ErrorLine;
import dev.upkeep.touch.guard.GuardedSocket;
import dev.upkeep.touch.guard.RespViolation;
import dev.upkeep.touch.tls.TlsException;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

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
    try (Link link = Link.open(endpoint, attempt, shown.identity())) {
      Conversation.Proof proof = speak(link, endpoint, attempt);
      return new Conversation.Proof(
          proof.evidence(), proof.previous(), proof.remark().or(shown::warning));
    } catch (IOException closing) {
      throw ConnectionFailures.broken(endpoint, attempt.deadline(), closing);
    }
  }

  private Conversation.Proof speak(Link link, Endpoint.Redis endpoint, Attempt attempt)
      throws TouchFailure, IOException {
    Deadline limit = attempt.deadline().within(Attempt.COMMAND_TIMEOUT);
    link.socket().setSoTimeout(limit.remainingMillis());
    GuardedSocket socket = new GuardedSocket(link.socket());
    try (Connection connection = new Connection(() -> socket);
        Deadline.Watch _ = limit.closing(link.wire())) {
      Transport transport = new Resp(connection, endpoint, link.address(), attempt, limit);
      Optional<Sentence> remark = authenticate(transport, endpoint, attempt);
      Conversation.Proof proof = new Conversation(transport, attempt, pause, habits).hold();
      return remarked(remark.isPresent() ? proof.with(remark.get()) : proof, endpoint, link);
    }
  }

  /// Sends the password. A server that has none, and one that knows no users, say so; they are
  /// spoken to as `redis-cli` would, with a remark.
  private static Optional<Sentence> authenticate(
      Transport transport, Endpoint.Redis endpoint, Attempt attempt) throws TouchFailure {
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

  /// RESP2 over one Jedis connection.
  private static final class Resp implements Transport {
    private final Connection connection;
    private final Endpoint.Redis endpoint;
    private final InetAddress address;
    private final Attempt attempt;
    private final Deadline limit;
    private Duration roundTrip = Duration.ZERO;

    Resp(
        Connection connection,
        Endpoint.Redis endpoint,
        InetAddress address,
        Attempt attempt,
        Deadline limit) {
      this.connection = connection;
      this.endpoint = endpoint;
      this.address = address;
      this.attempt = attempt;
      this.limit = limit;
    }

    @Override
    public Duration roundTrip() {
      return roundTrip;
    }

    @Override
    public List<Reply> send(List<List<String>> commands) throws TouchFailure {
      long start = System.nanoTime();
      List<Reply> replies = new ArrayList<>();
      try {
        for (List<String> command : commands) {
          CommandArguments arguments =
              new CommandArguments(Protocol.Command.valueOf(command.getFirst()));
          command.stream().skip(1).forEach(arguments::add);
          connection.sendCommand(arguments);
        }
        while (replies.size() < commands.size()) {
          replies.add(next());
        }
        roundTrip = Duration.ofNanos(System.nanoTime() - start);
        return replies;
      } catch (JedisException e) {
        // A server that is full says so and hangs up: the word counts, not the hanging up.
        if (!replies.isEmpty() && replies.getLast() instanceof Reply.Refusal refusal) {
          throw ServerErrors.classify(refusal.foreign(), attempt);
        }
        throw lost(e);
      } catch (RuntimeException e) {
        // Jedis takes some error replies apart (MOVED, ASK) and trips over malformed ones. Not its
        // exception as the cause: it quotes the part it could not read, which may be the password.
        throw notRedis(TouchPhrase.SENT_UNREADABLE.with(endpoint.hostAndPort()));
      }
    }

    private Reply next() {
      try {
        return reply(connection.getOne());
      } catch (JedisDataException e) {
        return new Reply.Refusal(ErrorLine.decoded(String.valueOf(e.getMessage())));
      }
    }

    private static Reply reply(@Nullable Object raw) {
      if (raw instanceof byte[] bytes) {
        return new Reply.Text(new String(bytes, StandardCharsets.UTF_8));
      }
      if (raw instanceof String text) {
        return new Reply.Text(ErrorLine.decoded(text));
      }
      if (raw == null) {
        return new Reply.Nil();
      }
      return new Reply.Unexpected(
          raw instanceof Number
              ? TouchPhrase.A_NUMBER
              : raw instanceof Boolean ? TouchPhrase.YES_OR_NO : TouchPhrase.A_LIST);
    }

    private TouchFailure lost(JedisException e) {
      for (Throwable t = e; t != null; t = t.getCause()) {
        if (t instanceof RespViolation violation) {
          return violated(violation);
        }
        if (t instanceof TlsException refused) {
          return TlsFailures.explain(endpoint, attempt, refused);
        }
      }
      if (!endpoint.tls()
          && OtherProtocol.speaksTls(attempt.database(), endpoint, address, attempt.deadline())) {
        return TlsFailures.wantsTls(endpoint);
      }
      IOException cause =
          e.getCause() instanceof IOException io ? io : new EOFException("end of stream");
      return ConnectionFailures.broken(endpoint, limit, cause);
    }

    private TouchFailure violated(RespViolation violation) {
      if (violation.isLargeValue()) {
        return TouchFailure.lasting(
                FailureKind.FOREIGN_KEY,
                TouchPhrase.KEY_HOLDS.with(attempt.database().key(), violation.told()),
                TouchPhrase.OTHER_KEY_ADVICE.with())
            .causedBy(violation);
      }
      if (violation.looksLikeTls()) {
        return TlsFailures.wantsTls(endpoint).causedBy(violation);
      }
      return notRedis(TouchPhrase.SENT.with(endpoint.hostAndPort(), violation.told()))
          .causedBy(violation);
    }

    private static TouchFailure notRedis(Sentence what) {
      return TouchFailure.lasting(FailureKind.PROTOCOL, what, TouchPhrase.LOGIN_PAGE_ADVICE.with());
    }
  }
}
