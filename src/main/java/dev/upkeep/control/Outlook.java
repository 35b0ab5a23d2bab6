package dev.upkeep.control;

import dev.upkeep.touch.Stamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What happens to the databases while this computer keeps none of them: until a moment, or for
/// ever. Pure.
///
/// @param entries the most endangered first: by fate, then by deadline, then in the order given
public record Outlook(List<Entry> entries) {
  public Outlook {
    entries = List.copyOf(entries);
  }

  /// What becomes of a database, the worst first.
  public enum Fate {
    /// Its deadline passes meanwhile, or has passed, and nobody else is known to keep it.
    ENDANGERED,
    /// Nobody knows until when it is safe, and nobody else is known to keep it.
    UNKNOWN,
    /// Somebody else was seen to touch it. Whether they go on, nobody here can know.
    KEPT_ELSEWHERE,
    /// Its deadline comes later.
    SAFE
  }

  /// One database.
  ///
  /// @param safeUntil without anybody's touch; empty where it was never verified, or its window is
  ///   not known
  /// @param keeper who else was seen, and when; foreign text
  public record Entry(
      DatabaseStatus status, Fate fate, Optional<Instant> safeUntil, Optional<Stamp> keeper) {}

  /// Looks ahead.
  ///
  /// @param until when this computer is back; empty for never, where every deadline passes
  public static Outlook of(List<DatabaseStatus> databases, Optional<Instant> until) {
    return new Outlook(
        databases.stream()
            .map(status -> entry(status, until))
            .sorted(
                Comparator.comparing(Entry::fate)
                    .thenComparing(entry -> entry.safeUntil().orElse(Instant.MAX)))
            .toList());
  }

  /// Those of one fate, in their order.
  public List<Entry> of(Fate fate) {
    return entries.stream().filter(entry -> entry.fate() == fate).toList();
  }

  private static Entry entry(DatabaseStatus status, Optional<Instant> until) {
    Optional<Instant> safeUntil = status.margin().safeUntil();
    return new Entry(status, fate(status, safeUntil, until), safeUntil, status.alsoKept());
  }

  private static Fate fate(
      DatabaseStatus status, Optional<Instant> safeUntil, Optional<Instant> until) {
    if (safeUntil.isPresent() && until.isPresent() && safeUntil.get().isAfter(until.get())) {
      return Fate.SAFE;
    }
    if (status.alsoKept().isPresent()) {
      return Fate.KEPT_ELSEWHERE;
    }
    return safeUntil.isPresent() ? Fate.ENDANGERED : Fate.UNKNOWN;
  }
}
