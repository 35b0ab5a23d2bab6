package dev.upkeep.control;

import dev.upkeep.touch.Touch;
import java.util.UUID;

/// A touch and whose it was.
public record Touched(UUID database, Touch touch) {}
