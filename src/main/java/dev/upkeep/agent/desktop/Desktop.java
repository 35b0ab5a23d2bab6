package dev.upkeep.agent.desktop;

import dev.upkeep.desktop.Clipboard;
import dev.upkeep.desktop.NetworkEvents;
import dev.upkeep.desktop.Notifier;
import dev.upkeep.desktop.PowerEvents;
import dev.upkeep.desktop.Tray;

/// What the desktop that the agent runs on can offer. Nothing of it has begun.
///
/// @param window what shows more than a notice can
/// @param connections what they share, closed after them
public record Desktop(
    Tray tray,
    Notifier notifier,
    PowerEvents power,
    NetworkEvents network,
    Clipboard clipboard,
    WindowProgram window,
    AutoCloseable connections) {}
