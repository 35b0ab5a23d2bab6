package dev.upkeep.window;

import java.util.Set;
import java.util.function.Function;

/// A page that can be made, and the places that it shows.
record PageKind(Set<Class<? extends Place>> places, Function<Surroundings, Page> maker) {
  PageKind {
    places = Set.copyOf(places);
  }
}
