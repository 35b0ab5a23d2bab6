package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.Reply;
import dev.upkeep.touch.conversation.ServerErrors;
import dev.upkeep.touch.conversation.TouchFailure;
import dev.upkeep.touch.conversation.Transport;
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
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/// RESP2 over one Jedis connection.
final class Resp implements Transport {
  private final Connection connection;
  private final Endpoint.Redis endpoint;
  private final InetAddress address;
  private final Attempt attempt;
  private final Deadline limit;
  private Duration roundTrip = Duration.ZERO;
  private int received;

  /// What is said over a connection.
  @FunctionalInterface
  interface Talk<T> {
    T over(Transport transport) throws TouchFailure;
  }

  /// Speaks over an open link until everything is said, or the time of commands is over.
  ///
  /// @throws IOException if the connection cannot be prepared
  static <T> T over(Link link, Endpoint.Redis endpoint, Attempt attempt, Talk<T> talk)
      throws TouchFailure, IOException {
    Deadline limit = attempt.deadline().within(Attempt.COMMAND_TIMEOUT);
    link.socket().setSoTimeout(limit.remainingMillis());
    GuardedSocket socket = new GuardedSocket(link.socket());
    try (Connection connection = new Connection(() -> socket);
        Deadline.Watch _ = limit.closing(link.wire())) {
      return talk.over(new Resp(connection, endpoint, link.address(), attempt, limit));
    }
  }

  private Resp(
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
        received++;
      }
      roundTrip = Duration.ofNanos(System.nanoTime() - start);
      return replies;
    } catch (JedisException e) {
      // A server that is full says so and hangs up: the word counts, not the hanging up.
      if (!replies.isEmpty() && replies.getLast() instanceof Reply.Refusal refusal) {
        throw ServerErrors.classify(refusal.foreign(), attempt);
      }
      throw lost(e, commands, received - replies.size());
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
    if (raw instanceof List<?> list) {
      return new Reply.Unexpected(TouchPhrase.A_LIST, texts(list));
    }
    return new Reply.Unexpected(
        raw instanceof Number
            ? TouchPhrase.A_NUMBER
            : raw instanceof Boolean ? TouchPhrase.YES_OR_NO : TouchPhrase.A_LIST);
  }

  private static List<String> texts(List<?> list) {
    return list.stream()
        .filter(byte[].class::isInstance)
        .map(bytes -> new String((byte[]) bytes, StandardCharsets.UTF_8))
        .toList();
  }

  /// @param before how many replies had come before those to the commands
  private TouchFailure lost(JedisException e, List<List<String>> commands, int before) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof RespViolation violation) {
        return violated(violation, commands, before);
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

  private TouchFailure violated(RespViolation violation, List<List<String>> commands, int before) {
    int answering = violation.reply() - before;
    if (violation.isLargeValue()
        && answering >= 0
        && answering < commands.size()
        && asksForAValue(commands.get(answering))) {
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

  private static boolean asksForAValue(List<String> command) {
    return command.getFirst().equals("GET") || command.getLast().equals("GET");
  }

  private static TouchFailure notRedis(Sentence what) {
    return TouchFailure.lasting(FailureKind.PROTOCOL, what, TouchPhrase.LOGIN_PAGE_ADVICE.with());
  }
}
