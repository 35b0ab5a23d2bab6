package dev.upkeep.database.paste;

import static dev.upkeep.database.paste.Fixtures.REDIS_HOST;
import static dev.upkeep.database.paste.Readings.found;
import static dev.upkeep.database.paste.Readings.only;
import static dev.upkeep.database.paste.Readings.summaries;
import static dev.upkeep.database.paste.Readings.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.TouchMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// One database, in every form that people paste.
final class ConnectionTextTest {
  static final List<String> REDIS = Fixtures.REDIS;
  static final List<String> REST = Fixtures.REST;

  @ParameterizedTest
  @FieldSource("REDIS")
  void every_form_of_a_redis_connection_is_found(String text) {
    assertThat(summary(only(Fixtures.withSecret(text, "AbC123xyz"))))
        .isEqualTo("rediss://default:AbC123xyz@" + REDIS_HOST + ":6379");
  }

  @ParameterizedTest
  @FieldSource("REST")
  void every_form_of_a_rest_connection_is_found(String text) {
    assertThat(summary(only(Fixtures.withSecret(text, "AxYzIncoNzk5=="))))
        .isEqualTo("https://" + REDIS_HOST + " AxYzIncoNzk5==");
  }

  @ParameterizedTest
  @FieldSource("REDIS")
  void line_ends_byte_order_marks_and_hard_spaces_change_nothing(String text) {
    String pasted = "\uFEFF" + text.replace("\n", "\r\n").replace("  ", "\u00A0\u00A0");
    assertThat(summaries(pasted)).isEqualTo(summaries(text)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rediss://:pw1@h.example:7000 | rediss://:pw1@h.example:7000",
        "rediss://pw1@h.example | rediss://:pw1@h.example:6379",
        "redis://localhost | redis://:@localhost:6379",
        "redis://localhost:6380/0 | redis://:@localhost:6380",
        "redis://me:p@ss@h.example:1/ | redis://me:p@ss@h.example:1",
        "redis://me:a:b@h.example:1 | redis://me:a:b@h.example:1",
        "redis://me:a/b#c?d@h.example:1 | redis://me:a/b#c?d@h.example:1",
        "redis://me:p@s/s@h.example:1/0?x=1 | redis://me:p@s/s@h.example:1",
        "redis://me:pw1@h.example:1/0?mail=a@b.example | redis://me:pw1@h.example:1",
        "redis://me:p%40s%2Fs%3A%25+@h.example:1 | redis://me:p@s/s:%+@h.example:1",
        "redis://me:100%zz%4@h.example:1 | redis://me:100%zz%4@h.example:1",
        "redis://me:%ff@h.example:1 | redis://me:%ff@h.example:1",
        "redis://me:p%C3%A4@h.example:1 | redis://me:pä@h.example:1",
        "redis://m%40e:pw1@h.example:1 | redis://m@e:pw1@h.example:1",
        "rediss://me:pw1@[2001:db8::1]:6390 | rediss://me:pw1@[2001:db8::1]:6390",
        "redis://[::1] | redis://:@[::1]:6379",
        "redis://me:pw1@h.example:7000. | redis://me:pw1@h.example:7000",
        "redis://me:pw1@h.example. | redis://me:pw1@h.example:6379",
        "(redis://me:pw1@h.example:7000), | redis://me:pw1@h.example:7000",
        "REDIS_URL=redis://me:p'w,1@h.example:7000 | redis://me:p'w,1@h.example:7000",
        "REDIS_URL=redis://me:x(y]z}@h.example:7000; | redis://me:x(y]z}@h.example:7000",
        "redis://me:abc=@h.example:7000 | redis://me:abc=@h.example:7000",
        "REDIS_PUBLIC_URL=redis://default:pw1@a.proxy.rlwy.net:41234"
            + " | redis://default:pw1@a.proxy.rlwy.net:41234",
        "redis-cli -u redis://me:pw1@h.example:1 -n 0 | redis://me:pw1@h.example:1",
        "redis-cli -h h.example -p 7000 -a pw1 | redis://:pw1@h.example:7000",
        "redis-cli --tls -u redis://h.example:7000 -a pw1 | rediss://:pw1@h.example:7000",
        "redis-cli -h ::1 | redis://:@[::1]:6379",
      })
  void the_parts_of_an_address_are_told_apart(String text, String expected) {
    assertThat(summary(only(text))).isEqualTo(expected);
  }

