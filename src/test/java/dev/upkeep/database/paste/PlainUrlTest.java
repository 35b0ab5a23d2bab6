package dev.upkeep.database.paste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the short way reads, the long way reads the same.
final class PlainUrlTest {
  private static final List<String> PIECES =
      List.of(
          "redis://",
          "rediss://",
          "default",
          "default_ro",
          ":",
          "@",
          ".",
          "-",
          "6379",
          "127.0.0.1",
          "localhost",
          "eu1-apt-cat-12345.upstash.io",
          "fly-x1.upstash.io",
          "a1.example.com",
          "c7.redis-cloud.com",
          "AbCdEfGh0123456789",
          "xxxxxxxx12345678",
          "your-db1",
          "0",
          "65536",
          "/",
          "/0",
          "?a=1",
          "getenv1234567890abc",
          " ",
          "\n",
          "1",
          "x",
          "A",
          "password",
          "kv1.");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://127.0.0.1",
        "redis://127.0.0.1:7000",
        "redis://localhost:6379",
        "rediss://localhost:6379",
        "rediss://default:AbCdEfGh0123456789AbCdEfGh@eu1-apt-cat-12345.upstash.io:6379",
        "rediss://:AbCdEfGh0123456789AbCdEfGh@a1.example.com:6379"
      })
  void usual_texts_take_the_short_way(String text) {
    assertThat(PlainUrl.read(text)).isEqualTo(ConnectionText.readAnything(text)).isNotNull();
  }

  @Test
  void random_texts_read_the_same_or_take_the_long_way() {
    Random random = new Random(19);
    int read = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "redis://" : "rediss://");
      if (random.nextBoolean()) {
        text.append(random.nextBoolean() ? "default:" : ":").append(piece(random)).append('@');
      }
      for (int pieces = random.nextInt(4); pieces >= 0; pieces--) {
        text.append(piece(random));
      }
      ConnectionText.Reading reading = PlainUrl.read(text.toString());
      if (reading != null) {
        read++;
        assertThat(reading)
            .as(text.toString())
            .isEqualTo(ConnectionText.readAnything(text.toString()));
      }
    }
    assertThat(read).isGreaterThan(5_000);
  }

  private static String piece(Random random) {
    return PIECES.get(random.nextInt(PIECES.size()));
  }
}
