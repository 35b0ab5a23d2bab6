package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.FakeUpstash;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.Toucher;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Touches a server that speaks the provider's REST API as documented; the provider's own is never
/// visited.
final class RestToucherIT {
  private final Toucher toucher =
      Touchers.standard(
          Clock.systemUTC(), OnlineCheck.ofThisComputer(OnlineCheck.CONTROL_NAMES), List::of);

  private Touch touch(FakeUpstash server, String token) {
    Database database =
        Database.of(Requests.ID, "shop", new Endpoint.Rest(server.uri()))
            .withCaFile(Optional.of(Certificates.caFile()));
    return toucher.touch(Requests.of(database, Optional.of(token)));
  }

  private static FailureKind kind(Touch touch) {
    assertThat(touch.outcome()).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed) touch.outcome()).kind();
  }

  @Test
  void a_touch_writes_and_reads_back_in_one_request_over_tls() {
    try (FakeUpstash server = FakeUpstash.start(Certificates.server())) {
      Touch touch = touch(server, FakeUpstash.TOKEN);

      assertThat(touch.outcome())
          .isInstanceOfSatisfying(
              Outcome.Alive.class, alive -> assertThat(alive.evidence()).isEqualTo(Evidence.WRITE));
      assertThat(server.requests()).hasSize(1);
      assertThat(touch.timings().byRung())
          .containsOnlyKeys(Rung.NAME, Rung.TCP, Rung.TLS, Rung.AUTHENTICATED, Rung.PING);
      assertThat(touch.certificate()).isPresent();
    }
  }

  @Test
  void a_lagging_replica_is_asked_again_with_the_sync_token() {
    try (FakeUpstash server = FakeUpstash.start()) {
      server.redis().staleReads(1, Optional.of("2026-01-02T03:04:05Z elsewhere"));

      Touch touch = touch(server, FakeUpstash.TOKEN);

      assertThat(touch.alive()).isTrue();
      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().getLast().headers().toString())
          .containsIgnoringCase("upstash-sync-token");
    }
  }

  @Test
  void a_wrong_token_is_an_auth_failure_and_not_retried() {
    try (FakeUpstash server = FakeUpstash.start()) {
      Touch touch = touch(server, "c4n4ry-token");

      assertThat(kind(touch)).isEqualTo(FailureKind.AUTH);
      assertThat(touch.attempts()).isEqualTo(1);
    }
  }

  @Test
  void a_token_that_cannot_be_a_header_is_an_auth_failure() {
    try (FakeUpstash server = FakeUpstash.start()) {
      assertThat(kind(touch(server, "c4n4ry\ntoken"))).isEqualTo(FailureKind.AUTH);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_read_only_token_reads_and_says_so() {
    try (FakeUpstash server = FakeUpstash.start()) {
      server.redis().put(Database.DEFAULT_KEY, Requests.yesterday());

      Touch touch = touch(server, FakeUpstash.READ_ONLY_TOKEN);

      assertThat(touch.outcome())
          .isInstanceOfSatisfying(
              Outcome.Alive.class,
              alive -> {
                assertThat(alive.evidence()).isEqualTo(Evidence.READ);
                assertThat(alive.remark()).isPresent();
              });
    }
  }

  @Test
  void a_used_up_quota_is_a_failure_although_ping_is_answered() {
    try (FakeUpstash server = FakeUpstash.start()) {
      String text = "ERR max requests limit exceeded. Limit: 500000, Usage: 500000. See https://x";
      server.redis().failing("SET", text);
      server.redis().failing("GET", text);

      assertThat(kind(touch(server, FakeUpstash.TOKEN))).isEqualTo(FailureKind.QUOTA);
    }
  }

  @Test
  void a_full_database_is_read_instead() {
    try (FakeUpstash server = FakeUpstash.start()) {
      server.redis().failing("SET", "ERR DB capacity quota exceeded");

      Touch touch = touch(server, FakeUpstash.TOKEN);

      assertThat(touch.outcome())
          .isInstanceOfSatisfying(
              Outcome.Alive.class,
              alive -> assertThat(alive.evidence()).isEqualTo(Evidence.KEY_MISSING));
    }
  }

  @Test
  void rotated_credentials_are_tried_again_and_then_called_auth() {
    try (FakeUpstash server = FakeUpstash.start()) {
      server
          .redis()
          .failing(
              "PING",
              "ERR DB connection timed-out or wrong username-password given. Please try again");

      Touch touch = touch(server, FakeUpstash.TOKEN);

      assertThat(kind(touch)).isEqualTo(FailureKind.AUTH);
      assertThat(touch.attempts()).isEqualTo(3);
    }
  }
}
