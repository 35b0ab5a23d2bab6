package dev.upkeep.testing;

import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.TouchPage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads touches that a test made up in pages, as the history does.
public final class FakePaging {
  private static final Comparator<RecordedTouch> NEWEST_FIRST =
      Comparator.comparing(RecordedTouch::at).thenComparingLong(RecordedTouch::id).reversed();

  private FakePaging() {}

  /// One page of those that pass the filter.
  public static TouchPage page(
      Stream<RecordedTouch> touches, Filter filter, Optional<Cursor> after, int limit) {
    List<RecordedTouch> rest =
        touches
            .filter(
                one -> filter.databases().isEmpty() || filter.databases().contains(one.database()))
            .filter(one -> filter.verdicts().isEmpty() || filter.verdicts().contains(one.verdict()))
            .filter(one -> filter.from().map(from -> !one.at().isBefore(from)).orElse(true))
            .filter(one -> after.map(cursor -> isOlder(one, cursor)).orElse(true))
            .sorted(NEWEST_FIRST)
            .toList();
    if (rest.size() <= limit) {
      return new TouchPage(rest, Optional.empty());
    }
    RecordedTouch last = rest.get(limit - 1);
    return new TouchPage(rest.subList(0, limit), Optional.of(new Cursor(last.at(), last.id())));
  }

  private static boolean isOlder(RecordedTouch touch, Cursor cursor) {
    int time = touch.at().compareTo(cursor.at());
    return time < 0 || (time == 0 && touch.id() < cursor.id());
  }
}
