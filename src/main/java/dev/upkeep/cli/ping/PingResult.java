package dev.upkeep.cli.ping;

import dev.upkeep.touch.Touch;

/// What came of one target.
public record PingResult(Target target, Touch touch) {}
