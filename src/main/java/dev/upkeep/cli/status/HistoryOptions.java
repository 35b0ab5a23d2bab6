package dev.upkeep.cli.status;

import dev.upkeep.cli.console.UsageException;
import dev.upkeep.history.Filter;
import dev.upkeep.history.Verdict;
import dev.upkeep.words.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which touches `history` shows, and how.
final class HistoryOptions {
  /// What a person looks through; files get everything.
  private static final long FOR_PEOPLE = 100;

  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only what happened since: a duration such as 7d, or a date.")
  private @Nullable String since;

  @Option(
      names = "--outcome",
      paramLabel = "HOW",
      split = ",",
      description = "Only these: alive, failed or skipped; several with commas.")
  private List<String> outcomes = List.of();

  @Option(names = "--format", paramLabel = "FORM", description = "table, csv or json.")
  private @Nullable String format;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many. A table shows 100 unless this says otherwise.")
  private @Nullable String limit;

  /// What was asked for.
  ///
  /// @param filter for every database
  record Asked(Filter filter, Format format, long limit) {}

  /// Reads the options.
  ///
  /// @param json whether `--json` was given
  /// @throws UsageException with every option that cannot be used
  Asked read(When when, boolean json) throws UsageException {
    List<String> problems = new ArrayList<>();
    Optional<Instant> from = Optional.ofNullable(since).flatMap(text -> Since.parse(text, when));
    if (since != null && from.isEmpty()) {
      problems.add("--since " + Since.EXPECTED);
    }
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    for (String outcome : outcomes) {
      one(Verdict.values(), outcome)
          .ifPresentOrElse(
              verdicts::add, () -> problems.add("--outcome is alive, failed or skipped."));
    }
    Format chosen = format(json, problems);
    long most = limit(chosen, problems);
    if (!problems.isEmpty()) {
      throw new UsageException(problems.stream().distinct().toList());
    }
    return new Asked(
        new Filter(Set.of(), verdicts, Set.of(), from, Optional.empty()), chosen, most);
  }

  private Format format(boolean json, List<String> problems) {
    if (format == null) {
      return json ? Format.JSON : Format.TABLE;
    }
    Optional<Format> chosen = one(Format.values(), format);
    if (chosen.isEmpty()) {
      problems.add("--format is table, csv or json.");
    } else if (json && chosen.get() != Format.JSON) {
      problems.add("--json and --format say different things.");
    }
    return chosen.orElse(Format.TABLE);
  }

  private long limit(Format chosen, List<String> problems) {
    if (limit == null) {
      return chosen == Format.TABLE ? FOR_PEOPLE : Long.MAX_VALUE;
    }
    if (!limit.matches("[1-9][0-9]{0,11}")) {
      problems.add("--limit is a number from 1 on.");
      return 0;
    }
    return Long.parseLong(limit);
  }

  private static <E extends Enum<E>> Optional<E> one(E[] values, String text) {
    return Arrays.stream(values)
        .filter(value -> value.name().equalsIgnoreCase(text.strip()))
        .findFirst();
  }
}
