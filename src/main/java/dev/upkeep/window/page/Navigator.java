package dev.upkeep.window.page;

/// Leads from page to page.
public interface Navigator {
  /// Whether there is a page for places of this kind.
  boolean offers(Class<? extends Route> kind);

  /// Shows a place.
  ///
  /// @throws IllegalArgumentException if it is not offered
  void go(Route place);
}
