package dev.upkeep.deploy;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/// The five fields of crontab(5), as cron reads them: numbers, `*`, ranges and steps.
record Cron(BitSet minutes, BitSet hours, BitSet days) {
  static Cron parse(String text) {
    List<String> fields = List.of(text.split(" ", -1));
    if (fields.size() != 5 || !fields.subList(3, 5).equals(List.of("*", "*"))) {
      throw new IllegalArgumentException(text);
    }
    return new Cron(
        field(fields.get(0), 0, 59), field(fields.get(1), 0, 23), field(fields.get(2), 1, 31));
  }

  private static BitSet field(String text, int least, int most) {
    String[] range = text.split("/", 2);
    int step = range.length == 2 ? Integer.parseInt(range[1]) : 1;
    int from = least;
    int to = most;
    if (!range[0].equals("*")) {
      String[] ends = range[0].split("-", 2);
      from = Integer.parseInt(ends[0]);
      to = ends.length == 2 ? Integer.parseInt(ends[1]) : from;
    }
    if (from < least || to > most || step < 1 || (step > 1 && to == from)) {
      throw new IllegalArgumentException(text);
    }
    BitSet set = new BitSet();
    for (int value = from; value <= to; value += step) {
      set.set(value);
    }
    return set;
  }

  /// The runs from a moment on, for ever.
  Stream<ZonedDateTime> from(ZonedDateTime start) {
    return Stream.iterate(
            start.withZoneSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES),
            time -> time.plusMinutes(1))
        .filter(time ->
            minutes.get(time.getMinute())
                && hours.get(time.getHour())
                && days.get(time.getDayOfMonth()));
  }
}
