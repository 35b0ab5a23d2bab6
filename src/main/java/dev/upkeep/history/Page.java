package dev.upkeep.history;

import java.util.List;
import java.util.Optional;

/// Some touches, newest first.
///
/// @param next where the next page begins; empty when this is the last
public record Page(List<RecordedTouch> touches, Optional<Cursor> next) {
  public static final Page EMPTY = new Page(List.of(), Optional.empty());

  public Page {
    touches = List.copyOf(touches);
  }
}
