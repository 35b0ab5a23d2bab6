package dev.upkeep.history.store;

import dev.upkeep.history.Cursor;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.TouchPage;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/// Walks through pages as if they were one list.
final class PagedTouches implements Iterator<RecordedTouch> {
  private final Function<Optional<Cursor>, TouchPage> source;
  private Iterator<RecordedTouch> page;
  private Optional<Cursor> next;

  PagedTouches(Function<Optional<Cursor>, TouchPage> source) {
    this.source = source;
    TouchPage first = source.apply(Optional.empty());
    page = first.touches().iterator();
    next = first.next();
  }

  @Override
  public boolean hasNext() {
    if (!page.hasNext() && next.isPresent()) {
      TouchPage following = source.apply(next);
      page = following.touches().iterator();
      next = following.next();
    }
    return page.hasNext();
  }

  @Override
  public RecordedTouch next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }
}
