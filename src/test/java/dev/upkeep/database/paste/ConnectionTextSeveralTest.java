package dev.upkeep.database.paste;

import static dev.upkeep.database.paste.Readings.found;
import static dev.upkeep.database.paste.Readings.only;
import static dev.upkeep.database.paste.Readings.problems;
import static dev.upkeep.database.paste.Readings.summaries;
import static dev.upkeep.database.paste.Readings.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.paste.ConnectionText.Kind;
import org.junit.jupiter.api.Test;

/// Several databases in one text, and what belongs to which.
final class ConnectionTextSeveralTest {
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
}
