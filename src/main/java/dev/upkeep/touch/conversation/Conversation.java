package dev.upkeep.touch.conversation;

import dev.upkeep.database.Database;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is said during a touch, in either protocol: PING, write our key, read it back, and judge
/// the replies. Falls back to reading where writing is not possible, and says so.
public final class Conversation {
  private final Transport transport;
  private final Attempt attempt;
  private final Database database;
  private final Stamp ours;
  private final ServerHabits habits;
  private final ClusterKey clusterKey;
  private final OurKey key;
  private final ReadBack readBack;
  private boolean stepByStep;
  private Optional<Stamp> earlier = Optional.empty();

  public Conversation(Transport transport, Attempt attempt, Backoff pause, ServerHabits habits) {
    this.transport = transport;
    this.attempt = attempt;
    this.database = attempt.database();
    this.ours = attempt.stamp();
    this.habits = habits;
    this.clusterKey = new ClusterKey(transport, attempt);
    ServerHabits.Habit habit = habits.of(database.endpoint());
    this.key = new OurKey(database, ours, habit.suffix());
    this.readBack = new ReadBack(transport, attempt, pause, key);
    this.stepByStep = attempt.pace() == Attempt.Pace.STEP_BY_STEP || habit.stepByStep();
  }

  /// What the conversation has proved.
  public record Proof(Evidence evidence, Optional<Stamp> previous, Optional<Sentence> remark) {
    /// The same with something more to say.
    public Proof with(Sentence more) {
      return new Proof(
          evidence, previous, Optional.of(remark.isPresent() ? more.then(remark.get()) : more));
    }
  }

  public Proof hold() throws TouchFailure {
    Proof proof =
        switch (database.mode()) {
          case PING -> ping();
          case READ -> read(Optional.empty());
          case WRITE -> write();
        };
    ServerHabits.Habit before = habits.of(database.endpoint());
    boolean asked = attempt.pace() == Attempt.Pace.STEP_BY_STEP;
    ServerHabits.Habit now =
        new ServerHabits.Habit(asked ? before.stepByStep() : stepByStep, key.suffix());
    if (!now.equals(before)) {
      habits.learn(database.endpoint(), now);
    }
    if (asked || attempt.request().asksServer()) {
      ServerQuestion.ask(transport, attempt)
          .ifPresent(facts -> attempt.saw(facts, transport.roundTrip()));
    }
    return proof;
  }

  private Proof ping() throws TouchFailure {
    List<Reply> replies = send(List.of(Rung.PING), List.of(List.of("PING")));
    requirePong(replies.getFirst());
    return new Proof(Evidence.PING, Optional.empty(), Optional.empty());
  }

  private Proof read(Optional<Sentence> why) throws TouchFailure {
    List<Reply> replies =
        send(List.of(Rung.PING, Rung.READ_BACK), List.of(List.of("PING"), key.get()));
    if (isMixedUp(replies) || isElsewhere(replies.get(1))) {
      return read(why);
    }
    Optional<Sentence> remark = pongOrRemark(replies.get(0));
    return readBack.seen(replies.get(1), why.or(() -> remark));
  }

  private Proof write() throws TouchFailure {
    if (!database.key().equals(Database.DEFAULT_KEY)) {
      requireOurKey();
    }
    List<Reply> replies =
        send(
            List.of(Rung.PING, Rung.WRITE, Rung.READ_BACK),
            List.of(List.of("PING"), key.exchange(), key.get()));
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
        Optional<TouchFailure> other = ServerQuestion.noDatabase(transport, attempt);
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
      throw readBack.notRedis("SET", unexpected.what().with());
    }
    return readBack.verified(get, foundBefore(ReadBack.stampIn(set)), remark);
  }

  /// Servers before 6.2, and many that are no Redis, do not know `SET … GET`, and each says so in
  /// its own words. The read that came with it has shown what the key holds, so that a plain SET,
  /// which would replace any type, is safe.
  private Proof writeOnOldServer(Reply before, Optional<Sentence> remark) throws TouchFailure {
    if (before instanceof Reply.Refusal error) {
      throw ServerErrors.classify(error.foreign(), attempt);
    }
    if (before instanceof Reply.Unexpected unexpected) {
      throw readBack.notRedis("GET", unexpected.what().with());
    }
    List<Reply> replies = send(List.of(Rung.WRITE, Rung.READ_BACK), List.of(key.set(), key.get()));
    if (replies.get(0) instanceof Reply.Refusal error) {
      return readInstead(ServerErrors.classify(error.foreign(), attempt), replies.get(1));
    }
    if (!replies.get(0).equals(new Reply.Text("OK"))) {
      throw readBack.notRedis("SET", TouchPhrase.NOT_OK.with());
    }
    return readBack.verified(replies.get(1), foundBefore(ReadBack.stampIn(before)), remark);
  }

  /// A key that the user chose may be in use; SET would replace a foreign text without a word.
  private void requireOurKey() throws TouchFailure {
    Reply now = transport.send(List.of(key.get())).getFirst();
    if (now instanceof Reply.Text text && !Stamp.isOurs(text.value())) {
      throw TouchFailure.lasting(
          FailureKind.FOREIGN_KEY,
          TouchPhrase.KEY_FOREIGN.with(key.name()),
          TouchPhrase.OTHER_KEY_ADVICE.with());
    }
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
    return readBack.seen(get, Optional.of(why.with()));
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
            .flatMap(reply -> ReadBack.stampIn(reply).stream())
            .filter(stamp -> !stamp.equals(ours))
            .findFirst();
    return true;
  }

  /// Whether another node of a cluster owns our key; then there is another key to be tried.
  private boolean isElsewhere(Reply reply) throws TouchFailure {
    if (!ClusterKey.isElsewhere(reply)) {
      return false;
    }
    key.endIn(clusterKey.next((Reply.Refusal) reply));
    return true;
  }

  private void requirePong(Reply reply) throws TouchFailure {
    if (reply instanceof Reply.Text text && text.value().equals("PONG")) {
      return;
    }
    switch (reply) {
      case Reply.Refusal error -> throw ServerErrors.classify(error.foreign(), attempt);
      case Reply.Text text ->
          throw readBack.notRedis("PING", TouchPhrase.QUOTED.with(attempt.shown(text.value())));
      case Reply.Nil _ -> throw readBack.notRedis("PING", TouchPhrase.NOTHING.with());
      case Reply.Unexpected unexpected -> throw readBack.notRedis("PING", unexpected.what().with());
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
            rungs.get(i) == Rung.PING ? Optional.empty() : key.where());
      }
    }
    return replies;
  }
}
