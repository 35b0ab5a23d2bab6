package dev.upkeep.history.store;

import static dev.upkeep.history.store.Touches.DATABASE;
import static dev.upkeep.history.store.Touches.NOW;
import static dev.upkeep.history.store.Touches.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.history.Verdict;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PagingTest {
  private static final UUID THIRD = new UUID(7, 7);

  @TempDir Path folder;
  private final List<RecordedTouch> recorded = new ArrayList<>();
  private History history;

  /// 700 touches of three databases, many at the same instant, some recorded late.
  @BeforeEach
  void fill() throws Exception {
    history = History.open(folder.resolve("upkeep.db"), Touches.SQLITE, NOW, notice -> {});
    Random random = new Random(17);
    List<NewTouch> touches = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      UUID database = List.of(DATABASE, OTHER, THIRD).get(random.nextInt(3));
      Instant at = NOW.plusSeconds(60L * (i / 5 - random.nextInt(3)));
      touches.add(Touches.at(database, at, outcome(random), Duration.ofMinutes(5)));
    }
    recorded.addAll(history.record(touches));
    recorded.sort(
        Comparator.comparing(RecordedTouch::at).thenComparingLong(RecordedTouch::id).reversed());
  }

  @AfterEach
  void close() {
    history.close();
  }

  private static Outcome outcome(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> Touches.failed(FailureKind.AUTH);
      case 1 -> Touches.failed(FailureKind.TIMEOUT);
      case 2 -> Touches.skipped(Outcome.Skipped.Reason.OFFLINE);
      default -> Touches.alive();
    };
  }

  private void expect(Filter filter, Predicate<RecordedTouch> passes) {
    List<RecordedTouch> found = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      TouchPage page = history.page(filter, after, 7);
      assertThat(page.touches()).hasSizeLessThanOrEqualTo(7);
      found.addAll(page.touches());
      after = page.next();
    } while (after.isPresent());
    List<RecordedTouch> expected = recorded.stream().filter(passes).toList();
    assertThat(expected).as("a filter that lets something pass").isNotEmpty();
    assertThat(found).isEqualTo(expected);
    List<RecordedTouch> all = new ArrayList<>();
    history.all(filter).forEachRemaining(all::add);
    assertThat(all).isEqualTo(expected);
  }

  @Test
  void pages_join_without_gap_or_repetition() {
    expect(Filter.ALL, touch -> true);
  }

  @Test
  void some_databases_pass() {
    expect(Filter.ALL.of(Set.of(OTHER)), touch -> touch.database().equals(OTHER));
    expect(Filter.ALL.of(Set.of(OTHER, THIRD)), touch -> !touch.database().equals(DATABASE));
    expect(Filter.ALL.of(Set.of(OTHER, new UUID(0, 0))), touch -> touch.database().equals(OTHER));
    assertThat(history.page(Filter.ALL.of(Set.of(new UUID(0, 0))), Optional.empty(), 9).touches())
        .isEmpty();
  }

  @Test
  void some_verdicts_pass() {
    for (Verdict verdict : Verdict.values()) {
      expect(Filter.ALL.ended(Set.of(verdict)), touch -> touch.verdict() == verdict);
      expect(
          Filter.ALL.ended(Set.of(verdict)).of(Set.of(OTHER)),
          touch -> touch.verdict() == verdict && touch.database().equals(OTHER));
    }
    expect(
        Filter.ALL.ended(Set.of(Verdict.ALIVE, Verdict.SKIPPED)),
        touch -> touch.verdict() != Verdict.FAILED);
  }

  @Test
  void some_kinds_of_failure_pass() {
    Filter rejected = Filter.ALL.failed(Set.of(FailureKind.AUTH, FailureKind.TLS));
    expect(rejected, touch -> touch.failureKind().equals(Optional.of(FailureKind.AUTH)));
    assertThat(history.page(rejected.ended(Set.of(Verdict.ALIVE)), Optional.empty(), 9).touches())
        .as("no success has a kind of failure")
        .isEmpty();
  }

  @Test
  void a_span_of_time_passes_without_its_end() {
    Instant from = NOW.plusSeconds(600);
    Instant to = NOW.plusSeconds(3600);
    Predicate<RecordedTouch> within =
        touch -> !touch.at().isBefore(from) && touch.at().isBefore(to);
    expect(Filter.ALL.between(from, to), within);
    expect(
        Filter.ALL.between(from, to).of(Set.of(DATABASE)),
        within.and(touch -> touch.database().equals(DATABASE)));
    expect(
        Filter.ALL.between(from, to).failed(Set.of(FailureKind.TIMEOUT)),
        within.and(touch -> touch.failureKind().equals(Optional.of(FailureKind.TIMEOUT))));
    assertThat(history.page(Filter.ALL.between(Instant.MIN, Instant.MAX), Optional.empty(), 9))
        .isEqualTo(history.page(Filter.ALL, Optional.empty(), 9));
  }

  @Test
  void new_touches_do_not_move_the_pages_that_follow() {
    TouchPage first = history.page(Filter.ALL, Optional.empty(), 10);
    history.record(List.of(Touches.at(NOW.plusSeconds(99_999), Touches.alive(), Duration.ZERO)));

    assertThat(history.page(Filter.ALL, first.next(), 10).touches())
        .isEqualTo(recorded.subList(10, 20));
  }

  @Test
  void a_page_has_200_touches_at_most() {
    assertThat(history.page(Filter.ALL, Optional.empty(), 5000).touches()).hasSize(200);
    assertThat(history.page(Filter.ALL, Optional.empty(), -1).touches()).hasSize(1);
    assertThat(history.recent(DATABASE, 3))
        .isEqualTo(recorded.stream().filter(t -> t.database().equals(DATABASE)).limit(3).toList());
  }
}
