package dev.upkeep.database.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A text of the greatest length is read promptly and on an ordinary stack, whatever it repeats.
@Tag("slow")
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
        "redis://[",
        "h:1,",
        ",password=",
        "redis://.",
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
    for (String start : new String[] {"", "redis://"}) {
      int times = (ConnectionText.MAX_LENGTH - start.length()) / part.length();
      String text = start + part.repeat(times);
      assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> assertThat(ConnectionText.read(text)).isNotNull());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a%d.upstash.io ",
        "REDIS_REST_TOKEN=a%d\n",
        "TOKEN=a%d https://a%d.upstash.io ",
        "A%d_KV_REST_API_URL=https://a%d.upstash.io\n",
        "A%d_KV_REST_API_TOKEN=a%d\n",
        "redis://:a@h%d ",
        "HOST=h%d PASSWORD=a%d\n",
        "REDIS_%d_HOST=h%d\n",
        "Redis('h%d')",
        "{url:'https://a%d.upstash.io',token:'t%d'}",
        "curl https://a%d.upstash.io Bearer %d\n"
      })
  void a_long_text_of_many_databases_is_read_promptly(String part) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < ConnectionText.MAX_LENGTH - 100; i++) {
      text.append(part.replace("%d", Integer.toString(i)));
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(ConnectionText.read(text.toString())).isNotNull());
  }
}
