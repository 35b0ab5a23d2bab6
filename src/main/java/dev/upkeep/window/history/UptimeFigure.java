package dev.upkeep.window.history;

/// How much a database was up over one window.
///
/// @param window as words
/// @param share of the watched time
/// @param watched how much was watched; empty when that is nearly all
record UptimeFigure(String window, String share, String watched, String spoken) {}
