package dev.upkeep.control;

import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.history.store.History;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Walks through history newest first, and asks for a page only when the one before has been used
/// up: a million touches need no more memory than two hundred.
public final class HistoryPages implements Iterator<RecordedTouch> {
  private final AgentApi agent;
  private final Filter filter;
  private final BooleanSupplier unheard;
  private long left;
  private Iterator<RecordedTouch> page = Collections.emptyIterator();
  private Optional<Cursor> next = Optional.empty();
  private boolean begun;

  /// An iterator cannot throw what the agent throws.
  public static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final AgentException why;

    Broken(AgentException why) {
      super(why);
      this.why = why;
    }

    /// What the agent has thrown.
    public AgentException why() {
      return why;
    }
  }

  /// @param limit how many touches at most
  /// @param unheard whether nobody wants any more, as after `| head`; asked between pages
  public HistoryPages(AgentApi agent, Filter filter, long limit, BooleanSupplier unheard) {
    this.agent = agent;
    this.filter = filter;
    this.left = limit;
    this.unheard = unheard;
  }

  @Override
  public boolean hasNext() {
    while (left > 0 && !page.hasNext() && (!begun || next.isPresent())) {
      if (begun && unheard.getAsBoolean()) {
        return false;
      }
      turn();
    }
    return left > 0 && page.hasNext();
  }

  @Override
  public RecordedTouch next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    left--;
    return page.next();
  }

  /// Whether there was more than the limit let through.
  public boolean cut() {
    return left == 0 && (page.hasNext() || next.isPresent());
  }

  private void turn() {
    try {
      TouchPage turned = agent.history(filter, next, (int) Math.min(left, History.MAX_PAGE));
      begun = true;
      page = turned.touches().iterator();
      next = turned.next();
    } catch (AgentException e) {
      throw new Broken(e);
    }
  }
}
