package dev.upkeep.window;

/// What a page is given: all that it may know.
record Surroundings(
    AgentView agent,
    Texts texts,
    WindowTime time,
    Navigator navigator,
    Toasts toasts,
    Appearances appearances) {}
