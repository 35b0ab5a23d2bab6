package dev.upkeep.touch.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.RedisInputStream;

final class RespGuardTest {
  private static byte[] through(String raw, int chunk) throws IOException {
    InputStream in =
        new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)) {
          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(length, chunk));
          }
        };
    try (RespGuard guard = new RespGuard(in)) {
      return guard.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+PONG\r\n",
        "-ERR no\r\n",
        ":12\r\n:-3\r\n",
        "$0\r\n\r\n",
        "$-1\r\n",
        "*-1\r\n",
        "*0\r\n",
        "$5\r\na\r\nbc\r\n+OK\r\n",
        "*2\r\n*1\r\n*1\r\n$1\r\nx\r\n:1\r\n+OK\r\n",
        "+a lone \n in a line\r\n",
        "*2\r\n$-1\r\n*-1\r\n+OK\r\n"
      })
  void what_redis_sends_passes_unchanged_in_pieces_of_any_size(String raw) throws IOException {
    for (int chunk = 1; chunk <= raw.length(); chunk++) {
      assertThat(through(raw, chunk)).asString(StandardCharsets.ISO_8859_1).isEqualTo(raw);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_\r\n",
        "#t\r\n#f\r\n",
        ",3.14\r\n,inf\r\n",
        "(3492890328409238509324850943850943825024385\r\n",
        "=7\r\ntxt:abc\r\n",
        "*3\r\n_\r\n#t\r\n=5\r\ntxt:a\r\n+OK\r\n"
      })
  void what_is_harmless_of_resp3_passes_unchanged(String raw) throws IOException {
    for (int chunk = 1; chunk <= raw.length(); chunk++) {
      assertThat(through(raw, chunk)).asString(StandardCharsets.ISO_8859_1).isEqualTo(raw);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|1\r\n+ttl\r\n:1\r\n",
        "|2\r\n+a\r\n*2\r\n:1\r\n:2\r\n+b\r\n|1\r\n+c\r\n+d\r\n$1\r\nx\r\n",
        ">2\r\n+invalidate\r\n*1\r\n$1\r\nk\r\n",
        ">0\r\n",
        "|0\r\n",
        ">1\r\n|1\r\n+a\r\n+b\r\n+c\r\n>1\r\n+d\r\n"
      })
  void attributes_and_pushes_are_left_out(String extra) throws IOException {
    String raw = "+A\r\n" + extra + "+B\r\n";
    for (int chunk = 1; chunk <= raw.length(); chunk++) {
      assertThat(through(raw, chunk))
          .asString(StandardCharsets.ISO_8859_1)
          .isEqualTo("+A\r\n+B\r\n");
    }
  }

  @Test
  void an_attribute_of_an_element_is_none_itself() throws IOException {
    assertThat(through("*2\r\n|1\r\n+a\r\n+b\r\n:1\r\n:2\r\n+OK\r\n", 8192))
        .asString(StandardCharsets.ISO_8859_1)
        .isEqualTo("*2\r\n:1\r\n:2\r\n+OK\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/1.1 400 Bad Request\r\n\r\n",
        "$1048577\r\n",
        "$99999999999999999999999\r\n",
        "*1025\r\n",
        "$-2\r\n",
        "$abc\r\n",
        "$\r\n",
        "$-\r\n",
        "$1\rx",
        "+a lone \r in a line\r\n",
        "*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n",
        "*1\r\n>1\r\n+x\r\n",
        "|513\r\n",
        "=-1\r\n",
        ">-1\r\n",
        "=1048577\r\n",
        "|1\r\n*1\r\n*1\r\n*1\r\n*1\r\n",
        "|1\r\n+a\r\nrubbish\r\n",
        "!5\r\nERR x\r\n",
        "~1\r\n",
        "%1\r\n",
        "+OK\r\nrubbish\r\n",
        "\u0015\u0003\u0003\u0000\u0002"
      })
  void what_no_redis_sends_is_stopped(String raw) {
    for (int chunk : new int[] {1, 3, 8192}) {
      assertThatThrownBy(() -> through(raw, chunk)).isInstanceOf(RespViolation.class);
    }
  }

  /// After two carriage returns Jedis reads on, so that the body of the value, which nobody checks,
  /// would be its next header.
  @Test
  void a_header_cannot_hide_in_a_value() {
    for (String line : new String[] {"-a\r\r\n", "+a\r\r\n"}) {
      assertThatThrownBy(() -> through(line + "$9\r\n\r\n*1025\r\n\r\n", 8192))
          .isInstanceOf(RespViolation.class);
    }
  }

  @Test
  void an_endless_line_is_stopped() {
    assertThatThrownBy(() -> through("+" + "x".repeat(RespGuard.MAX_LINE_BYTES + 1), 8192))
        .isInstanceOf(RespViolation.class);
  }

  @Test
  void endless_small_replies_are_stopped() {
    assertThatThrownBy(
            () -> through("+OK\r\n".repeat((int) RespGuard.MAX_TOTAL_BYTES / 5 + 1), 8192))
        .isInstanceOf(RespViolation.class);
  }

  @Test
  void an_alert_of_tls_is_recognised_as_the_first_byte_only() {
    assertThatThrownBy(() -> through("\u0015\u0003\u0003\u0000\u0002", 8192))
        .isInstanceOfSatisfying(RespViolation.class, e -> assertThat(e.looksLikeTls()).isTrue());
    assertThatThrownBy(() -> through("+OK\r\n\u0015", 8192))
        .isInstanceOfSatisfying(RespViolation.class, e -> assertThat(e.looksLikeTls()).isFalse());
  }

  /// Jedis behind the guard ends with a reply or an exception, on whatever comes.
  @Test
  void random_and_mutated_replies_never_hurt_the_client_library() {
    long seed = Long.getLong("upkeep.seed", System.nanoTime());
    System.out.println("RespGuardTest: upkeep.seed=" + seed);
    Random random = new Random(seed);
    String[] seeds = {
      "+PONG\r\n$3\r\nabc\r\n$-1\r\n",
      "*3\r\n$1\r\na\r\n:1\r\n*1\r\n+x\r\n",
      "-ERR x\r\n$1048577\r\n*1025\r\n",
      "-MOVED 1 a:b\r\n-ASK\r\n-MOVED\r\n",
      "|1\r\n+a\r\n*2\r\n:1\r\n_\r\n>2\r\n+x\r\n#t\r\n=7\r\ntxt:abc\r\n,1.5\r\n(12\r\n"
    };
    String alphabet = "+-:$*0123456789\r\n _,#%~>(!=|ax";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder raw = new StringBuilder(seeds[random.nextInt(seeds.length)]);
      for (int i = random.nextInt(6); i > 0; i--) {
        int at = random.nextInt(raw.length() + 1);
        char c =
            random.nextInt(4) == 0
                ? (char) random.nextInt(256)
                : alphabet.charAt(random.nextInt(alphabet.length()));
        if (random.nextBoolean() || at == raw.length()) {
          raw.insert(at, c);
        } else {
          raw.setCharAt(at, c);
        }
      }
      readAll(raw.toString());
    }
  }

  @SuppressWarnings("deprecation") // the one way to Jedis' parser without a socket
  private static void readAll(String raw) {
    RedisInputStream in =
        new RedisInputStream(
            new RespGuard(new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1))));
    for (int reply = 0; reply < 100; reply++) {
      try {
        Protocol.read(in);
      } catch (JedisException e) {
        if (!(e instanceof redis.clients.jedis.exceptions.JedisDataException)) {
          return;
        }
      } catch (RuntimeException e) {
        // RedisToucher takes these for a broken server.
        return;
      }
    }
  }
}
