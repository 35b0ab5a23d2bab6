package dev.upkeep.window.page;

import java.util.Optional;

/// Something to be told in passing.
///
/// @param alarming whether it says that something went wrong
/// @param undo takes back what was done, while the toast is seen
public record Toast(String text, boolean alarming, Optional<Runnable> undo) {}
