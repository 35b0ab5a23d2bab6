package dev.upkeep.history;

import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.UtcText;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Writes touches as CSV (RFC 4180), one at a time. Instants are ISO 8601 in UTC, latency is in
/// milliseconds.
///
/// A cell that a spreadsheet would take for a formula gets a leading apostrophe: names and messages
/// come from people and servers (<https://owasp.org/www-community/attacks/CSV_Injection>).
public final class CsvExport {
  /// The names of the columns; they stay, and new ones come last.
  public static final List<String> COLUMNS =
      List.of(
          "time",
          "database_id",
          "database",
          "outcome",
          "kind",
          "mode",
          "evidence",
          "latency_ms",
          "attempts",
          "message",
          "advice",
          "previous_time",
          "previous_label",
          "next_due");

  private final Appendable out;
  private final Function<UUID, String> names;

  /// @param names what each database is called
  public CsvExport(Appendable out, Function<UUID, String> names) {
    this.out = out;
    this.names = names;
  }

  /// Writes the header and all touches, and does not close what it writes to.
  ///
  /// @throws IOException as that does
  public void write(Iterator<RecordedTouch> touches) throws IOException {
    line(COLUMNS);
    while (touches.hasNext()) {
      line(cells(touches.next()));
    }
  }

  private List<String> cells(RecordedTouch recorded) {
    Outcome outcome = recorded.touch().outcome();
    Optional<Stamp> previous = Optional.empty();
    String kind = "";
    String message;
    String advice = "";
    switch (outcome) {
      case Outcome.Alive alive -> {
        previous = alive.previousStamp();
        message = alive.remark().map(Sentence::english).orElse("");
      }
      case Outcome.Failed failed -> {
        kind = word(failed.kind());
        message = failed.message().english();
        advice = failed.advice().english();
      }
      case Outcome.Skipped skipped -> {
        kind = word(skipped.reason());
        message = skipped.message().english();
      }
    }
    return List.of(
        time(recorded.at()),
        recorded.database().toString(),
        names.apply(recorded.database()),
        word(recorded.verdict()),
        kind,
        word(recorded.mode()),
        recorded.evidence().map(CsvExport::word).orElse(""),
        recorded
            .latency()
            .map(time -> String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e6))
            .orElse(""),
        Integer.toString(recorded.touch().attempts()),
        message,
        advice,
        previous.map(stamp -> time(stamp.at())).orElse(""),
        previous.map(Stamp::label).orElse(""),
        time(recorded.nextDue()));
  }

  private void line(List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    out.append("\r\n");
  }

  /// One cell, as it stands in a row.
  public static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static String time(Instant instant) {
    return UtcText.of(instant);
  }
}
