package dev.upkeep.touch.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.touch.ServerFacts;
import dev.upkeep.touch.protocol.Requests;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerQuestionTest {
  private static Optional<ServerFacts> facts(String info) {
    return ServerQuestion.facts(
        info, Requests.attempt(Requests.to(6379, Optional.of("secret-of-tests"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redis_version:7.0.15;redis_mode:standalone;role:master | Redis 7.0.15, standalone, master",
        "redis_version:2.8.19;redis_mode:standalone;role:slave | Redis 2.8.19, standalone, replica",
        "redis_version:7.2.4;server_name:valkey;valkey_version:8.1.0;server_mode:cluster"
            + " | Valkey 8.1.0, cluster",
        "redis_version:7.4.0;dragonfly_version:df-v1.27.1 | Dragonfly df-v1.27.1",
        "upstash_version:1.20.3;redis_version:8.2.0 | Upstash 1.20.3"
      })
  void a_server_is_called_what_it_says(String info, String text) {
    assertThat(facts(info.replace(";", "\r\n")).map(ServerFacts::text)).contains(text);
  }

  @Test
  void what_says_no_version_is_called_nothing() {
    assertThat(facts("# Server\r\n")).isEmpty();
    assertThat(facts("")).isEmpty();
    assertThat(facts("redis_version:" + "9".repeat(41))).isEmpty();
  }

  @Test
  void a_version_is_foreign_text() {
    assertThat(facts("redis_version:7\u001b[2J secret-of-tests").map(ServerFacts::version))
        .hasValueSatisfying(
            shown -> assertThat(shown).doesNotContain("\u001b").doesNotContain("secret-of-tests"));
  }
}
