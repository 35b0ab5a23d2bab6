package dev.upkeep.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartbeatFormTest {
  private static final String UUID = "5bf66975-d4c7-4bf5-bcc8-b8d8a82ea278";

  @ParameterizedTest
  @CsvSource({
    "https://hc-ping.com/" + UUID + ", HEALTHCHECKS",
    "https://hc-ping.com/pingkey/slug, HEALTHCHECKS",
    "https://checks.example.org/ping/" + UUID + ", HEALTHCHECKS",
    "https://example.org/checks/ping/0123456789abcdefABCD-_/slug, HEALTHCHECKS",
    "https://uptime.betterstack.com/api/v1/heartbeat/KEY, BETTER_STACK",
    "https://betteruptime.com/api/v1/heartbeat/KEY, BETTER_STACK",
    "https://kuma.example.org/api/push/KEY?status=up&msg=OK&ping=, UPTIME_KUMA",
    "http://127.0.0.1:3001/api/push/KEY, UPTIME_KUMA",
    "https://example.org/kuma/api/push/KEY, UPTIME_KUMA",
    "https://example.org/ping/me, OTHER",
    "https://example.org, OTHER",
    "https://hc-ping.com.example.org/KEY, OTHER"
  })
  void theAddressChoosesTheForm(String url, HeartbeatForm form) {
    assertThat(HeartbeatForm.of(URI.create(url))).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({
    "https://hc-ping.com/KEY, https://hc-ping.com/KEY, https://hc-ping.com/KEY/fail",
    "https://hc-ping.com/KEY/, https://hc-ping.com/KEY/, https://hc-ping.com/KEY/fail",
    "https://hc-ping.com/k/s%C3%A9?create=1, https://hc-ping.com/k/s%C3%A9?create=1,"
        + " https://hc-ping.com/k/s%C3%A9/fail?create=1",
    "https://uptime.betterstack.com/api/v1/heartbeat/KEY,"
        + " https://uptime.betterstack.com/api/v1/heartbeat/KEY,"
        + " https://uptime.betterstack.com/api/v1/heartbeat/KEY/fail",
    "https://k.example/api/push/KEY,"
        + " https://k.example/api/push/KEY?status=up&msg=All+is+well&ping=1250,"
        + " https://k.example/api/push/KEY?status=down&msg=shop%3A+no+answer",
    "https://k.example:3001/api/push/KEY?status=up&a=b%26c&msg=OK&ping=,"
        + " https://k.example:3001/api/push/KEY?a=b%26c&status=up&msg=All+is+well&ping=1250,"
        + " https://k.example:3001/api/push/KEY?a=b%26c&status=down&msg=shop%3A+no+answer",
    "https://other.example/KEY?x=1, https://other.example/KEY?x=1, ''"
  })
  void eachServiceIsToldInItsOwnForm(String url, String up, String down) {
    URI uri = URI.create(url);
    HeartbeatForm form = HeartbeatForm.of(uri);

    assertThat(form.up(uri, "All is well", Duration.ofMillis(1250))).hasToString(up);
    assertThat(form.down(uri, "shop: no answer").map(URI::toString).orElse("")).isEqualTo(down);
  }

  @Test
  void aMessageCannotAddParametersOrGrowWithoutEnd() {
    URI kuma = URI.create("https://k.example/api/push/KEY");
    String hostile = "x&status=up#\n" + "😀".repeat(500);

    String query = HeartbeatForm.UPTIME_KUMA.down(kuma, hostile).orElseThrow().getRawQuery();

    assertThat(query).startsWith("status=down&msg=x%26status%3Dup%23+%F0%9F%98%80");
    assertThat(query).endsWith("%F0%9F%98%80%E2%80%A6").hasSizeLessThan(1600);
  }
}
