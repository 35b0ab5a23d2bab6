package dev.upkeep.cli.status;

import dev.upkeep.database.DurationText;
import dev.upkeep.words.When;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads the moment that a person means with `--since`. Pure.
final class Since {
  static final String EXPECTED =
      "is a duration such as 7d, or a date such as 2025-12-01 or 2025-12-01T08:00:00Z.";

  private Since() {}

  /// A time before now, the beginning of a day where the reader is, or an instant; empty when the
  /// text is anything else.
  static Optional<Instant> parse(String text, When when) {
    String stripped = text.strip();
    return DurationText.parse(stripped)
        .map(ago -> when.now().minus(ago))
        .or(() -> date(() -> Instant.parse(stripped)))
        .or(() -> date(() -> LocalDate.parse(stripped).atStartOfDay(when.zone()).toInstant()))
        .or(() -> date(() -> LocalDateTime.parse(stripped).atZone(when.zone()).toInstant()));
  }

  private static Optional<Instant> date(Supplier<Instant> reading) {
    try {
      return Optional.of(reading.get());
    } catch (DateTimeException notThisForm) {
      return Optional.empty();
    }
  }
}
