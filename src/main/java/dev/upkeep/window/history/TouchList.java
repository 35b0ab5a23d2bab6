package dev.upkeep.window.history;

import dev.upkeep.control.AgentException;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.history.store.History;
import dev.upkeep.window.link.AgentView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ObservableListBase;

/// Touches as a list that may be a million long, newest first. It grows by a page when its end
/// comes near, and keeps a few pages only: of the others it knows where they begin, and asks for
/// them again when somebody looks. Reading it asks for nothing; [#need] does.
final class TouchList extends ObservableListBase<HistoryLine> {
  /// Touches on one page.
  static final int PAGE = History.MAX_PAGE;

  /// Pages that are kept: many times what any screen shows, and a few megabytes.
  static final int KEPT = 25;

  /// So many new touches stand above the pages; then it is time to begin anew.
  static final int MOST_FRESH = 1000;

  private static final HistoryLine WAITING = new HistoryLine.Waiting();
  private static final Comparator<RecordedTouch> NEWEST_FIRST =
      Comparator.comparing(RecordedTouch::at).thenComparingLong(RecordedTouch::id).reversed();

  private final AgentView agent;
  private final Consumer<AgentException> refused;
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

  private Filter filter = Filter.ALL;
  private int generation;

  /// New since the first page was read.
  private final List<RecordedTouch> fresh = new ArrayList<>();

  /// Told while the first page was on its way; it may hold them or not.
  private final List<RecordedTouch> early = new ArrayList<>();

  private final Set<Long> freshIds = new HashSet<>();
  private long newestId;

  /// Where each page begins that is there or comes next.
  private final List<Optional<Cursor>> starts = new ArrayList<>();

  private final Set<Integer> asked = new HashSet<>();
  private final Map<Integer, List<RecordedTouch>> pages = new LinkedHashMap<>(64, 0.75f, true);
  private int pageCount;
  private int pagedSize;

  TouchList(AgentView agent, Consumer<AgentException> refused) {
    this.agent = agent;
    this.refused = refused;
  }

  /// Whether the first page is there.
  ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /// How many pages are kept.
  int kept() {
    return pages.size();
  }

  /// Begins anew, from the top.
  void restart(Filter newFilter) {
    filter = newFilter;
    generation++;
    List<HistoryLine> gone = Collections.nCopies(size(), WAITING);
    beginChange();
    fresh.clear();
    freshIds.clear();
    early.clear();
    pages.clear();
    asked.clear();
    starts.clear();
    starts.add(Optional.empty());
    pageCount = 0;
    pagedSize = 0;
    loaded.set(false);
    if (!gone.isEmpty()) {
      nextRemove(0, gone);
    }
    endChange();
    load(0);
  }

  /// Somebody looks at a line, or is about to.
  void need(int index) {
    int page = (index - fresh.size()) / PAGE;
    if (index >= fresh.size() && page < pageCount && !pages.containsKey(page)) {
      load(page);
    }
    if (index + PAGE >= size() && pageCount < starts.size()) {
      load(pageCount);
    }
  }

  /// A touch of those that are shown has ended, or is told once more.
  void tell(RecordedTouch touch) {
    if (!loaded.get()) {
      early.add(touch);
    } else if (touch.id() > newestId && freshIds.add(touch.id())) {
      int place = Collections.binarySearch(fresh, touch, NEWEST_FIRST);
      int at = place < 0 ? -place - 1 : place;
      beginChange();
      fresh.add(at, touch);
      nextAdd(at, at + 1);
      endChange();
      if (fresh.size() > MOST_FRESH) {
        restart(filter);
      }
    }
  }

  @Override
  public int size() {
    return fresh.size() + pagedSize;
  }

  @Override
  public HistoryLine get(int index) {
    if (index < fresh.size()) {
      return new HistoryLine.Touched(fresh.get(index));
    }
    int paged = index - fresh.size();
    List<RecordedTouch> page = pages.get(paged / PAGE);
    return page == null || paged % PAGE >= page.size()
        ? WAITING
        : new HistoryLine.Touched(page.get(paged % PAGE));
  }

  private void load(int page) {
    if (!asked.add(page)) {
      return;
    }
    int asking = generation;
    Filter wanted = filter;
    Optional<Cursor> after = starts.get(page);
    agent.ask(
        api -> api.history(wanted, after, PAGE),
        answer -> {
          if (asking == generation) {
            arrived(page, answer);
          }
        },
        e -> {
          if (asking == generation) {
            asked.remove(page);
            refused.accept(e);
          }
        });
  }

  private void arrived(int page, TouchPage answer) {
    asked.remove(page);
    pages.put(page, answer.touches());
    if (pages.size() > KEPT) {
      pages.remove(pages.keySet().iterator().next());
    }
    if (page < pageCount) {
      again(page);
    } else {
      grow(answer);
    }
    if (page == 0 && !loaded.get()) {
      newestId =
          answer.touches().stream().mapToLong(RecordedTouch::id).max().orElse(Long.MIN_VALUE);
      loaded.set(true);
      List.copyOf(early).forEach(this::tell);
      early.clear();
    }
  }

  private void grow(TouchPage answer) {
    int from = size();
    beginChange();
    pageCount++;
    pagedSize += answer.touches().size();
    answer.next().ifPresent(cursor -> starts.add(Optional.of(cursor)));
    if (size() > from) {
      nextAdd(from, size());
    }
    endChange();
  }

  private void again(int page) {
    int from = fresh.size() + page * PAGE;
    int to = Math.min(from + PAGE, size());
    beginChange();
    nextReplace(from, to, Collections.nCopies(to - from, WAITING));
    endChange();
  }
}
