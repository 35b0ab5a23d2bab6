package dev.upkeep.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The time of an event: ISO 8601, UTC, always with milliseconds.
final class LogTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private LogTime() {}

  static String of(ILoggingEvent event) {
    return FORMAT.format(Instant.ofEpochMilli(event.getTimeStamp()));
  }
}
