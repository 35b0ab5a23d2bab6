package dev.upkeep.history;

import java.util.List;
import java.util.Optional;

/// Some touches, newest first.
///
/// @param next where the next page begins; empty when this is the last
public record TouchPage(List<RecordedTouch> touches, Optional<Cursor> next) {
  public static final TouchPage EMPTY = new TouchPage(List.of(), Optional.empty());

  public TouchPage {
    touches = List.copyOf(touches);
  }
}
