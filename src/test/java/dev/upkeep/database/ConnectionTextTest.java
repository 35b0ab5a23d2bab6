package dev.upkeep.database;

import static dev.upkeep.database.Fixtures.REDIS_HOST;
import static dev.upkeep.database.Readings.found;
import static dev.upkeep.database.Readings.only;
import static dev.upkeep.database.Readings.problems;
import static dev.upkeep.database.Readings.sentences;
import static dev.upkeep.database.Readings.summaries;
import static dev.upkeep.database.Readings.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.ConnectionText.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTextTest {
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
  void a_whole_env_file_offers_each_database_and_ignores_the_rest() {
    var reading =
        ConnectionText.read(
            """
            # Created by a deployment
            NODE_ENV="production"
            SPOTIFY_URL=https://api.spotify.com
            SPOTIFY_TOKEN=unrelated1
            DATABASE_URL=postgres://me:unrelated2@db.example:5432/shop
            DB_HOST=db.example
            DB_PASSWORD=unrelated3
            POSTGRES_HOST=db.example
            POSTGRES_PASSWORD=unrelated3
            JWT_SECRET=unrelated4
            GITHUB_TOKEN=unrelated5
            HOST=0.0.0.0
            PORT=3000
            DOCKER_HOST=unix:///var/run/docker.sock
            QSTASH_URL=https://qstash.upstash.io
            QSTASH_TOKEN=unrelated6
            UPSTASH_VECTOR_REST_URL=https://a-vector.upstash.io
            UPSTASH_VECTOR_REST_TOKEN=unrelated7
            SESSION_REDIS_URL=redis://:pw1@sessions.example:6380
            B_KV_REST_API_TOKEN=TB==
            A_KV_REST_API_URL="https://a.upstash.io"
            A_KV_REST_API_TOKEN="TA="
            B_KV_REST_API_URL=https://b.upstash.io
            """);
    assertThat(reading.found())
        .map(Readings::summary)
        .containsExactly(
            "redis://:pw1@sessions.example:6380",
            "https://b.upstash.io TB==",
            "https://a.upstash.io TA=");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void one_database_as_redis_and_rest_is_offered_as_redis_with_a_remark() {
    var found =
        only(
            """
            KV_URL="rediss://default:pw1@a.upstash.io:6379"
            KV_REST_API_READ_ONLY_TOKEN="Tro"
            KV_REST_API_TOKEN="TA"
            KV_REST_API_URL="https://a.upstash.io"
            REDIS_URL="rediss://default:pw1@a.upstash.io:6379"
            """);
    assertThat(summary(found)).isEqualTo("rediss://default:pw1@a.upstash.io:6379");
    assertThat(found.source()).contains("KV_URL");
    assertThat(found.remarks()).containsExactly(Remarks.REST_TOO);
  }

  @Test
  void a_host_with_two_passwords_keeps_the_first_and_says_so() {
    var found = only("A=redis://:pw1@h.example B=redis://:pw2@h.example");
    assertThat(summary(found)).isEqualTo("redis://:pw1@h.example:6379");
    assertThat(found.remarks()).containsExactly(Remarks.OTHER_SECRET);
  }

  @Test
  void writing_credentials_win_over_read_only_ones_of_the_same_database() {
    assertThat(summaries("rediss://default_ro:pw1@a.upstash.io rediss://default:pw2@a.upstash.io"))
        .containsExactly("rediss://default:pw2@a.upstash.io:6379");
  }

  @Test
  void several_calls_pair_within_themselves() {
    assertThat(
            summaries(
                """
                const a = new Redis({ token: 'TA', url: 'https://a.upstash.io' });
                const b = new Redis({ url: 'https://b.upstash.io', token: 'TB' });
                curl https://c.upstash.io/ping -H 'Authorization: Bearer TC' && \
                curl https://d.upstash.io/ping -H 'Authorization: Bearer TD'
                [{"url": "https://e.upstash.io", "token": "TE"},
                 {"url": "https://f.upstash.io", "token": "TF"}]
                """))
        .containsExactlyInAnyOrder(
            "https://a.upstash.io TA",
            "https://b.upstash.io TB",
            "https://c.upstash.io TC",
            "https://d.upstash.io TD",
            "https://e.upstash.io TE",
            "https://f.upstash.io TF");
  }

  @Test
  void several_yaml_mappings_pair_by_order() {
    assertThat(
            summaries(
                """
                shop:
                  url: https://a.upstash.io
                  token: TA
                blog:
                  url: https://b.upstash.io
                  token: TB
                """))
        .containsExactly("https://a.upstash.io TA", "https://b.upstash.io TB");
  }

  @Test
  void urls_and_tokens_that_cannot_be_told_apart_say_so() {
    assertThat(
            problems(
                """
                UPSTASH_REDIS_REST_URL=https://a.upstash.io
                UPSTASH_REDIS_REST_TOKEN=TA
                UPSTASH_REDIS_REST_TOKEN=TB
                """))
        .containsExactly(Kind.AMBIGUOUS);
  }

  @Test
  void tokens_are_not_joined_across_prefixes() {
    assertThat(problems("A_KV_REST_API_URL=https://a.upstash.io\nB_KV_REST_API_TOKEN=TB"))
        .containsExactly(Kind.URL_WITHOUT_TOKEN, Kind.TOKEN_WITHOUT_URL);
  }

  @Test
  void a_token_of_another_service_is_never_sent_to_a_database() {
    assertThat(problems("UPSTASH_REDIS_REST_URL=https://a.upstash.io\nGITHUB_TOKEN=TG"))
        .containsExactly(Kind.URL_WITHOUT_TOKEN);
    assertThat(problems("UPSTASH_REDIS_REST_URL=https://a.upstash.io\nAPI_TOKEN=TG"))
        .containsExactly(Kind.URL_WITHOUT_TOKEN);
  }

  @Test
  void a_rest_url_without_its_token_says_so() {
    assertThat(sentences("UPSTASH_REDIS_REST_URL=https://a.upstash.io"))
        .containsExactly("This has a REST URL but no token. Copy UPSTASH_REDIS_REST_TOKEN too.");
    assertThat(problems("https://a.upstash.io")).containsExactly(Kind.URL_WITHOUT_TOKEN);
    assertThat(problems("curl https://a.kv.vercel-storage.com/ping"))
        .containsExactly(Kind.URL_WITHOUT_TOKEN);
    assertThat(problems("KV_REST_API_URL=https://redis.example\nKV_REST_API_TOKEN="))
        .containsExactly(Kind.URL_WITHOUT_TOKEN);
  }

  @Test
  void a_header_without_its_token_is_no_token() {
    for (String header : new String[] {"Authorization:", "Authorization: Bearer", "Bearer "}) {
      assertThat(problems("fetch('https://a.upstash.io', {Authorization: '" + header + "'})"))
          .containsExactly(Kind.URL_WITHOUT_TOKEN);
    }
  }

  @Test
  void a_token_without_its_url_says_so() {
    assertThat(problems("UPSTASH_REDIS_REST_TOKEN=AxYzIncoNzk5"))
        .containsExactly(Kind.TOKEN_WITHOUT_URL);
    assertThat(problems("AxYzIncoNzk5NzE2NjQtYTU2ZC00")).containsExactly(Kind.NOTHING_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "********",
        "redis-cli --tls -u redis://default:********@a.upstash.io:6379",
        "rediss://default:••••••••@a.upstash.io:6379",
        "rediss://default:xxxxxxxx@a.upstash.io:6379",
        "rediss://default:[REDACTED]@a.upstash.io:6379",
        "rediss://default:<hidden>@a.upstash.io:6379",
        "rediss://default:%2A%2A%2A%2A%2A@a.upstash.io:6379",
        "rediss://default:AbC…xyz@a.upstash.io:6379",
        "REDIS_URL=\"********\"",
        "UPSTASH_REDIS_REST_URL=https://a.upstash.io\nUPSTASH_REDIS_REST_TOKEN=\"********\"",
        "UPSTASH_REDIS_REST_URL=https://a.upstash.io\nUPSTASH_REDIS_REST_TOKEN=[REDACTED]",
        "UPSTASH_REDIS_REST_URL=https://a.upstash.io\nUPSTASH_REDIS_REST_TOKEN=AXyz...abc",
        "new Redis({ url: 'https://a.upstash.io', token: '●●●●●●' })",
        "curl https://a.upstash.io/ping -H \"Authorization: Bearer ********\"",
        "redis.Redis(host='a.upstash.io', port=6379, password='********', ssl=True)",
        "new Jedis(\"a.upstash.io\", 6379, true); jedis.auth(\"********\");",
        "Endpoint: a.upstash.io\nPort: 6379\nPassword: ••••••••",
        "Endpoint\na.upstash.io\nPort\n6379\nPassword\n********",
      })
  void a_masked_copy_is_never_a_database(String text) {
    assertThat(problems(text)).containsExactly(Kind.MASKED);
    assertThat(sentences(text)).singleElement().asString().contains("reveal button");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rediss://default:YOUR_PASSWORD@a.upstash.io:6379",
        "rediss://default:your-password@a.upstash.io:6379",
        "rediss://default:password@a.upstash.io:6379",
        "rediss://default:PASSWORD@ENDPOINT:PORT",
        "rediss://default:<password>@a.upstash.io:6379",
        "rediss://default:<your password>@a.upstash.io:6379",
        "rediss://default:pw1@<endpoint>:6379",
        "rediss://default:pw1@your-endpoint.upstash.io:6379",
        "rediss://default:${REDIS_PASSWORD}@a.upstash.io:6379",
        "rediss://default:$REDIS_PASSWORD@a.upstash.io:6379",
        "rediss://default:{{ token }}@a.upstash.io:6379",
        "$REDIS_URL",
        "REDIS_URL=$OTHER_URL",
        "REDIS_URL: ${{ secrets.REDIS_URL }}",
        "${{ secrets.REDIS_URL }}",
        "redis-cli -u $REDIS_URL",
        "redis-cli -u \"$REDIS_URL\" PING",
        "new Redis(process.env.REDIS_URL)",
        "createClient({ url: process.env.REDIS_URL })",
        "new Redis({ url: process.env.UPSTASH_REDIS_REST_URL!, token: process.env.X! })",
        "new Redis({ url: 'https://a.upstash.io', token: process.env.TOKEN })",
        "redis = Redis(url=os.environ[\"UPSTASH_REDIS_REST_URL\"], token=os.environ['T'])",
        "UPSTASH_REDIS_REST_URL=https://a.upstash.io\nUPSTASH_REDIS_REST_TOKEN={{ token }}",
        "UPSTASH_REDIS_REST_URL=https://a.upstash.io\nUPSTASH_REDIS_REST_TOKEN=<token>",
        "curl https://a.upstash.io/ping -H \"Authorization: Bearer $UPSTASH_REDIS_REST_TOKEN\"",
        "curl $UPSTASH_REDIS_REST_URL/ping -H \"Authorization: Bearer $UPSTASH_REDIS_REST_TOKEN\"",
        "redis.Redis(host='a.upstash.io', port=6379, password=PASSWORD, ssl=True)",
        "redis.Redis(host=HOST, port=6379, password='pw1', ssl=True)",
      })
  void a_placeholder_is_never_a_database(String text) {
    assertThat(problems(text)).containsExactly(Kind.PLACEHOLDER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rediss://default:pw1@ | HOST_MISSING",
        "rediss://default:pw1@:6379 | HOST_MISSING",
        "REDIS_PASSWORD=pw1 | HOST_MISSING",
        "redis-cli --tls -a pw1 | HOST_MISSING",
        "rediss://default:pw1@a.upstash.io:66379 | BAD_PORT",
        "rediss://default:pw1@a.upstash.io:0 | BAD_PORT",
        "rediss://default:pw1@a.upstash.io:63x9 | BAD_PORT",
        "rediss://default:pw1@a.upstash.io:-1 | BAD_PORT",
        "rediss://default:pw1@ho!st:6379 | BAD_ADDRESS",
        "rediss://default:pw1@[::zz]:6379 | BAD_ADDRESS",
        "rediss://a%0Ab:pw1@h.example:6379 | BAD_ADDRESS",
        "rediss://default:pw1@a.upstash.io:6379/3 | UNSUPPORTED",
        "redis://:pw1@h.example:6379/12?x=1 | UNSUPPORTED",
        "redis-cli -h h.example -n 2 | UNSUPPORTED",
        "unix:///var/run/redis.sock | UNSUPPORTED",
        "redis+unix:///var/run/valkey.sock | UNSUPPORTED",
        "redis-cli -s /tmp/redis.sock | UNSUPPORTED",
        "redis+sentinel://:pw1@h.example:26379/mymaster | UNSUPPORTED",
        "redis://:pw1@h1.example:6379,h2.example:6379 | UNSUPPORTED",
        "rediss://a.upstash.io:6379 | PASSWORD_MISSING",
        "rediss://default@a.upstash.io:6379 | PASSWORD_MISSING",
        "a.upstash.io | PASSWORD_MISSING",
        "a.upstash.io:6379 | PASSWORD_MISSING",
        "UPSTASH_REDIS_REST_URL=a.upstash.io | PASSWORD_MISSING",
        "localhost:6379 | SCHEME_MISSING",
        "me:pw1@h.example:6379 | SCHEME_MISSING",
        "redis-cli -u h.example:6379 | SCHEME_MISSING",
        "http://a.upstash.io/get/x?_token=TA | UNENCRYPTED_REST",
        "https://me:pw1@a.upstash.io | BAD_ADDRESS",
        "https://api.example.com | NOTHING_FOUND",
        "me@example.com | NOTHING_FOUND",
        "postgres://me:pw1@db.example:5432/shop | NOTHING_FOUND",
        "redis-cli | NOTHING_FOUND",
        "'' | NOTHING_FOUND",
      })
  void what_cannot_be_used_says_why(String text, Kind kind) {
    assertThat(problems(text)).containsExactly(kind);
  }

  @Test
  void an_unencrypted_rest_url_is_allowed_on_this_computer_only() {
    String pair = "UPSTASH_REDIS_REST_URL=http://%s:8079\nUPSTASH_REDIS_REST_TOKEN=TA";
    assertThat(summaries(pair.formatted("localhost"))).containsExactly("http://localhost:8079 TA");
    assertThat(summaries(pair.formatted("127.0.0.1"))).containsExactly("http://127.0.0.1:8079 TA");
    assertThat(summaries(pair.formatted("[::1]"))).containsExactly("http://[::1]:8079 TA");
    assertThat(problems(pair.formatted("127.0.0.1.example.com")))
        .containsExactly(Kind.UNENCRYPTED_REST);
    assertThat(problems(pair.formatted("srv.example"))).containsExactly(Kind.UNENCRYPTED_REST);
  }

  @Test
  void a_proxy_keeps_its_path_and_a_hosted_database_has_none() {
    assertThat(summaries("REDIS_REST_URL=https://api.example/redis/\nREDIS_REST_TOKEN=TA"))
        .containsExactly("https://api.example/redis TA");
    assertThat(summaries("KV_REST_API_URL=https://a.upstash.io/get\nKV_REST_API_TOKEN=TA"))
        .containsExactly("https://a.upstash.io TA");
  }

  @Test
  void a_token_with_characters_of_no_token_says_so() {
    assertThat(problems("KV_REST_API_URL=https://a.upstash.io\nKV_REST_API_TOKEN=Tä"))
        .containsExactly(Kind.BAD_TOKEN);
  }

  @Test
  void a_found_database_comes_with_the_problems_of_others() {
    var reading =
        ConnectionText.read(
            "A_URL=rediss://default:pw1@a.upstash.io\nB_URL=rediss://default:****@b.upstash.io");
    assertThat(reading.found())
        .map(Readings::summary)
        .containsExactly("rediss://default:pw1@a.upstash.io:6379");
    assertThat(reading.problems()).map(ConnectionText.Problem::kind).containsExactly(Kind.MASKED);
  }

  @Test
  void a_masked_or_partial_mention_of_a_found_database_is_no_problem() {
    only(
        """
        redis-cli --tls -u redis://default:********@a.upstash.io:6379
        https://a.upstash.io
        REDIS_URL=rediss://default:pw1@a.upstash.io:6379
        const redis = new Redis(process.env.REDIS_URL)
        """);
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
  void a_url_and_its_password_may_be_given_apart() {
    assertThat(summaries("REDIS_URL=rediss://h.example:6380\nREDIS_PASSWORD=pw1"))
        .containsExactly("rediss://:pw1@h.example:6380");
    assertThat(summaries("createClient({url: 'redis://h.example', password: 'pw1'})"))
        .containsExactly("redis://:pw1@h.example:6379");
    assertThat(summaries("new Redis('redis://me:pw1@h.example', { tls: {} })"))
        .containsExactly("rediss://me:pw1@h.example:6379");
  }

  @Test
  void settings_of_other_services_are_not_redis() {
    assertThat(problems("host: smtp.example\nport: 587\npassword: pw1"))
        .containsExactly(Kind.NOTHING_FOUND);
    assertThat(problems("new Pool({ host: 'db.example', user: 'me', password: 'pw1' })"))
        .containsExactly(Kind.NOTHING_FOUND);
    assertThat(problems("{\"host\": \"0.0.0.0\", \"port\": 3000}"))
        .containsExactly(Kind.NOTHING_FOUND);
  }

  @Test
  void two_urls_on_one_line_are_two() {
    assertThat(found("redis://:a1@h1.example:1,redis://:b2@h2.example:2")).hasSize(2);
    assertThat(found("redis://:a1@h1.example:1 and redis://:b2@h2.example:2.")).hasSize(2);
  }

  @Test
  void a_longer_text_than_256_kib_is_refused() {
    String url = "redis://:pw1@h.example ";
    String longest = url + " ".repeat(ConnectionText.MAX_LENGTH - url.length());
    assertThat(found(longest)).hasSize(1);
    assertThat(problems(longest + " ")).containsExactly(Kind.TOO_LONG);
  }
}
