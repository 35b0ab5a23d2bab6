package dev.upkeep.window.safety;

import dev.upkeep.control.Outlook.Fate;
import dev.upkeep.touch.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.IntStream;

/// One database on the axis. All places on it are shares from 0, which is now, to 1.
///
/// @param safeUntil without another touch; empty where nobody knows
/// @param deadline where it is safe no more; a passed one stands at 0, a later one at 1; empty
///   where nobody knows
/// @param beyond whether the deadline lies behind the end of the axis
/// @param watchedFrom where this computer watches from; empty if it does not on the whole axis
/// @param touches where the first planned touch is; empty if there is none
/// @param every how far planned touches are apart
/// @param keeper who else was seen to keep it, and when; foreign text
record SafetyLane(
    UUID id,
    String name,
    Fate fate,
    Optional<Instant> safeUntil,
    OptionalDouble deadline,
    boolean beyond,
    OptionalDouble watchedFrom,
    OptionalDouble touches,
    double every,
    Optional<Stamp> keeper) {

  /// Where planned touches are, no two closer than they can be told apart.
  ///
  /// @param closest as a share of the axis, positive
  List<Double> dots(double closest) {
    if (touches.isEmpty()) {
      return List.of();
    }
    double first = touches.getAsDouble();
    // Of touches that would run together, each second, third, … is drawn.
    double pitch = every * Math.max(1, Math.ceil(closest / every));
    int count = (int) Math.floor((1 - first) / pitch) + 1;
    return IntStream.range(0, Math.max(0, count)).mapToObj(i -> first + i * pitch).toList();
  }
}
