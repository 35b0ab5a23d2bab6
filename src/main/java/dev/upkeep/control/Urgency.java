package dev.upkeep.control;

import dev.upkeep.database.Margin;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who is to be looked at first: the one order in which databases are listed everywhere. Pure; the
/// caller passes now.
///
/// First those in danger, then those that need attention, then those of which nothing is known, and
/// last those that are well or rest. Among the first three, who was never proven to be alive stands
/// behind passed deadlines and before all others, since it may be gone at any moment; then the
/// nearest deadline counts. Who is well stands where less of the margin is left, and otherwise
/// where the user has put it.
public final class Urgency {
  private static final Comparator<Ranked> ORDER =
      Comparator.comparingInt(Ranked::group)
          .thenComparing(Ranked::level, Comparator.reverseOrder())
          .thenComparing(Ranked::deadline);

  private Urgency() {}

  /// Databases in this order.
  ///
  /// @param databases in the user's order
  public static List<DatabaseStatus> sorted(List<DatabaseStatus> databases, Instant now) {
    // Ranked once each: there may be thousands, and a sort compares each many times.
    List<Ranked> ranked = new ArrayList<>(databases.size());
    databases.forEach(status -> ranked.add(Ranked.of(status, now)));
    ranked.sort(ORDER);
    return ranked.stream().map(Ranked::status).toList();
  }

  /// The one to act on before all others; empty while nobody needs it.
  public static Optional<DatabaseStatus> first(List<DatabaseStatus> databases, Instant now) {
    return sorted(databases, now).stream().findFirst().filter(one -> needsAttention(one, now));
  }

  /// Whether a person should look at it.
  public static boolean needsAttention(DatabaseStatus status, Instant now) {
    return switch (Mark.of(status, now)) {
      case DANGER, ATTENTION -> true;
      case EMPTY -> hasFailed(status);
      case OFFLINE, ALIVE, PAUSED -> false;
    };
  }

  private static boolean hasFailed(DatabaseStatus status) {
    return status.last().map(RecordedTouch::verdict).filter(Verdict.FAILED::equals).isPresent();
  }

  private record Ranked(DatabaseStatus status, int group, Margin.Level level, Instant deadline) {
    static Ranked of(DatabaseStatus status, Instant now) {
      int group =
          switch (Mark.of(status, now)) {
            case DANGER -> 0;
            case ATTENTION -> 1;
            case EMPTY -> 2;
            case OFFLINE, ALIVE, PAUSED -> 3;
          };
      Margin margin = status.margin();
      if (group == 3) {
        return new Ranked(status, group, margin.level(now), Instant.MAX);
      }
      boolean never = margin instanceof Margin.Unknown(var reason) && isNeverProven(reason);
      Margin.Level level =
          margin.level(now) == Margin.Level.PASSED ? Margin.Level.PASSED : Margin.Level.UNKNOWN;
      Instant deadline = never ? Instant.MIN : margin.safeUntil().orElse(Instant.MAX);
      return new Ranked(status, group, level, deadline);
    }

    private static boolean isNeverProven(Margin.Unknown.Reason reason) {
      return switch (reason) {
        case NEVER_VERIFIED -> true;
        case NO_WINDOW -> false;
      };
    }
  }
}
