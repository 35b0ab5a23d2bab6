package dev.upkeep.history.store;

import static dev.upkeep.history.store.Touches.DATABASE;
import static dev.upkeep.history.store.Touches.NOW;
import static dev.upkeep.history.store.Touches.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.history.Filter;
import dev.upkeep.history.Health;
import dev.upkeep.history.HistoryNotice;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Transition;
import dev.upkeep.history.Uptime;
import dev.upkeep.language.HistoryPhrase;
import dev.upkeep.touch.FailureKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// While the file cannot be written, everything goes on in memory.
final class HistoryTroubleTest {
  private static final Duration A_WHILE = Duration.ofMinutes(5);

  @TempDir Path folder;
  private final List<HistoryNotice> notices = new ArrayList<>();
  private final Disk disk = new Disk();
  private Optional<History> opened = Optional.empty();

  @AfterEach
  void close() {
    opened.ifPresent(History::close);
  }

  private History open(Path file) throws Exception {
    opened.ifPresent(History::close);
    History history = History.open(file, disk, NOW, notices::add);
    opened = Optional.of(history);
    return history;
  }

  private List<HistoryNotice.Kind> told() {
    return notices.stream().map(HistoryNotice::kind).toList();
  }

  /// Records until the disk is full, and then as many again.
  private int fillUp(History history) {
    int count = 0;
    while (history.trouble().isEmpty() && count < 100_000) {
      history.record(List.of(minute(count++)));
    }
    assertThat(history.trouble()).as("a full disk").isPresent();
    for (int i = 0; i < 100; i++) {
      history.record(List.of(minute(count++)));
    }
    return count;
  }

  private static NewTouch minute(int n) {
    return Touches.at(
        n % 2 == 0 ? DATABASE : OTHER,
        NOW.plusSeconds(60L * n),
        n % 7 == 0 ? Touches.failed(FailureKind.TIMEOUT) : Touches.alive(),
        Duration.ofMinutes(2));
  }

  @Test
  void a_full_disk_is_told_once_and_stops_nothing() throws Exception {
    disk.pages = 60;
    History history = open(folder.resolve("upkeep.db"));

    int count = fillUp(history);

    assertThat(notices)
        .containsExactly(
            new HistoryNotice(
                HistoryNotice.Kind.UNWRITABLE,
                HistoryPhrase.NOT_WRITTEN.with(HistoryPhrase.FULL.with())));
    assertThat(history.standings()).containsOnlyKeys(DATABASE, OTHER);
    assertThat(history.recent(count % 2 == 0 ? OTHER : DATABASE, 1))
        .singleElement()
        .extracting(RecordedTouch::at)
        .isEqualTo(NOW.plusSeconds(60L * (count - 1)));
  }

  @Test
  void when_there_is_room_again_every_touch_reaches_the_file() throws Exception {
    disk.pages = 60;
    Path file = folder.resolve("upkeep.db");
    History history = open(file);
    int count = fillUp(history);
    Instant end = NOW.plusSeconds(60L * count);

    history.tend(NOW.plus(A_WHILE));
    assertThat(told()).as("still full").containsExactly(HistoryNotice.Kind.UNWRITABLE);
    disk.pages = Disk.ROOMY;
    history.tend(NOW.plus(A_WHILE).plus(HistoryBackend.RETRY).minusSeconds(1));
    assertThat(history.trouble()).as("not before its time").isPresent();
    history.tend(NOW.plus(A_WHILE).plus(A_WHILE));

    assertThat(told()).containsExactly(HistoryNotice.Kind.UNWRITABLE, HistoryNotice.Kind.BACK);
    assertThat(history.trouble()).isEmpty();
    var standings = history.standings();
    history = open(file);
    assertThat(history.standings()).isEqualTo(standings);
    List<RecordedTouch> all = new ArrayList<>();
    history.all(Filter.ALL).forEachRemaining(all::add);
    assertThat(all.reversed())
        .extracting(RecordedTouch::at)
        .containsExactlyElementsOf(
            IntStream.range(0, count).mapToObj(n -> NOW.plusSeconds(60L * n)).toList());
    List<RecordedTouch> ofOne =
        all.stream().filter(touch -> touch.database().equals(DATABASE)).toList();
    assertThat(history.uptime(DATABASE, Duration.ofDays(90), end))
        .isEqualTo(Uptime.of(ofOne, Duration.ofDays(90), end));
  }

  @Test
  void a_clock_that_was_set_back_does_not_put_off_the_next_try() throws Exception {
    disk.broken = true;
    History history = open(folder.resolve("upkeep.db"));
    disk.broken = false;

    history.tend(NOW.minus(Duration.ofDays(30)));

    assertThat(told()).containsExactly(HistoryNotice.Kind.UNWRITABLE, HistoryNotice.Kind.BACK);
  }

  @Test
  void a_disk_that_is_full_from_the_start_is_no_reason_not_to_start() throws Exception {
    disk.pages = 1;
    History history = open(folder.resolve("upkeep.db"));

    history.record(Touches.minutes(3));

    assertThat(told()).containsExactly(HistoryNotice.Kind.UNWRITABLE);
    assertThat(history.recent(DATABASE, 9)).hasSize(3);
  }

