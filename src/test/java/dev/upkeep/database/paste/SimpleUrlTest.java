package dev.upkeep.database.paste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.paste.ConnectionText.Reading;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The short way reads nothing otherwise than the long one.
final class SimpleUrlTest {
  private static final List<String> USERS =
      List.of("", "default", "me", "default_ro", "YOUR_USER", "null", "a%40b", "my-app");
  private static final List<String> PASSWORDS =
      List.of(
          "",
          "pw1",
          "AbC123xyz",
          "password",
          "changeme",
          "xxxxxxxx",
          "YOUR_PASSWORD",
          "undefined",
          "p@ss",
          "a:b",
          "a b",
          "a%20b",
          "a/b",
          "<password>",
          "$PASSWORD",
          "a_b-c",
          "None");
  private static final List<String> HOSTS =
      List.of(
          "localhost",
          "127.0.0.1",
          "h.example",
          "h.example.",
          "calm-newt-8709.upstash.io",
          "fly-shop.upstash.io",
          "ENDPOINT",
          "your-endpoint.upstash.io",
          "[::1]",
          "..",
          "-a",
          "my-redis",
          "a.redis-cloud.com",
          "endpoint.upstash.io",
          "h1,h2",
          "");
  private static final List<String> ENDS =
      List.of(
          "",
          ":6379",
          ":0",
          ":06379",
          ":65536",
          ":",
          "/0",
          ":7000/0",
          "/3",
          ":1/",
          "?tls=true",
          " ",
          "\n",
          ":6379 and more",
          "/00",
          ":PORT");

  private final long seed = Long.getLong("upkeep.fuzz.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void what_is_read_the_short_way_is_read_the_long_way_alike() {
    int simple = 0;
    for (int i = 0; i < 20_000; i++) {
      String userInfo =
          switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> pick(USERS) + "@";
            default -> pick(USERS) + ":" + pick(PASSWORDS) + "@";
          };
      String url =
          pick(List.of("redis", "rediss", "REDIS")) + "://" + userInfo + pick(HOSTS) + pick(ENDS);
      Reading read = SimpleUrl.read(url);
      if (read != null) {
        simple++;
        assertThat(read)
            .as("seed %d: %s", seed, url)
            .isEqualTo(ConnectionText.readGenerally(url, ConnectionText.Wishes.NONE));
      }
    }
    assertThat(simple).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://127.0.0.1:6379",
        "redis://localhost",
        "rediss://default:AbC123xyz@calm-newt-8709.upstash.io:6379\n",
        " rediss://:pw1@h.example:7000/0 ",
      })
  void plain_urls_take_the_short_way(String text) {
    assertThat(SimpleUrl.read(text))
        .isEqualTo(ConnectionText.readGenerally(text, ConnectionText.Wishes.NONE));
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