  @Test
  void a_plain_url_of_upstash_is_upgraded_to_tls_and_says_so() {
    assertThat(only("redis://default:pw1@" + REDIS_HOST + ":6379").remarks())
        .containsExactly(Remarks.UPGRADED);
    assertThat(only("redis-cli --tls -u redis://default:pw1@" + REDIS_HOST).remarks()).isEmpty();
    assertThat(only("rediss://default:pw1@" + REDIS_HOST).remarks()).isEmpty();
  }

  @Test
  void a_fly_database_is_left_as_it_is_and_said_to_be_out_of_reach() {
    var found = only("redis://default:pw1@fly-shop.upstash.io:6379");
    assertThat(summary(found)).isEqualTo("redis://default:pw1@fly-shop.upstash.io:6379");
    assertThat(found.remarks()).containsExactly(Remarks.FLY);
  }

  @Test
  void the_read_only_user_reads_only() {
    var found = only("rediss://default_ro:pw1@" + REDIS_HOST + ":6379");
    assertThat(found.mode()).isEqualTo(TouchMode.READ);
    assertThat(found.remarks()).containsExactly(Remarks.READ_ONLY);
  }

  @Test
  void a_read_only_token_alone_reads_only() {
    var found =
        only("KV_REST_API_URL=https://a.kv.vercel-storage.com\nKV_REST_API_READ_ONLY_TOKEN=Aro=");
    assertThat(summary(found)).isEqualTo("https://a.kv.vercel-storage.com Aro= read");
    assertThat(found.remarks()).containsExactly(Remarks.READ_ONLY);
  }

  @Test
  void variables_give_their_names_and_nameless_keys_give_none() {
    assertThat(only("SHOP_URL=redis://:pw1@h.example").source()).contains("SHOP_URL");
    assertThat(only("A_KV_REST_API_URL=https://a.upstash.io\nA_KV_REST_API_TOKEN=T1").source())
        .contains("A_KV_REST_API_URL");
    assertThat(only("{\"url\": \"redis://:pw1@h.example\"}").source()).isEmpty();
    assertThat(only("redis://:pw1@h.example").source()).isEmpty();
  }

  @Test
  void an_empty_user_is_none_and_an_explicit_default_stays() {
    assertThat(user("rediss://:pw1@h.example")).isEmpty();
    assertThat(user("rediss://default:pw1@h.example")).contains("default");
  }

  private static Optional<String> user(String text) {
    return ((Endpoint.Redis) only(text).endpoint()).user();
  }

  @Test
  void a_proxy_keeps_its_path_and_a_hosted_database_has_none() {
    assertThat(summaries("REDIS_REST_URL=https://api.example/redis/\nREDIS_REST_TOKEN=TA"))
        .containsExactly("https://api.example/redis TA");
    assertThat(summaries("KV_REST_API_URL=https://a.upstash.io/get\nKV_REST_API_TOKEN=TA"))
        .containsExactly("https://a.upstash.io TA");
  }

  @Test
  void comments_are_read_only_when_there_is_nothing_else() {
    assertThat(summaries("# REDIS_URL=redis://:old@h.example\nREDIS_URL=redis://:new@h.example"))
        .containsExactly("redis://:new@h.example:6379");
    assertThat(
            only("REDIS_URL=redis://:new@h.example\n#REDIS_URL=redis://:old@h.example").remarks())
        .isEmpty();
    assertThat(summaries("# REDIS_URL=redis://:old@h.example"))
        .containsExactly("redis://:old@h.example:6379");
  }

  @Test
  void a_redis_without_a_password_needs_none_on_ones_own_machine() {
    assertThat(only("REDIS_HOST=localhost\nREDIS_PORT=6380").secret()).isEmpty();
    assertThat(only("redis-cli -h 127.0.0.1 ping").secret()).isEmpty();
  }

  @Test
  void the_colours_of_a_terminal_change_nothing() {
    assertThat(
            summaries(
                "\u001B[1;32mREDIS_URL\u001B[0m=\u001B[38;5;208mrediss://:pw1@\u001B[4mh.example\u001B[m:7000"))
        .containsExactly("rediss://:pw1@h.example:7000");
  }
}
