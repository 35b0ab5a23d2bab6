package dev.upkeep.window.page;

import java.util.Set;
import java.util.function.Function;

/// A page that can be made, and the places that it shows.
public record PageKind(Set<Class<? extends Route>> places, Function<PageContext, Page> maker) {
  public PageKind {
    places = Set.copyOf(places);
  }
}