  @Test
  void a_folder_that_cannot_be_written_is_no_reason_not_to_start() throws Exception {
    Path notAFolder = Files.writeString(folder.resolve("file"), "not a folder");
    History history = open(notAFolder.resolve("deeper").resolve("upkeep.db"));

    history.record(Touches.minutes(3));
    history.setDue(OTHER, NOW.plusSeconds(7));
    history.transition(new Transition(OTHER, NOW, Health.UNKNOWN, Health.PAUSED, "Asked for."));

    assertThat(notices)
        .extracting(HistoryNotice::sentence)
        .containsExactly(
            "History cannot be written: the file or its folder is not writable; touching goes"
                + " on.");
    assertThat(history.nextDue()).containsEntry(OTHER, NOW.plusSeconds(7));
    assertThat(history.transitions(Optional.empty(), NOW, NOW.plusSeconds(1), 9)).hasSize(1);
    assertThat(history.uptime(DATABASE, Duration.ofDays(1), NOW.plusSeconds(60)).up())
        .isEqualTo(Duration.ofMinutes(1));

    Files.delete(notAFolder);
    history.tend(NOW.plus(A_WHILE));

    assertThat(told()).containsExactly(HistoryNotice.Kind.UNWRITABLE, HistoryNotice.Kind.BACK);
    assertThat(history.recent(DATABASE, 9)).hasSize(3);
    assertThat(history.transitions(Optional.empty(), NOW, NOW.plusSeconds(1), 9)).hasSize(1);
  }

  @Test
  void what_happened_before_a_start_in_trouble_is_joined_with_what_happened_after()
      throws Exception {
    Path file = folder.resolve("upkeep.db");
    History history = open(file);
    history.record(List.of(Touches.at(NOW, Touches.alive(), A_WHILE)));
    Instant failing = NOW.plusSeconds(300);
    history.record(List.of(Touches.at(failing, Touches.failed(FailureKind.TLS), A_WHILE)));
    history.close();
    disk.broken = true;
    history = open(file);
    history.record(
        List.of(Touches.at(NOW.plusSeconds(600), Touches.failed(FailureKind.TLS), A_WHILE)));

    disk.broken = false;
    history.tend(NOW.plus(A_WHILE));

    assertThat(history.recent(DATABASE, 9)).hasSize(3);
    assertThat(history.standings().values())
        .singleElement()
        .satisfies(standing -> {
          assertThat(standing.failures()).isEqualTo(2);
          assertThat(standing.failingSince()).contains(failing);
          assertThat(standing.lastProof()).isPresent();
        });
  }

  @Test
  void a_database_forgotten_in_trouble_stays_forgotten() throws Exception {
    Path file = folder.resolve("upkeep.db");
    History history = open(file);
    history.record(List.of(minute(0), minute(1)));
    history.close();
    disk.broken = true;
    history = open(file);

    history.forget(DATABASE);
    disk.broken = false;
    history.tend(NOW.plus(A_WHILE));

    assertThat(history.standings()).containsOnlyKeys(OTHER);
    assertThat(history.recent(DATABASE, 9)).isEmpty();
  }

  @Test
  void closing_tries_once_more() throws Exception {
    Path file = folder.resolve("upkeep.db");
    disk.broken = true;
    History history = open(file);
    history.record(Touches.minutes(3));

    disk.broken = false;
    history.close();

    assertThat(RawFile.ids(file)).hasSize(3);
  }

  @Test
  void memory_holds_the_last_touches_only() throws Exception {
    disk.broken = true;
    History history = open(folder.resolve("upkeep.db"));

    history.record(Touches.minutes(HistoryBackend.IN_MEMORY + 500));

    List<RecordedTouch> all = new ArrayList<>();
    history.all(Filter.ALL).forEachRemaining(all::add);
    assertThat(all).hasSize(HistoryBackend.IN_MEMORY);
    assertThat(all.getFirst().at())
        .isEqualTo(NOW.plusSeconds(60L * (HistoryBackend.IN_MEMORY + 499)));
  }

  @Test
  void without_sqlite_the_standings_are_right_and_the_rest_is_empty() throws Exception {
    disk.broken = true;
    disk.memoryBroken = true;
    History history = open(folder.resolve("upkeep.db"));

    history.record(Touches.minutes(3));
    history.setDue(OTHER, NOW);

    assertThat(told()).containsExactly(HistoryNotice.Kind.UNWRITABLE);
    assertThat(history.standings()).containsOnlyKeys(DATABASE, OTHER);
    assertThat(history.page(Filter.ALL, Optional.empty(), 9).touches()).isEmpty();
    assertThat(history.uptime(DATABASE, A_WHILE, NOW)).isEqualTo(Uptime.NONE);
    assertThat(history.prune(NOW, History.DEFAULT_RETENTION)).isZero();
    history.forget(OTHER);
    assertThat(history.nextDue()).containsOnlyKeys(DATABASE);
  }

  /// SQLite on a disk with so many pages of 4 KiB, or on one that does not work at all.
  private static final class Disk implements Connector {
    private static final int ROOMY = 1_000_000;
    private int pages = ROOMY;
    private boolean broken;
    private boolean memoryBroken;

    @Override
    public Connection connect(String url) throws SQLException {
      if (url.equals(MEMORY) ? memoryBroken : broken) {
        throw new SQLException("disk I/O error", "", 10);
      }
      Connection connection = Touches.SQLITE.connect(url);
      if (!url.equals(MEMORY)) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("PRAGMA max_page_count = " + pages);
        }
      }
      return connection;
    }
  }
}
