package dev.upkeep.database.paste;

import static dev.upkeep.database.paste.Readings.found;
import static dev.upkeep.database.paste.Readings.problems;
import static dev.upkeep.database.paste.Readings.sentences;
import static dev.upkeep.database.paste.Readings.summaries;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.paste.ConnectionText.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that cannot be used, and what they say then.
final class ConnectionTextProblemTest {
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
        "UPSTASH_REDIS_REST_URL=a.upstash.io | URL_WITHOUT_TOKEN",
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
  void a_token_with_characters_of_no_token_says_so() {
    assertThat(problems("KV_REST_API_URL=https://a.upstash.io\nKV_REST_API_TOKEN=Tä"))
        .containsExactly(Kind.BAD_TOKEN);
  }

  @Test
  void a_longer_text_than_256_kib_is_refused() {
    String url = "redis://:pw1@h.example ";
    String longest = url + " ".repeat(ConnectionText.MAX_LENGTH - url.length());
    assertThat(found(longest)).hasSize(1);
    assertThat(problems(longest + " ")).containsExactly(Kind.TOO_LONG);
  }
}
