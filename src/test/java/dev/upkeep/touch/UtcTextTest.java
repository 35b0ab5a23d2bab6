package dev.upkeep.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UtcTextTest {
  private static final DateTimeFormatter JAVA =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  @Test
  void it_writes_what_java_writes_and_reads_it_back() {
    Random random = new Random(7);
    long begin = Instant.parse("-0300-01-01T00:00:00Z").toEpochMilli();
    long end = Instant.parse("+12000-01-01T00:00:00Z").toEpochMilli();

    for (int i = 0; i < 20_000; i++) {
      Instant instant = Instant.ofEpochMilli(random.nextLong(begin, end)).plusNanos(999_999);
      String text = UtcText.of(instant);

      assertThat(text).isEqualTo(JAVA.format(instant));
      if (!text.startsWith("1", 0) || text.charAt(4) == '-') {
        assertThat(UtcText.parse(text)).isEqualTo(Instant.ofEpochMilli(instant.toEpochMilli()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00.000Z",
        "0000-01-01T00:00:00.000Z",
        "2024-02-29T23:59:59.999Z",
        "2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.5Z",
        "2026-01-02T03:04:05.123456789Z",
        "2026-01-02T24:00:00.000Z",
        "2026-01-02T23:59:60.000Z",
        "2026-01-02T03:04:05.006+01:00",
        "+12026-01-02T03:04:05.00Z"
      })
  void it_reads_what_java_reads(String text) {
    assertThat(UtcText.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-02T03:04:05.006",
        "2025-02-29T03:04:05.006Z",
        "2026-13-02T03:04:05.006Z",
        "2026-01-02T25:04:05.006Z",
        "2026-01-02T03:60:05.006Z",
        "2026-01-02T03:04:61.006Z",
        "2026-01-02 03:04:05.006Z",
        "2026-01-02T03:04:05.00aZ",
        "2026-01-02T03:04:05.٠٠٦Z",
        "-026-01-02T03:04:05.006Z"
      })
  void it_refuses_what_java_refuses(String text) {
    assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> UtcText.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
