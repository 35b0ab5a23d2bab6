package dev.upkeep.control;

import dev.upkeep.touch.Touch;
import java.util.Optional;

/// A database that was added.
///
/// @param test the touch that tested it; empty if it could not be tested and was stored anyway
public record Added(DatabaseStatus status, Optional<Touch> test) {}
