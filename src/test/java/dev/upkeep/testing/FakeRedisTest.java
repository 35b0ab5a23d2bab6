package dev.upkeep.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FakeRedisTest {
  private final FakeRedis redis = new FakeRedis();

  @Test
  void setGetReturnsThePreviousValue() {
    assertThat(ask("SET", "k", "1", "EX", "60", "GET")).isEqualTo("(nil)");
    assertThat(ask("SET", "k", "2", "EX", "60", "GET")).isEqualTo("1");
    assertThat(ask("TYPE", "k")).isEqualTo("string");
    assertThat(ask("SET", "k", "3", "OR", "ELSE")).isEqualTo("(error) ERR syntax error");
    assertThat(redis.get("k")).contains("2");
  }

  @Test
  void leavesAForeignKeyToItsOwner() {
    redis.foreignKey("k", "hash");
    assertThat(ask("SET", "k", "1", "EX", "60", "GET")).contains("WRONGTYPE");
    assertThat(ask("GET", "k")).contains("WRONGTYPE");
    assertThat(ask("TYPE", "k")).isEqualTo("hash");
  }

  @Test
  void failsAsToldAndEchoesWhatItDoesNotKnow() {
    redis.failing("set", "ERR DB capacity quota exceeded");
    assertThat(ask("SET", "k", "1")).isEqualTo("(error) ERR DB capacity quota exceeded");
    assertThat(ask("GET", "k")).isEqualTo("(nil)");
    assertThat(ask("NOPE", "canary"))
        .isEqualTo("(error) ERR unknown command 'NOPE', with args beginning with: 'canary' ");
  }

  private String ask(String... command) {
    return redis.execute(List.of(command)).display();
  }
}
