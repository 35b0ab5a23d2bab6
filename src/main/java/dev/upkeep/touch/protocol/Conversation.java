package dev.upkeep.touch.protocol;

import dev.upkeep.database.Database;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
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
  private static final String REPLICA = "This is a read-only replica";

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
  record Proof(Evidence evidence, Optional<Stamp> previous, Optional<String> remark) {
    /// The same with something more to say.
    Proof with(String more) {
      return new Proof(
          evidence, previous, Optional.of(remark.isPresent() ? more + " " + remark.get() : more));
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

  private Proof read(Optional<String> why) throws TouchFailure {
    List<Reply> replies = send(List.of(Rung.PING, Rung.READ_BACK), List.of(List.of("PING"), get()));
    if (isMixedUp(replies) || isElsewhere(replies.get(1))) {
      return read(why);
    }
    Optional<String> remark = pongOrRemark(replies.get(0));
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
      return clusterKey.isReplica() ? read(Optional.of(instead(REPLICA))) : write();
    }
    Optional<String> remark = pongOrRemark(replies.get(0));
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
      throw notRedis("SET", unexpected.what());
    }
    return verified(get, stampIn(set), remark);
  }

  /// Servers before 6.2, and many that are no Redis, do not know `SET … GET`, and each says so in
  /// its own words. The read that came with it has shown what the key holds, so that a plain SET,
  /// which would replace any type, is safe.
  private Proof writeOnOldServer(Reply before, Optional<String> remark) throws TouchFailure {
    if (before instanceof Reply.Refusal error) {
      throw ServerErrors.classify(error.foreign(), attempt);
    }
    if (before instanceof Reply.Unexpected unexpected) {
      throw notRedis("GET", unexpected.what());
    }
    List<Reply> replies = send(List.of(Rung.WRITE, Rung.READ_BACK), List.of(set(false), get()));
    if (replies.get(0) instanceof Reply.Refusal error) {
      return readInstead(ServerErrors.classify(error.foreign(), attempt), replies.get(1));
    }
    if (!replies.get(0).equals(new Reply.Text("OK"))) {
      throw notRedis("SET", "something else than OK");
    }
    return verified(replies.get(1), stampIn(before), remark);
  }

  /// A key that the user chose may be in use; SET would replace a foreign text without a word.
  private void requireOurKey() throws TouchFailure {
    Reply now = transport.send(List.of(get())).getFirst();
    if (now instanceof Reply.Text text && !Stamp.isOurs(text.value())) {
      throw TouchFailure.lasting(
          FailureKind.FOREIGN_KEY,
          "The key " + key() + " holds somebody else's data, which was left as it is.",
          "Choose another key for Upkeep.");
    }
  }

  /// The acknowledged write must be seen. A replica may lag, so an older value is read again.
  private Proof verified(Reply firstGet, Optional<Stamp> previous, Optional<String> remark)
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
      case Reply.Text _ -> throw notRedis("GET", "a value that nobody wrote");
      case Reply.Nil _ ->
          throw TouchFailure.lasting(
              FailureKind.PROTOCOL,
              "The write was acknowledged, but the value is not there.",
              "Something between Upkeep and the database answers in its place, or the database"
                  + " throws keys away. Look at it with redis-cli.");
      case Reply.Refusal error -> throw ServerErrors.classify(error.foreign(), attempt);
      case Reply.Unexpected unexpected -> throw notRedis("GET", unexpected.what());
    };
  }

  /// What a replica that lags may hold. One that only plays back what it was given long ago proves
  /// nothing: our key does not live that long, or we have seen it with a later stamp.
  private Proof stale(Stamp found, Optional<Stamp> previous) throws TouchFailure {
    requirePossible(found);
    TouchesBefore before = attempt.request().before();
    if (before.stale()
        && before.lastWrite().filter(written -> found.at().isBefore(written)).isPresent()) {
      throw playedBack(
          "Twice in a row the write was acknowledged, but what is there is older than"
              + " what Upkeep wrote there before.");
    }
    return new Proof(Evidence.READ, previous, Optional.of(Outcome.Alive.STALE));
  }

  private void requirePossible(Stamp found) throws TouchFailure {
    if (found.at().plus(database.keyLife()).isBefore(ours.at())) {
      throw playedBack("The value that was read is older than it can live in the database.");
    }
  }

  private static TouchFailure playedBack(String message) {
    return TouchFailure.lasting(
        FailureKind.PROTOCOL,
        message,
        "Something between Upkeep and the database may answer in its place, or the database keeps"
            + " nothing. Look at it with redis-cli.");
  }

  /// Writing is not possible; reading may be, and is traffic too.
  private Proof readInstead(TouchFailure writing, Reply get) throws TouchFailure {
    String why =
        switch (writing.kind()) {
          case PERMISSION -> "The credential may only read";
          case FULL -> Outcome.Alive.NO_ROOM;
          case READ_ONLY -> REPLICA;
          default -> throw writing;
        };
    if (get instanceof Reply.Refusal) {
      throw writing;
    }
    return seen(get, Optional.of(instead(why)));
  }

  private static String instead(String why) {
    return why + ", so the key was read instead.";
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

  private Proof seen(Reply get, Optional<String> remark) throws TouchFailure {
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
      case Reply.Unexpected unexpected -> throw notRedis("GET", unexpected.what());
    };
  }

  private void requirePong(Reply reply) throws TouchFailure {
    if (reply instanceof Reply.Text text && text.value().equals("PONG")) {
      return;
    }
    switch (reply) {
      case Reply.Refusal error -> throw ServerErrors.classify(error.foreign(), attempt);
      case Reply.Text text -> throw notRedis("PING", "\"" + attempt.shown(text.value()) + "\"");
      case Reply.Nil _ -> throw notRedis("PING", "nothing");
      case Reply.Unexpected unexpected -> throw notRedis("PING", unexpected.what());
    }
  }

  /// An ACL may allow the key and not PING; the key is the better evidence anyway.
  private Optional<String> pongOrRemark(Reply reply) throws TouchFailure {
    try {
      requirePong(reply);
      return Optional.empty();
    } catch (TouchFailure e) {
      if (e.kind() == FailureKind.PERMISSION) {
        return Optional.of("The credential may not use PING; the key answered.");
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
      attempt.reached(rungs.getFirst(), transport.roundTrip(), "");
      return replies;
    }
    List<Reply> replies = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      Reply reply = transport.send(List.of(commands.get(i))).getFirst();
      replies.add(reply);
      if (!(reply instanceof Reply.Refusal)) {
        attempt.reached(
            rungs.get(i), transport.roundTrip(), rungs.get(i) == Rung.PING ? "" : where());
      }
    }
    return replies;
  }

  /// Said only where it is not what everybody expects.
  private String where() {
    return suffix.isEmpty() ? "" : "under " + key() + ", which this node of the cluster owns";
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

  private TouchFailure notRedis(String command, String answer) {
    return TouchFailure.lasting(
        FailureKind.PROTOCOL,
        database.endpoint().hostAndPort() + " answered " + command + " with " + answer + ".",
        "Check that host and port belong to a Redis.");
  }
}
