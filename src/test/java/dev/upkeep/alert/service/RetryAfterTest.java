package dev.upkeep.alert.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.http.Response;
import dev.upkeep.http.SendTimings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {
  private static final String DATE = "Mon, 04 May 2026 10:00:00 GMT";

  private static Optional<Duration> of(int status, String retryAfter) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("retry-after", List.of(retryAfter));
    headers.put("date", List.of(DATE));
    return RetryAfter.of(new Response(status, headers, "", SendTimings.NONE));
  }

  @Test
  void it_is_a_number_of_seconds_or_a_date_by_the_service_s_own_clock() {
    assertThat(of(429, " 90 ")).contains(Duration.ofSeconds(90));
    assertThat(of(503, "Mon, 04 May 2026 10:05:00 GMT")).contains(Duration.ofMinutes(5));
  }

  @Test
  void only_a_service_with_too_much_to_do_may_ask_for_it() {
    assertThat(of(500, "90")).isEmpty();
    assertThat(of(301, "90")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "0", "soon", "1e9", "99999999999", "Mon, 04 May 2026 09:00:00 GMT"})
  void what_makes_no_sense_is_left_out(String text) {
    assertThat(of(429, text)).isEmpty();
  }
}
