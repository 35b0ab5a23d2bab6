package dev.upkeep.window.databases;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Mark;
import dev.upkeep.control.Urgency;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.window.text.Text;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// Which databases are looked at, and in which order. Pure.
///
/// @param text words, each of which has to be found in what is said of a database
/// @param only those of which alone something is to be seen; empty for all
record DatabasesFilter(String text, Kind kind, Sort sort, Set<UUID> only) {
  static final DatabasesFilter ALL = new DatabasesFilter("", Kind.ALL, Sort.DANGER, Set.of());

  /// Databases of one kind.
  enum Kind {
    ALL(DatabasesText.KIND_ALL),
    ATTENTION(DatabasesText.KIND_ATTENTION),
    PAUSED(DatabasesText.KIND_PAUSED);

    private final DatabasesText label;

    Kind(DatabasesText label) {
      this.label = label;
    }

    Text label() {
      return label;
    }

    boolean passes(DatabaseStatus status, Instant now) {
      return switch (this) {
        case ALL -> true;
        case ATTENTION -> Urgency.needsAttention(status, now);
        case PAUSED -> status.health() == Health.PAUSED;
      };
    }
  }

  /// What comes first.
  enum Sort {
    DANGER(DatabasesText.SORT_DANGER),
    NAME(DatabasesText.SORT_NAME),
    DEADLINE(DatabasesText.SORT_DEADLINE),
    STATE(DatabasesText.SORT_STATE),
    LAST_TOUCH(DatabasesText.SORT_LAST_TOUCH);

    private final DatabasesText label;

    Sort(DatabasesText label) {
      this.label = label;
    }

    Text label() {
      return label;
    }
  }

  DatabasesFilter {
    only = Set.copyOf(only);
  }

  DatabasesFilter saying(String newText) {
    return new DatabasesFilter(newText, kind, sort, only);
  }

  DatabasesFilter of(Kind newKind) {
    return new DatabasesFilter(text, newKind, sort, only);
  }

  DatabasesFilter by(Sort newSort) {
    return new DatabasesFilter(text, kind, newSort, only);
  }

  /// Shows these alone, and all of them.
  DatabasesFilter only(Set<UUID> databases) {
    return new DatabasesFilter("", Kind.ALL, sort, databases);
  }

  /// The same order, with nothing hidden.
  DatabasesFilter open() {
    return ALL.by(sort);
  }

  /// Whether it can hide anything.
  boolean hides() {
    return !equals(open());
  }

  /// What is to be seen, in its order.
  ///
  /// @param databases in the user's order
  /// @param said what is said of a database that may be looked for
  List<DatabaseStatus> of(
      List<DatabaseStatus> databases,
      Instant now,
      Locale locale,
      Function<DatabaseStatus, String> said) {
    List<String> words = words(text, locale);
    List<DatabaseStatus> passed = new ArrayList<>();
    for (DatabaseStatus status : databases) {
      if ((only.isEmpty() || only.contains(status.database().id()))
          && kind.passes(status, now)
          && (words.isEmpty() || hasAll(words, said.apply(status).toLowerCase(locale)))) {
        passed.add(status);
      }
    }
    return sorted(passed, now, locale);
  }

  private static List<String> words(String text, Locale locale) {
    String plain = text.strip().toLowerCase(locale);
    return plain.isEmpty() ? List.of() : List.of(plain.split("\\s+", -1));
  }

  private static boolean hasAll(List<String> words, String said) {
    return words.stream().allMatch(said::contains);
  }

  private List<DatabaseStatus> sorted(List<DatabaseStatus> passed, Instant now, Locale locale) {
    List<DatabaseStatus> endangered = Urgency.sorted(passed, now);
    // Stable, so that the order everywhere else decides between those that are alike.
    return switch (sort) {
      case DANGER -> endangered;
      case NAME ->
          by(
              endangered,
              Comparator.comparing(one -> one.database().name(), Collator.getInstance(locale)));
      case DEADLINE ->
          by(endangered, Comparator.comparing(one -> one.margin().safeUntil().orElse(Instant.MAX)));
      case STATE -> by(endangered, Comparator.comparing(one -> Mark.of(one, now)));
      case LAST_TOUCH ->
          by(
              endangered,
              Comparator.<DatabaseStatus, Instant>comparing(
                      one -> one.last().map(RecordedTouch::at).orElse(Instant.MIN))
                  .reversed());
    };
  }

  private static List<DatabaseStatus> by(
      List<DatabaseStatus> databases, Comparator<DatabaseStatus> order) {
    return databases.stream().sorted(order).toList();
  }
}
