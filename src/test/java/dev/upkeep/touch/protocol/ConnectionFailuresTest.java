package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Endpoint;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionFailuresTest {
  private static final Endpoint ENDPOINT =
      new Endpoint.Redis("gone-1.upstash.io", 6379, Optional.empty(), true);

  private static Outcome.Failed unresolved(String words) {
    return ConnectionFailures.unresolved(ENDPOINT, new UnknownHostException(words)).outcome();
  }

  @Test
  void a_name_that_is_not_there_may_have_been_archived() {
    Outcome.Failed failed = unresolved("gone-1.upstash.io: Name or service not known");

    assertThat(failed.kind()).isEqualTo(FailureKind.UNRESOLVED);
    assertThat(failed.advice().english()).contains("archived");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gone-1.upstash.io: Temporary failure in name resolution",
        "gone-1.upstash.io: Try again",
        "This is usually a temporary error during hostname resolution (gone-1.upstash.io)"
      })
  void a_name_server_that_fails_says_nothing_about_the_database(String words) {
    Outcome.Failed failed = unresolved(words);

    assertThat(failed.kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(failed.message().english() + failed.advice())
        .doesNotContain("archived", "does not exist");
  }
}
