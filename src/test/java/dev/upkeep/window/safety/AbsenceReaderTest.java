package dev.upkeep.window.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.Statuses;
import dev.upkeep.window.safety.SafetyPicture.Absence;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.text.TimeWords;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The present moment is 22 November 2025.
final class AbsenceReaderTest {
  private static AbsenceReader reader(Locale locale) {
    return new AbsenceReader(new TimeWords(Statuses.NOW, ZoneOffset.UTC, new Texts(locale)));
  }

  @ParameterizedTest
  @CsvSource({
    "14d, 14",
    "14 d, 14",
    "2 days, 2",
    "36h, 2",
    "0d, 0",
    "2025-11-29, 7",
    "29 Nov, 7",
    "29 november, 7",
    "Nov 29, 7",
    "22 Dec, 30",
    "29/11/2025, 7"
  })
  void an_english_reader_writes(String text, int days) {
    assertThat(reader(Locale.UK).read(text)).contains(new Absence.Days(days));
  }

  @ParameterizedTest
  @CsvSource({"14 Tage, 14", "29.11., 7", "29.11, 7", "29. November, 7", "29.11.25, 7", "1.12., 9"})
  void a_german_reader_writes(String text, int days) {
    assertThat(reader(Locale.GERMANY).read(text)).contains(new Absence.Days(days));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "31d",
        "2025-11-21",
        "2026-01-10",
        "30 Feb",
        "-3d",
        "999999d",
        "99999"
      })
  void what_is_no_time_of_the_axis_is_refused(String text) {
    assertThat(reader(Locale.UK).read(text)).isEmpty();
  }

  @Test
  void what_the_field_shows_can_be_written_again() {
    for (Locale locale : new Locale[] {Locale.UK, Locale.US, Locale.GERMANY}) {
      TimeWords moments = new TimeWords(Statuses.NOW, ZoneOffset.UTC, new Texts(locale));
      for (int days = 1; days <= SafetyPicture.DAYS; days++) {
        Absence absence = new Absence.Days(days);
        String shown =
            new SafetyWords(moments)
                .until(SafetyPicture.of(Statuses.snapshot(), Statuses.NOW, absence));
        assertThat(reader(locale).read(shown)).as(locale + " " + shown).contains(absence);
      }
    }
  }
}
