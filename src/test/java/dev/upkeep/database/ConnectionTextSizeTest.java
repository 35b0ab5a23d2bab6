package dev.upkeep.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A text of the greatest length is read promptly and on an ordinary stack, whatever it repeats.
class ConnectionTextSizeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        " ",
        "\n",
        "\"",
        "'",
        "`",
        "\\",
        "\\\"",
        "\\\n",
        " \\\n",
        " ^\n",
        "=\"",
        "=\"\\\"",
        "{",
        "(",
        "[",
        "({[",
        "a(",
        "a:{",
        "a={",
        "${",
        "{{",
        "$(",
        "<",
        "<a",
        "a=<",
        "a=${",
        "a=$(",
        "=",
        ":",
        "a=",
        "a:",
        "a: ",
        "a:\n",
        "@",
        "://",
        "a://",
        "redis://",
        ",redis://",
        "rediss://a@",
        "rediss://a:b@h:1,",
        "rediss://a:b@h:1 ",
        "redis://h/",
        "redis://a@h:1/0?",
        "https://",
        "https://a.upstash.io ",
        "https://a.upstash.io TOKEN=a\n",
        "token: a\n",
        "*",
        "x",
        ".",
        "a.",
        "redis-cli ",
        "redis-cli -a 'x\n",
        "redis-cli \"",
        "curl ",
        "curl https://a.upstash.io ",
        "curl \"",
        "auth(\"a\",",
        "Redis(\"a\",",
        "'a':",
        "a:'b',",
        "port ",
        "Password\n",
        "- ",
        "--",
        "::",
        "->",
        "_token=",
        "https://a?_token=b ",
        "%",
        "%41",
        "#",
        "# a\n",
        "//",
        "\u202E",
        "é",
        "REDIS_HOST=h\n",
        "REDIS_URL=****\n",
        "Bearer ",
        "new Jedis(",
        "name: A\nvalue: b\n"
      })
  void a_long_text_is_read_promptly(String part) {
    for (String start : new String[] {"", "redis://", "KV_REST_API_URL=https://a.upstash.io\nA="}) {
      int times = (ConnectionText.MAX_LENGTH - start.length()) / part.length();
      String text = start + part.repeat(times);
      assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> assertThat(ConnectionText.read(text)).isNotNull());
    }
  }
}
