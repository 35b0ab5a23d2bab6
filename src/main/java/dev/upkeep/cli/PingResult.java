package dev.upkeep.cli;

import dev.upkeep.touch.Touch;

/// What came of one target.
record PingResult(Target target, Touch touch) {}
