package dev.upkeep.history.store;

import dev.upkeep.history.Coverage;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.Verdict;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A filter and a cursor as SQL. Names the index itself: SQLite keeps no statistics for us, and a
/// wrong guess sorts a million rows.
///
/// @param index to follow the word `touches t`
/// @param arguments for the whole question, the limit last
record TouchQuery(String index, String where, List<?> arguments) {

  /// @param databases the numbers of those that may pass; empty for all
  static TouchQuery of(Filter filter, Set<Long> databases, Optional<Cursor> after, int limit) {
    Set<Integer> results = results(filter);
    List<String> conditions = new ArrayList<>();
    List<Object> arguments = new ArrayList<>();
    if (databases.size() == 1) {
      conditions.add("t.database = " + databases.iterator().next());
    } else if (!databases.isEmpty()) {
      conditions.add("t.database IN " + list(databases));
    }
    filter
        .from()
        .ifPresent(from -> {
          conditions.add("t.at >= ?");
          arguments.add(Coverage.millis(from));
        });
    filter
        .to()
        .ifPresent(to -> {
          conditions.add("t.at < ?");
          arguments.add(Coverage.millis(to));
        });
    after.ifPresent(cursor -> {
      conditions.add("(t.at, t.id) < (?, ?)");
      arguments.add(Coverage.millis(cursor.at()));
      arguments.add(cursor.id());
    });
    boolean onlyTrouble = !results.contains(Codes.ALIVE);
    if (onlyTrouble) {
      // In these words, or SQLite does not see that the index suffices.
      conditions.add("t.result <> 0");
    }
    if (!results.equals(everyResult())) {
      conditions.add("t.result IN " + list(results));
    }
    arguments.add(limit);
    return new TouchQuery(
        " INDEXED BY " + index(onlyTrouble, databases),
        conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions),
        arguments);
  }

  private static String index(boolean onlyTrouble, Set<Long> databases) {
    if (databases.size() == 1) {
      return onlyTrouble ? "touches_in_trouble_by_database" : "touches_by_database";
    }
    return onlyTrouble ? "touches_in_trouble" : "touches_by_time";
  }

  private static Set<Integer> results(Filter filter) {
    Set<Verdict> verdicts =
        filter.verdicts().isEmpty() ? EnumSet.allOf(Verdict.class) : filter.verdicts();
    Set<Integer> results = new TreeSet<>();
    if (verdicts.contains(Verdict.FAILED)) {
      (filter.kinds().isEmpty() ? EnumSet.allOf(FailureKind.class) : filter.kinds())
          .forEach(kind -> results.add(Codes.kind(kind)));
    }
    if (!filter.kinds().isEmpty()) {
      return results;
    }
    if (verdicts.contains(Verdict.ALIVE)) {
      results.add(Codes.ALIVE);
    }
    if (verdicts.contains(Verdict.SKIPPED)) {
      Arrays.stream(Outcome.Skipped.Reason.values())
          .forEach(reason -> results.add(Codes.reason(reason)));
    }
    return results;
  }

  private static Set<Integer> everyResult() {
    return results(Filter.ALL);
  }

  private static String list(Set<? extends Number> numbers) {
    return numbers.stream().map(Number::toString).collect(Collectors.joining(",", "(", ")"));
  }
}
