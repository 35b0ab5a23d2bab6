package dev.upkeep.history;

import static dev.upkeep.history.store.Touches.DATABASE;
import static dev.upkeep.history.store.Touches.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.history.store.Touches;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Stamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvExportTest {
  private static final String HEADER =
      "time,database_id,database,outcome,kind,mode,evidence,latency_ms,attempts,message,advice,"
          + "previous_time,previous_label,next_due\r\n";

  private static String csv(String name, Outcome... outcomes) throws Exception {
    StringBuilder out = new StringBuilder();
    List<RecordedTouch> touches =
        Stream.of(outcomes)
            .map(outcome -> Touches.at(NOW, outcome, Duration.ofHours(6)).recorded(1))
            .toList();
    new CsvExport(out, id -> name).write(touches.iterator());
    return out.toString();
  }

  @Test
  void each_verdict_fills_its_own_columns() throws Exception {
    Outcome alive =
        new Outcome.Alive(
            Evidence.KEY_MISSING,
            Duration.ofNanos(42_123_456),
            Optional.of(new Stamp(NOW.minusSeconds(60), "laptop")),
            Optional.of(Sentence.verbatim("Read-back stale.")));

    assertThat(
            csv(
                "cache",
                alive,
                Touches.failed(FailureKind.READ_ONLY),
                Touches.skipped(Outcome.Skipped.Reason.OFFLINE)))
        .isEqualTo(
            HEADER
                + "2026-03-10T12:00:00.000Z,"
                + DATABASE
                + ",cache,alive,,write,key_missing,42.123,1,Read-back stale.,,"
                + "2026-03-10T11:59:00.000Z,laptop,2026-03-10T18:00:00.000Z\r\n"
                + "2026-03-10T12:00:00.000Z,"
                + DATABASE
                + ",cache,failed,read_only,write,,,1,It failed.,Do something.,,,"
                + "2026-03-10T18:00:00.000Z\r\n"
                + "2026-03-10T12:00:00.000Z,"
                + DATABASE
                + ",cache,skipped,offline,write,,,1,It was not visited.,,,,"
                + "2026-03-10T18:00:00.000Z\r\n");
  }

  @Test
  void without_touches_there_is_a_header() throws Exception {
    assertThat(csv("cache")).isEqualTo(HEADER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "+", "-", "@", "\t", "\r", "\n"})
  void a_cell_is_never_a_formula(String first) {
    String cell = CsvExport.cell(first + "HYPERLINK(1)");

    assertThat(cell.startsWith("'" + first) || cell.startsWith("\"'" + first)).isTrue();
  }

  @Test
  void a_cell_is_quoted_where_it_has_to_be() {
    assertThat(CsvExport.cell("plain 'text'")).isEqualTo("plain 'text'");
    assertThat(CsvExport.cell("a,b")).isEqualTo("\"a,b\"");
    assertThat(CsvExport.cell("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
    assertThat(CsvExport.cell("two\r\nlines")).isEqualTo("\"two\r\nlines\"");
    assertThat(CsvExport.cell("=cmd|' /C calc'!A0,\"")).isEqualTo("\"'=cmd|' /C calc'!A0,\"\"\"");
    assertThat(CsvExport.cell("")).isEmpty();
  }

  @Test
  void a_hostile_name_stays_in_its_cell() throws Exception {
    assertThat(csv("=1+1,\"x\"", Touches.alive())).contains(",\"'=1+1,\"\"x\"\"\",alive,");
  }
}
