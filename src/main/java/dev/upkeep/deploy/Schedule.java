package dev.upkeep.deploy;

import dev.upkeep.database.DatabaseName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// When the runs of one group of databases are. Everybody's jobs start at full hours, where GitHub
/// drops runs and servers are busy, so ours start at a minute that a name gives: the same name, the
/// same minute, in every file and for ever.
///
/// @param minute 1 to 59; where runs are minutes apart, how many after the full hour the first one
///   is
/// @param hour the first one of the day
record Schedule(Period period, int minute, int hour) {
  private static final int MINUTES = 59;

  /// Every so often, at a time that the name gives.
  static Schedule of(Period period, String name) {
    CRC32 crc = new CRC32();
    crc.update(DatabaseName.folded(name).getBytes(StandardCharsets.UTF_8));
    long number = crc.getValue();
    int hours = (int) (number / MINUTES);
    return switch (period) {
      case Period.Minutes(int n) ->
          new Schedule(period, n == 1 ? 0 : 1 + (int) (number % (n - 1)), 0);
      case Period.Hours(int n) -> new Schedule(period, minute(number), hours % n);
      case Period.Days _ -> new Schedule(period, minute(number), hours % 24);
    };
  }

  private static int minute(long number) {
    return 1 + (int) (number % MINUTES);
  }

  /// One time at which a run starts: every hour where there is no hour, every day where there is no
  /// day.
  record Moment(OptionalInt day, OptionalInt hour, int minute) {}

  /// All times of a month, for calendars that know no steps.
  List<Moment> moments() {
    OptionalInt any = OptionalInt.empty();
    return switch (period) {
      case Period.Minutes(int n) -> every(minute, n, MINUTES, m -> new Moment(any, any, m));
      case Period.Hours(int n) when n == 1 -> List.of(new Moment(any, any, minute));
      case Period.Hours(int n) ->
          every(hour, n, 23, h -> new Moment(any, OptionalInt.of(h), minute));
      case Period.Days(int n) when n == 1 -> List.of(new Moment(any, OptionalInt.of(hour), minute));
      case Period.Days(int n) ->
          every(1, n, 31, d -> new Moment(OptionalInt.of(d), OptionalInt.of(hour), minute));
    };
  }

  private static List<Moment> every(int first, int step, int last, IntFunction<Moment> moment) {
    return IntStream.iterate(first, n -> n <= last, n -> n + step).mapToObj(moment).toList();
  }

  /// The five fields of crontab(5).
  String cron() {
    return switch (period) {
      case Period.Minutes(int n) -> (n == 1 ? "*" : minute + "-59/" + n) + " * * * *";
      case Period.Hours(int n) -> minute + " " + (n == 1 ? "*" : hour + "-23/" + n) + " * * *";
      case Period.Days(int n) -> minute + " " + hour + " " + (n == 1 ? "*" : "*/" + n) + " * *";
    };
  }

  /// The same as a calendar event of systemd.time(7), in UTC, where no hour is missing in spring.
  String calendar() {
    return switch (period) {
      case Period.Minutes(int n) -> String.format(Locale.ROOT, "*-*-* *:%02d/%d:00 UTC", minute, n);
      case Period.Hours(int n) ->
          String.format(Locale.ROOT, "*-*-* %02d/%d:%02d:00 UTC", hour, n, minute);
      case Period.Days(int n) ->
          String.format(Locale.ROOT, "*-*-01/%d %02d:%02d:00 UTC", n, hour, minute);
    };
  }
}
