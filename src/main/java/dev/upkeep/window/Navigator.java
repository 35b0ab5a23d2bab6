package dev.upkeep.window;

/// Leads from page to page.
interface Navigator {
  /// Whether there is a page for places of this kind.
  boolean offers(Class<? extends Place> kind);

  /// Shows a place.
  ///
  /// @throws IllegalArgumentException if it is not offered
  void go(Place place);
}
