package dev.upkeep.touch.protocol;

import dev.upkeep.database.Database;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.TouchesBefore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is said during a touch, in either protocol: PING, write our key, read it back, and judge
/// the replies. Falls back to reading where writing is not possible, and says so.
final class Conversation {
  private static final int READ_AGAIN = 3;
  private static final Duration READ_AGAIN_PAUSE = Duration.ofMillis(600);

  private final Transport transport;
  private final Attempt attempt;
  private final Backoff pause;
  private final Database database;
  private final Stamp ours;
  private final ServerHabits habits;
  private final ClusterKey clusterKey;
  private String suffix;
  private boolean stepByStep;
  private Optional<Stamp> earlier = Optional.empty();

  Conversation(Transport transport, Attempt attempt, Backoff pause, ServerHabits habits) {
    this.transport = transport;
    this.attempt = attempt;
    this.pause = pause;
    this.database = attempt.database();
    this.ours = attempt.stamp();
    this.habits = habits;
    this.clusterKey = new ClusterKey(transport, attempt);
    ServerHabits.Habit habit = habits.of(database.endpoint());
    this.suffix = habit.suffix();
    this.stepByStep = attempt.pace() == Attempt.Pace.STEP_BY_STEP || habit.stepByStep();
  }

  /// What the conversation has proved.
  record Proof(Evidence evidence, Optional<Stamp> previous, Optional<Sentence> remark) {
    /// The same with something more to say.
    Proof with(Sentence more) {
      return new Proof(
          evidence, previous, Optional.of(remark.isPresent() ? more.then(remark.get()) : more));
    }
  }

  Proof hold() throws TouchFailure {
    Proof proof =
        switch (database.mode()) {
          case PING -> ping();
          case READ -> read(Optional.empty());
          case WRITE -> write();
        };
    ServerHabits.Habit before = habits.of(database.endpoint());
    boolean asked = attempt.pace() == Attempt.Pace.STEP_BY_STEP;
    ServerHabits.Habit now =
        new ServerHabits.Habit(asked ? before.stepByStep() : stepByStep, suffix);
    if (!now.equals(before)) {
      habits.learn(database.endpoint(), now);
    }
    return proof;
  }

  private Proof ping() throws TouchFailure {
    List<Reply> replies = send(List.of(Rung.PING), List.of(List.of("PING")));
    requirePong(replies.getFirst());
    return new Proof(Evidence.PING, Optional.empty(), Optional.empty());
  }

  private Proof read(Optional<Sentence> why) throws TouchFailure {
    List<Reply> replies = send(List.of(Rung.PING, Rung.READ_BACK), List.of(List.of("PING"), get()));
    if (isMixedUp(replies) || isElsewhere(replies.get(1))) {
      return read(why);
    }
    Optional<Sentence> remark = pongOrRemark(replies.get(0));
    return seen(replies.get(1), why.or(() -> remark));
  }

  private Proof write() throws TouchFailure {
    if (!database.key().equals(Database.DEFAULT_KEY)) {
      requireOurKey();
    }
    List<Reply> replies =
        send(
            List.of(Rung.PING, Rung.WRITE, Rung.READ_BACK),
            List.of(List.of("PING"), set(true), get()));
    if (isMixedUp(replies)) {
      return write();
    }
    if (isElsewhere(replies.get(1))) {
      return clusterKey.isReplica() ? read(Optional.of(TouchPhrase.REPLICA.with())) : write();
    }
    Optional<Sentence> remark = pongOrRemark(replies.get(0));
    Reply set = replies.get(1);
    Reply get = replies.get(2);
    if (set instanceof Reply.Refusal error) {
      if (isUnknownCommand(error) && isUnknownCommand(get)) {
        Optional<TouchFailure> other = OtherServer.of(transport, attempt);
        if (other.isPresent()) {
          throw other.get();
        }
      }
      if (!ServerErrors.isKnown(error.foreign())) {
        return writeOnOldServer(get, remark);
      }
      return readInstead(ServerErrors.classify(error.foreign(), attempt), get);
    }
    if (set instanceof Reply.Unexpected unexpected) {
      throw notRedis("SET", unexpected.what().with());
    }
    return verified(get, stampIn(set), remark);
  }

  /// Servers before 6.2, and many that are no Redis, do not know `SET … GET`, and each says so in
  /// its own words. The read that came with it has shown what the key holds, so that a plain SET,
  /// which would replace any type, is safe.
  private Proof writeOnOldServer(Reply before, Optional<Sentence> remark) throws TouchFailure {
    if (before instanceof Reply.Refusal error) {
      throw ServerErrors.classify(error.foreign(), attempt);
    }
    if (before instanceof Reply.Unexpected unexpected) {
      throw notRedis("GET", unexpected.what().with());
    }
    List<Reply> replies = send(List.of(Rung.WRITE, Rung.READ_BACK), List.of(set(false), get()));
    if (replies.get(0) instanceof Reply.Refusal error) {
      return readInstead(ServerErrors.classify(error.foreign(), attempt), replies.get(1));
    }
    if (!replies.get(0).equals(new Reply.Text("OK"))) {
      throw notRedis("SET", TouchPhrase.NOT_OK.with());
    }
    return verified(replies.get(1), stampIn(before), remark);
  }

  /// A key that the user chose may be in use; SET would replace a foreign text without a word.
  private void requireOurKey() throws TouchFailure {
    Reply now = transport.send(List.of(get())).getFirst();
    if (now instanceof Reply.Text text && !Stamp.isOurs(text.value())) {
      throw TouchFailure.lasting(
          FailureKind.FOREIGN_KEY,
          TouchPhrase.KEY_FOREIGN.with(key()),
          TouchPhrase.OTHER_KEY_ADVICE.with());
    }
  }

