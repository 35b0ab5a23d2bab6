package dev.upkeep.history;

import dev.upkeep.touch.FailureKind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Which touches to show. A touch has to pass all of it; an empty set lets everything pass.
///
/// @param kinds when not empty, only failures of these kinds pass
/// @param from the earliest instant
/// @param to the first instant that is too late
public record Filter(
    Set<UUID> databases,
    Set<Verdict> verdicts,
    Set<FailureKind> kinds,
    Optional<Instant> from,
    Optional<Instant> to) {
  /// Lets everything pass.
  public static final Filter ALL =
      new Filter(Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

  public Filter {
    databases = Set.copyOf(databases);
    verdicts = Set.copyOf(verdicts);
    kinds = Set.copyOf(kinds);
  }

  /// The same for these databases only.
  public Filter of(Set<UUID> newDatabases) {
    return new Filter(newDatabases, verdicts, kinds, from, to);
  }

  /// The same for touches that ended so.
  public Filter ended(Set<Verdict> newVerdicts) {
    return new Filter(databases, newVerdicts, kinds, from, to);
  }

  /// The same for failures of these kinds.
  public Filter failed(Set<FailureKind> newKinds) {
    return new Filter(databases, verdicts, newKinds, from, to);
  }

  /// The same for a span of time.
  ///
  /// @param newTo exclusive
  public Filter between(Instant newFrom, Instant newTo) {
    return new Filter(databases, verdicts, kinds, Optional.of(newFrom), Optional.of(newTo));
  }
}
