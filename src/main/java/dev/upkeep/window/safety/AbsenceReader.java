package dev.upkeep.window.safety;

import dev.upkeep.database.DurationText;
import dev.upkeep.window.safety.SafetyPicture.Absence;
import dev.upkeep.window.text.TimeWords;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads until when a computer is off, as a person writes it: `24 Dec`, `24.12.`, `2025-12-24`, or
/// how long, `14 d`. Pure.
///
/// @param moments the present one, and who writes
record AbsenceReader(TimeWords moments) {
  private static final List<String> WITHOUT_YEAR =
      List.of("d MMM", "d MMMM", "d. MMM", "d. MMMM", "MMM d", "MMMM d", "d.M.", "d.M");

  /// Empty if it is no time of the axis.
  Optional<Absence> read(String text) {
    String wanted = text.strip();
    return DurationText.parse(wanted)
        .map(
            length -> (int) Math.ceil((double) length.toMinutes() / Duration.ofDays(1).toMinutes()))
        .or(() -> date(wanted).map(this::days))
        .filter(days -> days >= 0 && days <= SafetyPicture.DAYS)
        .map(Absence.Days::new);
  }

  /// The whole days until that date is over: who is back on a day may come in its evening.
  private int days(LocalDate date) {
    return Math.toIntExact(
        Math.clamp(ChronoUnit.DAYS.between(today(), date), -1L, SafetyPicture.DAYS + 1L));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(moments.now(), moments.zone());
  }

  private Optional<LocalDate> date(String text) {
    for (DateTimeFormatter form : whole()) {
      Optional<LocalDate> date = parse(form, text, LocalDate::from);
      if (date.isPresent()) {
        return date;
      }
    }
    for (String pattern : WITHOUT_YEAR) {
      Optional<LocalDate> date = parse(lenient(pattern), text, MonthDay::from).map(this::next);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  /// The next one of that name.
  private LocalDate next(MonthDay day) {
    LocalDate here = day.atYear(today().getYear());
    return here.isBefore(today()) ? here.plusYears(1) : here;
  }

  private List<DateTimeFormatter> whole() {
    List<DateTimeFormatter> forms = new ArrayList<>(List.of(DateTimeFormatter.ISO_LOCAL_DATE));
    for (FormatStyle style : List.of(FormatStyle.SHORT, FormatStyle.MEDIUM, FormatStyle.LONG)) {
      forms.add(DateTimeFormatter.ofLocalizedDate(style).withLocale(locale()));
    }
    return forms;
  }

  private DateTimeFormatter lenient(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .parseLenient()
        .appendPattern(pattern)
        .toFormatter(locale());
  }

  private Locale locale() {
    return moments.texts().locale();
  }

  private static <T> Optional<T> parse(
      DateTimeFormatter form, String text, TemporalQuery<T> wanted) {
    try {
      return Optional.of(form.parse(text, wanted));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