  /// The acknowledged write must be seen. A replica may lag, so an older value is read again.
  private Proof verified(Reply firstGet, Optional<Stamp> previous, Optional<Sentence> remark)
      throws TouchFailure {
    Reply get = firstGet;
    for (int again = 0; !isOurs(get) && again < READ_AGAIN && maySettle(get); again++) {
      pause.sleep(READ_AGAIN_PAUSE);
      get = transport.send(List.of(get())).getFirst();
    }
    if (isOurs(get)) {
      return new Proof(Evidence.WRITE, foundBefore(previous), remark);
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

  /// Writing is not possible; reading may be, and is traffic too.
  private Proof readInstead(TouchFailure writing, Reply get) throws TouchFailure {
    TouchPhrase why =
        switch (writing.kind()) {
          case PERMISSION -> TouchPhrase.ONLY_READ;
          case FULL -> TouchPhrase.NO_ROOM;
          case READ_ONLY -> TouchPhrase.REPLICA;
          default -> throw writing;
        };
    if (get instanceof Reply.Refusal) {
      throw writing;
    }
    return seen(get, Optional.of(why.with()));
  }

  private static boolean isUnknownCommand(Reply reply) {
    return reply instanceof Reply.Refusal refusal
        && refusal.foreign().toLowerCase(Locale.ROOT).contains("unknown command");
  }

  /// Whether the replies came in another order than the commands; then these are to be sent once
  /// more, one by one.
  private boolean isMixedUp(List<Reply> replies) {
    if (stepByStep || ReplyOrder.isPlausible(replies, ours)) {
      return false;
    }
    stepByStep = true;
    earlier =
        replies.stream()
            .flatMap(reply -> stampIn(reply).stream())
            .filter(stamp -> !stamp.equals(ours))
            .findFirst();
    return true;
  }

  /// Whether another node of a cluster owns our key; then there is another key to be tried.
  private boolean isElsewhere(Reply reply) throws TouchFailure {
    if (!ClusterKey.isElsewhere(reply)) {
      return false;
    }
    suffix = clusterKey.next((Reply.Refusal) reply);
    return true;
  }

  private Proof seen(Reply get, Optional<Sentence> remark) throws TouchFailure {
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

  private void requirePong(Reply reply) throws TouchFailure {
    if (reply instanceof Reply.Text text && text.value().equals("PONG")) {
      return;
    }
    switch (reply) {
      case Reply.Refusal error -> throw ServerErrors.classify(error.foreign(), attempt);
      case Reply.Text text ->
          throw notRedis("PING", TouchPhrase.QUOTED.with(attempt.shown(text.value())));
      case Reply.Nil _ -> throw notRedis("PING", TouchPhrase.NOTHING.with());
      case Reply.Unexpected unexpected -> throw notRedis("PING", unexpected.what().with());
    }
  }

  /// An ACL may allow the key and not PING; the key is the better evidence anyway.
  private Optional<Sentence> pongOrRemark(Reply reply) throws TouchFailure {
    try {
      requirePong(reply);
      return Optional.empty();
    } catch (TouchFailure e) {
      if (e.kind() == FailureKind.PERMISSION) {
        return Optional.of(TouchPhrase.NO_PING.with());
      }
      throw e;
    }
  }

  /// What was sent twice has found, the second time, what it left the first time.
  private Optional<Stamp> foundBefore(Optional<Stamp> previous) {
    return earlier.isPresent() && previous.filter(ours::equals).isPresent() ? earlier : previous;
  }

  private boolean isOurs(Reply reply) {
    return reply instanceof Reply.Text text && text.value().equals(ours.text());
  }

  private static boolean maySettle(Reply reply) {
    return reply instanceof Reply.Nil || !stampIn(reply).isEmpty();
  }

  private static Optional<Stamp> stampIn(Reply reply) {
    return reply instanceof Reply.Text text ? Stamp.parse(text.value()) : Optional.empty();
  }

  private List<Reply> send(List<Rung> rungs, List<List<String>> commands) throws TouchFailure {
    if (!stepByStep) {
      List<Reply> replies = transport.send(commands);
      attempt.reached(rungs.getFirst(), transport.roundTrip(), Optional.empty());
      return replies;
    }
    List<Reply> replies = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      Reply reply = transport.send(List.of(commands.get(i))).getFirst();
      replies.add(reply);
      if (!(reply instanceof Reply.Refusal)) {
        attempt.reached(
            rungs.get(i),
            transport.roundTrip(),
            rungs.get(i) == Rung.PING ? Optional.empty() : where());
      }
    }
    return replies;
  }

  /// Said only where it is not what everybody expects.
  private Optional<Sentence> where() {
    return suffix.isEmpty() ? Optional.empty() : Optional.of(TouchPhrase.UNDER_KEY.with(key()));
  }

  private String key() {
    return database.key() + suffix;
  }

  private List<String> set(boolean returningPrevious) {
    List<String> set =
        new ArrayList<>(
            List.of(
                "SET", key(), ours.text(), "EX", Long.toString(database.keyLife().toSeconds())));
    if (returningPrevious) {
      set.add("GET");
    }
    return set;
  }

  private List<String> get() {
    return List.of("GET", key());
  }

  private TouchFailure notRedis(String command, Sentence answer) {
    return TouchFailure.lasting(
        FailureKind.PROTOCOL,
        TouchPhrase.ODD_ANSWER.with(database.endpoint().hostAndPort(), command, answer),
        TouchPhrase.REDIS_ADVICE.with());
  }
}
