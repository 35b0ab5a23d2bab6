package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upkeep.database.Database;
import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.RespClient;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Backoff;
import dev.upkeep.touch.conversation.TouchFailure;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of servers that are fair, and not as they should be.
final class SentencesIT {
  private static final String LARGE = "$2097152\r\n" + "x".repeat(9000);

  private static TouchFailure failure(TouchRequest request) {
    TouchFailure failure =
        catchThrowableOfType(
            TouchFailure.class,
            () -> new RedisToucher(Backoff::really).visit(Requests.attempt(request)));
    assertThat(failure).isNotNull();
    return failure;
  }

  @Test
  void two_megabytes_under_our_key_are_somebody_elses() throws IOException {
    try (RedisServer server = RedisServer.start()) {
      try (RespClient client = RespClient.connect(server.port())) {
        client.call("SETRANGE", Database.DEFAULT_KEY, "2097151", "x");
      }
      TouchFailure failure = failure(Requests.to(server.port(), Optional.empty()));
      assertThat(failure.kind()).isEqualTo(FailureKind.FOREIGN_KEY);
      assertThat(failure.message().english())
          .contains(Database.DEFAULT_KEY)
          .contains("somebody else's");
    }
  }

  @ParameterizedTest
  @CsvSource({"AUTH, PROTOCOL", "PING, PROTOCOL", "SET, FOREIGN_KEY", "GET, FOREIGN_KEY"})
  void a_large_answer_is_a_value_only_where_one_was_asked_for(String command, FailureKind kind) {
    try (BadServer server =
        BadServer.replying(words -> {
          if (words.getFirst().equals(command)) {
            return LARGE;
          }
          return words.getFirst().equals("PING") ? "+PONG\r\n" : "+OK\r\n";
        })) {
      assertThat(failure(Requests.to(server.port(), Optional.of("secret"))).kind()).isEqualTo(kind);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"upkeep/2 2026-05-04 laptop", "2026-05-04 laptop", "{}"})
  void a_text_that_is_no_stamp_of_ours_under_a_chosen_key_is_left_alone(String text)
      throws IOException {
    try (RedisServer server = RedisServer.start()) {
      try (RespClient client = RespClient.connect(server.port())) {
        client.call("SET", "mine", text);
      }
      Database database =
          Requests.to(server.port(), Optional.empty()).database().edit().key("mine").done();
      Attempt attempt = Requests.attempt(Requests.of(database, Optional.empty()));
      TouchFailure failure =
          catchThrowableOfType(
              TouchFailure.class, () -> new RedisToucher(Backoff::really).visit(attempt));
      assertThat(failure.kind()).isEqualTo(FailureKind.FOREIGN_KEY);
      assertThat(server.command("GET", "mine")).isEqualTo(text);
    }
  }

  @Test
  void a_stamp_in_the_form_of_a_later_version_is_ours_under_a_chosen_key() throws Exception {
    try (RedisServer server = RedisServer.start()) {
      try (RespClient client = RespClient.connect(server.port())) {
        client.call("SET", "mine", "2026-05-04T11:59:00Z laptop v2;zone=eu");
      }
      Database database =
          Requests.to(server.port(), Optional.empty()).database().edit().key("mine").done();
      Attempt attempt = Requests.attempt(Requests.of(database, Optional.empty()));
      assertThat(new RedisToucher(Backoff::really).visit(attempt).evidence())
          .isEqualTo(Evidence.WRITE);
    }
  }
}
