package dev.upkeep.touch.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.TouchMode;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.protocol.Requests;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConversationTest {
  private static final Endpoint ENDPOINT =
      new Endpoint.Redis("db.example.com", 6379, Optional.empty(), true);
  private static final Stamp OURS = new Stamp(Requests.NOW, "laptop");
  private static final Stamp OLDER = new Stamp(Requests.NOW.minusSeconds(60), "github-actions");
  private static final Reply PONG = new Reply.Text("PONG");
  private static final Reply NIL = new Reply.Nil();
  private static final String CLUSTER =
      """
      a 10.0.0.8:6379@16379 master - 0 1 1 connected 0-5460
      b 10.0.0.7:6379@16379,node-b myself,master - 0 1 2 connected 5461-10922 [93-<-a]
      c 10.0.0.9:6379@16379 master - 0 1 3 connected 10923-16383
      """;

  private final Deque<List<Reply>> answers = new ArrayDeque<>();
  private final List<List<String>> sent = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final ServerHabits habits = new ServerHabits();

  private final class Scripted implements Transport {
    @Override
    public List<Reply> send(List<List<String>> commands) {
      sent.addAll(commands);
      List<Reply> replies = answers.removeFirst();
      assertThat(replies).hasSameSizeAs(commands);
      return replies;
    }

    @Override
    public Duration roundTrip() {
      return Duration.ofMillis(1);
    }
  }

  private void answers(Reply... replies) {
    answers.add(Arrays.asList(replies));
  }

  private void oneByOne(Reply... replies) {
    for (Reply reply : replies) {
      answers(reply);
    }
  }

  private static Reply text(Stamp stamp) {
    return new Reply.Text(stamp.text());
  }

  private static Reply error(String text) {
    return new Reply.Refusal(text);
  }

  private Conversation.Proof hold(TouchMode mode, String key) throws TouchFailure {
    Database database =
        Database.of(Requests.ID, "shop", ENDPOINT).edit().mode(mode).key(key).done();
    Attempt attempt = Requests.attempt(Requests.of(database, Optional.empty()));
    return new Conversation(new Scripted(), attempt, pauses::add, habits).hold();
  }

  private Conversation.Proof hold(TouchMode mode) throws TouchFailure {
    return hold(mode, Database.DEFAULT_KEY);
  }

  private void failsWith(FailureKind kind, TouchMode mode) {
    assertThatThrownBy(() -> hold(mode))
        .isInstanceOfSatisfying(
            TouchFailure.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  @Test
  void a_write_that_is_read_back_is_verified_in_one_round_trip() throws TouchFailure {
    answers(PONG, text(OLDER), text(OURS));

    Conversation.Proof proof = hold(TouchMode.WRITE);

    assertThat(proof.evidence()).isEqualTo(Evidence.WRITE);
    assertThat(proof.previous()).contains(OLDER);
    assertThat(proof.remark()).isEmpty();
    assertThat(sent)
        .containsExactly(
            List.of("PING"),
            List.of(
                "SET",
                "upkeep:last-touch",
                "2026-05-04T12:00:00.123Z laptop",
                "EX",
                Long.toString(Duration.ofDays(60).toSeconds()),
                "GET"),
            List.of("GET", "upkeep:last-touch"));
  }

  @Test
  void the_first_write_has_no_previous_stamp() throws TouchFailure {
    answers(PONG, NIL, text(OURS));

    assertThat(hold(TouchMode.WRITE).previous()).isEmpty();
  }

  @Test
  void a_lagging_replica_is_read_again_until_it_has_the_write() throws TouchFailure {
    answers(PONG, text(OLDER), text(OLDER));
    answers(text(OLDER));
    answers(text(OURS));

    assertThat(hold(TouchMode.WRITE).evidence()).isEqualTo(Evidence.WRITE);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void a_replica_that_stays_behind_counts_as_weaker_evidence_within_two_seconds()
      throws TouchFailure {
    answers(PONG, text(OLDER), text(OLDER));
    answers(text(OLDER));
    answers(text(OLDER));
    answers(text(OLDER));

    Conversation.Proof proof = hold(TouchMode.WRITE);

    assertThat(proof.evidence()).isEqualTo(Evidence.READ);
    assertThat(proof.remark()).hasValueSatisfying(r -> assertThat(r.english()).contains("stale"));
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isLessThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void a_write_that_is_nowhere_to_be_found_is_no_success() {
    answers(PONG, NIL, NIL);
    answers(NIL);
    answers(NIL);
    answers(NIL);

    failsWith(FailureKind.PROTOCOL, TouchMode.WRITE);
  }

  @Test
  void a_value_that_nobody_wrote_is_no_success() {
    answers(PONG, NIL, new Reply.Text("hello"));

    failsWith(FailureKind.PROTOCOL, TouchMode.WRITE);
  }

  @Test
  void a_credential_that_may_only_read_reads_and_says_so() throws TouchFailure {
    answers(
        PONG, error("NOPERM this user has no permissions to run the 'set' command"), text(OLDER));

    Conversation.Proof proof = hold(TouchMode.WRITE);

    assertThat(proof.evidence()).isEqualTo(Evidence.READ);
    assertThat(proof.previous()).contains(OLDER);
    assertThat(proof.remark())
        .hasValueSatisfying(r -> assertThat(r.english()).contains("only read"));
  }

  @Test
  void a_full_database_without_our_key_is_alive_but_moves_no_margin() throws TouchFailure {
    answers(PONG, error("ERR DB capacity quota exceeded"), NIL);

    Conversation.Proof proof = hold(TouchMode.WRITE);

    assertThat(proof.evidence()).isEqualTo(Evidence.KEY_MISSING);
    assertThat(proof.evidence().movesMargin()).isFalse();
  }

  @Test
  void no_permission_even_to_read_is_a_failure() {
    answers(PONG, error("NOPERM No permissions to access a key"), error("NOPERM No permissions"));

    failsWith(FailureKind.PERMISSION, TouchMode.WRITE);
  }

  @Test
  void a_used_up_quota_fails_although_ping_is_answered() {
    answers(
        PONG,
        error("ERR max requests limit exceeded. Limit: 1"),
        error("ERR max requests limit exceeded."));

    failsWith(FailureKind.QUOTA, TouchMode.WRITE);
  }

  @Test
  void a_key_of_another_type_is_foreign_and_nothing_more_is_sent() {
    answers(PONG, error("WRONGTYPE Operation against"), error("WRONGTYPE Operation against"));

    failsWith(FailureKind.FOREIGN_KEY, TouchMode.WRITE);
    assertThat(answers).isEmpty();
  }

  @Test
  void a_server_before_6_2_gets_a_plain_set_once_the_key_is_known_to_be_ours() throws TouchFailure {
    answers(PONG, error("ERR syntax error"), text(OLDER));
    answers(new Reply.Text("OK"), text(OURS));

    Conversation.Proof proof = hold(TouchMode.WRITE);

    assertThat(proof.evidence()).isEqualTo(Evidence.WRITE);
    assertThat(proof.previous()).contains(OLDER);
    assertThat(sent.get(3)).doesNotContain("GET").startsWith("SET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "syntax error",
        "Server run error",
        "ERR wrong number of arguments for 'set' command",
        "ERR unsupported option GET"
      })
  void an_error_in_anybodys_words_is_answered_with_one_plain_set(String words) throws TouchFailure {
    answers(PONG, error(words), NIL);
    answers(new Reply.Text("OK"), text(OURS));

    assertThat(hold(TouchMode.WRITE).evidence()).isEqualTo(Evidence.WRITE);
    assertThat(sent).hasSize(5);
  }

  @Test
  void a_plain_set_that_is_refused_too_is_the_end() {
    answers(PONG, error("no such thing"), NIL);
    answers(error("no such thing"), NIL);

    failsWith(FailureKind.SERVER, TouchMode.WRITE);
    assertThat(sent).hasSize(5);
  }

  @Test
  void a_refusal_that_is_known_is_not_asked_again() {
    answers(PONG, error("MISCONF Redis is configured to save"), NIL);

    failsWith(FailureKind.SERVER, TouchMode.WRITE);
    assertThat(sent).hasSize(3);
  }

  @Test
  void what_is_no_text_is_not_replaced_by_a_plain_set() {
    answers(PONG, error("syntax error"), new Reply.Unexpected(TouchPhrase.A_LIST));

    failsWith(FailureKind.PROTOCOL, TouchMode.WRITE);
    assertThat(sent).hasSize(3);
  }

  @Test
  void replies_in_another_order_are_asked_for_one_by_one_and_so_from_then_on() throws TouchFailure {
    answers(PONG, text(OLDER), new Reply.Text("OK"));
    oneByOne(PONG, text(OURS), text(OURS));

    Conversation.Proof first = hold(TouchMode.WRITE);

    assertThat(first.evidence()).isEqualTo(Evidence.WRITE);
    assertThat(first.previous()).contains(OLDER);

    oneByOne(PONG, text(OLDER), text(OURS));
    assertThat(hold(TouchMode.WRITE).previous()).contains(OLDER);
    assertThat(answers).isEmpty();
  }

  @Test
  void every_order_of_the_replies_ends_in_the_same_proof() throws TouchFailure {
    List<Reply> fair = List.of(PONG, text(OLDER), text(OURS));
    int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    for (int[] order : orders) {
      habits.learn(ENDPOINT, ServerHabits.Habit.NONE);
      answers.clear();
      answers(fair.get(order[0]), fair.get(order[1]), fair.get(order[2]));
      oneByOne(PONG, text(OURS), text(OURS));

      Conversation.Proof proof = hold(TouchMode.WRITE);

      assertThat(proof.evidence()).as(Arrays.toString(order)).isEqualTo(Evidence.WRITE);
      assertThat(proof.previous()).as(Arrays.toString(order)).contains(OLDER);
    }
  }

  @Test
  void a_node_of_a_cluster_is_written_under_a_key_that_it_owns_and_so_from_then_on()
      throws TouchFailure {
    answers(PONG, error("MOVED 3999 10.0.0.9:6379"), error("MOVED 3999 10.0.0.9:6379"));
    answers(new Reply.Text(CLUSTER));
    answers(PONG, NIL, text(OURS));

    assertThat(hold(TouchMode.WRITE).evidence()).isEqualTo(Evidence.WRITE);
    String key = sent.getLast().getLast();
    assertThat(key).startsWith("upkeep:last-touch{");
    assertThat(ClusterSlots.of(key)).isBetween(5461, 10922);

    sent.clear();
    answers(PONG, text(OLDER), text(OURS));
    assertThat(hold(TouchMode.WRITE).previous()).contains(OLDER);
    assertThat(sent.getLast()).containsExactly("GET", key);
  }

  @Test
  void a_node_that_does_not_say_what_it_owns_is_tried_eight_times() {
    Reply moved = error("MOVED 1 10.0.0.9:6379");
    answers(PONG, moved, moved);
    answers(error("NOPERM this user has no permissions to run the 'cluster|nodes' command"));
    for (int i = 0; i < 8; i++) {
      answers(PONG, moved, moved);
    }

    failsWith(FailureKind.SERVER, TouchMode.WRITE);
    assertThat(answers).isEmpty();
  }

  @Test
  void a_replica_in_a_cluster_is_read() throws TouchFailure {
    answers(PONG, error("MOVED 3999 10.0.0.9:6379"), error("MOVED 3999 10.0.0.9:6379"));
    answers(new Reply.Text(CLUSTER.replace("myself,master - 0", "myself,slave a 0")));
    answers(new Reply.Text("OK"));
    answers(PONG, text(OLDER));

    Conversation.Proof proof = hold(TouchMode.WRITE);

    assertThat(proof.evidence()).isEqualTo(Evidence.READ);
    assertThat(proof.remark()).hasValueSatisfying(r -> assertThat(r.english()).contains("replica"));
    assertThat(sent).contains(List.of("READONLY"));
    assertThat(ClusterSlots.of(sent.getLast().getLast())).isBetween(0, 5460);
  }

  @Test
  void a_key_with_a_hash_tag_of_its_own_is_not_changed() {
    answers(error("MOVED 3999 10.0.0.9:6379"));
    answers(PONG, error("MOVED 3999 10.0.0.9:6379"), error("MOVED 3999 10.0.0.9:6379"));

    assertThatThrownBy(() -> hold(TouchMode.WRITE, "keep{a}"))
        .isInstanceOfSatisfying(
            TouchFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.SERVER));
  }

  @Test
  void a_server_before_6_2_keeps_a_foreign_hash() {
    answers(PONG, error("ERR syntax error"), error("WRONGTYPE Operation against"));

    failsWith(FailureKind.FOREIGN_KEY, TouchMode.WRITE);
    assertThat(sent).hasSize(3);
  }

  @Test
  void a_key_of_the_users_choice_that_holds_other_text_is_left_alone() {
    answers(new Reply.Text("session data"));

    assertThatThrownBy(() -> hold(TouchMode.WRITE, "session:1"))
        .isInstanceOfSatisfying(
            TouchFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.FOREIGN_KEY));
    assertThat(sent).containsExactly(List.of("GET", "session:1"));
  }

  @Test
  void an_acl_without_ping_is_forgiven_when_the_key_answers() throws TouchFailure {
    answers(
        error("NOPERM this user has no permissions to run the 'ping' command"), NIL, text(OURS));

    Conversation.Proof proof = hold(TouchMode.WRITE);

    assertThat(proof.evidence()).isEqualTo(Evidence.WRITE);
    assertThat(proof.remark()).isPresent();
  }

  @Test
  void ok_to_ping_is_not_pong() {
    answers(new Reply.Text("OK"), NIL, text(OURS));
    oneByOne(new Reply.Text("OK"), text(OURS), text(OURS));

    failsWith(FailureKind.PROTOCOL, TouchMode.WRITE);
  }

  @Test
  void read_mode_never_writes() throws TouchFailure {
    answers(PONG, text(OLDER));

    assertThat(hold(TouchMode.READ).evidence()).isEqualTo(Evidence.READ);
    assertThat(sent).containsExactly(List.of("PING"), List.of("GET", "upkeep:last-touch"));
  }

  @Test
  void read_mode_is_alive_without_the_key_but_proves_less() throws TouchFailure {
    answers(PONG, NIL);

    assertThat(hold(TouchMode.READ).evidence()).isEqualTo(Evidence.KEY_MISSING);
  }

  @Test
  void ping_mode_sends_ping_alone() throws TouchFailure {
    answers(PONG);

    assertThat(hold(TouchMode.PING).evidence()).isEqualTo(Evidence.PING);
    assertThat(sent).containsExactly(List.of("PING"));
  }

  @Test
  void no_password_where_one_is_needed_is_an_auth_failure() {
    answers(error("NOAUTH Authentication required."));

    failsWith(FailureKind.AUTH, TouchMode.PING);
  }
}
