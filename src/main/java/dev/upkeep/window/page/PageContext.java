package dev.upkeep.window.page;

import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.text.Texts;

/// What a page is given: all that it may know.
public record PageContext(
    AgentView agent,
    Texts texts,
    WindowTime time,
    Navigator navigator,
    Toasts toasts,
    Appearances appearances,
    TouchRun touching) {}
