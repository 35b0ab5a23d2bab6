package dev.upkeep.history.store;

import static dev.upkeep.history.store.Touches.DATABASE;
import static dev.upkeep.history.store.Touches.NOW;
import static dev.upkeep.history.store.Touches.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.TouchMode;
import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.history.Filter;
import dev.upkeep.history.Health;
import dev.upkeep.history.HistoryNotice;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Transition;
import dev.upkeep.touch.FailureKind;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What people, disks and other programs do to the file, while it is closed and while it is open.
final class HistoryDamageTest {
  private static final Instant LATER = NOW.plus(Duration.ofDays(2));

  @TempDir Path folder;
  private final List<HistoryNotice> notices = new ArrayList<>();
  private Path file;
  private History history;

  @BeforeEach
  void fill() throws Exception {
    file = folder.resolve("upkeep.db");
    open();
    history.record(Touches.minutes(2_000));
    history.record(
        List.of(
            Touches.at(OTHER, NOW, Touches.alive(), Duration.ofHours(6)),
            Touches.at(
                OTHER, NOW.plusSeconds(9), Touches.failed(FailureKind.TLS), Duration.ofHours(6)),
            Touches.at(
                OTHER, NOW.plusSeconds(19), Touches.failed(FailureKind.TLS), Duration.ofHours(6))));
    history.transition(
        new Transition(OTHER, NOW.plusSeconds(9), Health.ALIVE, Health.FAILING, "TLS."));
  }

  @AfterEach
  void close() {
    history.close();
  }

  private void open() throws Exception {
    history = History.open(file, Touches.SQLITE, LATER, notices::add);
  }

  private void overwrite(double from) throws Exception {
    byte[] noise = new byte[(int) (Files.size(file) * (1 - from))];
    new Random(5).nextBytes(noise);
    try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "rw")) {
      random.seek(random.length() - noise.length);
      random.write(noise);
    }
  }

  private List<String> setAside() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.contains(".damaged-"))
          .sorted()
          .toList();
    }
  }

  /// History works as ever, and what it writes is there after a restart.
  private void expectWorking() throws Exception {
    int before = history.recent(DATABASE, 200).size();
    history.record(DATABASE, Touches.touch(LATER, Touches.alive()), mode(), LATER.plusSeconds(60));
    assertThat(history.trouble()).isEmpty();
    int known = notices.size();
    history.close();
    assertThat(RawFile.integrity(file)).containsExactly("ok");
    open();
    assertThat(history.recent(DATABASE, 200)).hasSize(Math.min(200, before + 1));
    assertThat(notices).as("no more of them").hasSize(known);
  }

  private static TouchMode mode() {
    return TouchMode.WRITE;
  }

  private void expectOneNotice(String words) {
    assertThat(notices)
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.kind()).isEqualTo(HistoryNotice.Kind.DAMAGED);
          assertThat(notice.sentence()).contains(words).contains("upkeep.db").endsWith(".");
        });
  }

  @Test
  void noise_while_closed_is_set_aside() throws Exception {
    history.close();
    overwrite(0);
    byte[] noise = Files.readAllBytes(file);

    open();

    expectOneNotice("was damaged");
    assertThat(setAside()).containsExactly("upkeep.db.damaged-20260312T120000Z");
    assertThat(folder.resolve("upkeep.db.damaged-20260312T120000Z")).hasBinaryContent(noise);
    expectWorking();
  }

  @Test
  void noise_behind_a_good_beginning_is_found_when_it_is_opened() throws Exception {
    history.close();
    overwrite(0.5);

    open();

    expectOneNotice("was damaged");
    expectWorking();
  }

  @Test
  void a_file_that_was_cut_short_is_set_aside() throws Exception {
    history.close();
    try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "rw")) {
      random.setLength(random.length() / 2 + 77);
    }

    open();

    expectOneNotice("was damaged");
    expectWorking();
  }

  @Test
  void a_file_cut_to_nothing_is_begun_anew_and_said() throws Exception {
    history.close();
    Files.write(file, new byte[0]);

    open();

    expectOneNotice("was empty");
    assertThat(setAside()).isEmpty();
    expectWorking();
  }

  @Test
  void somebody_elses_text_is_set_aside() throws Exception {
    history.close();
    Files.writeString(file, "Dear diary, today I overwrote a database.\n".repeat(300));

    open();

    expectOneNotice("was damaged");
    expectWorking();
  }

  @Test
  void a_database_of_another_program_is_set_aside() throws Exception {
    history.close();
    Files.delete(file);
    RawFile.run(file, "CREATE TABLE touches(something TEXT)");

    open();

    expectOneNotice("was damaged");
    expectWorking();
  }

  @Test
  void a_row_that_nobody_wrote_is_damage_when_it_is_read() throws Exception {
    history.close();
    RawFile.run(file, "UPDATE touches SET mode = 77 WHERE id = 1000");
    open();
    assertThat(notices).isEmpty();

    history.all(Filter.ALL).forEachRemaining(touch -> {});

    expectOneNotice("no TouchMode has the number 77");
    expectWorking();
  }

  @Test
  void a_folder_in_its_place_is_set_aside() throws Exception {
    history.close();
    Files.delete(file);
    Files.createDirectory(file);
    Files.writeString(file.resolve("inside"), "kept");

    open();

    expectOneNotice("a folder is in its place");
    assertThat(folder.resolve(setAside().getFirst()).resolve("inside")).hasContent("kept");
    expectWorking();
  }

  @Test
  void two_damages_in_one_second_overwrite_nothing() throws Exception {
    for (int i = 0; i < 2; i++) {
      history.close();
      overwrite(0);
      open();
    }

    assertThat(setAside())
        .containsExactly(
            "upkeep.db.damaged-20260312T120000Z", "upkeep.db.damaged-20260312T120000Z-2");
    expectWorking();
  }

  @Test
  void a_log_of_noise_costs_no_more_than_itself() throws Exception {
    history.close();
    byte[] noise = new byte[100_000];
    new Random(9).nextBytes(noise);
    Files.write(folder.resolve("upkeep.db-wal"), noise);

    open();

    assertThat(notices).isEmpty();
    assertThat(history.recent(OTHER, 9)).hasSize(3);
    expectWorking();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void noise_while_open_is_noticed_at_the_next_touch_and_nothing_is_forgotten() throws Exception {
    Map<UUID, DatabaseRecord> before = history.standings();
    overwrite(0);

    RecordedTouch touch = history.record(List.of(Touches.minutes(1).getFirst())).getFirst();

    expectOneNotice("was damaged");
    expectStandings(before, touch);
    expectWorking();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void noise_behind_a_good_beginning_while_open_comes_to_light_within_a_day() throws Exception {
    Map<UUID, DatabaseRecord> before = history.standings();
    overwrite(0.05);

    RecordedTouch touch = history.record(List.of(Touches.minutes(1).getFirst())).getFirst();
    history.prune(LATER, History.DEFAULT_RETENTION);

    expectOneNotice("was damaged");
    expectStandings(before, touch);
    history.close();
    open();
    expectStandings(before, touch);
    expectWorking();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_file_that_is_removed_while_open_is_begun_anew() throws Exception {
    Map<UUID, DatabaseRecord> before = history.standings();
    Files.delete(file);

    RecordedTouch touch = history.record(List.of(Touches.minutes(1).getFirst())).getFirst();

    expectOneNotice("was removed");
    expectStandings(before, touch);
    expectWorking();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_file_cut_to_nothing_while_open_is_begun_anew() throws Exception {
    Map<UUID, DatabaseRecord> before = history.standings();
    try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "rw")) {
      random.setLength(0);
    }

    RecordedTouch touch = history.record(List.of(Touches.minutes(1).getFirst())).getFirst();

    expectStandings(before, touch);
    expectWorking();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_log_that_is_removed_while_open_loses_no_touch() throws Exception {
    Files.delete(folder.resolve("upkeep.db-wal"));

    history.tend(LATER);
    history.record(List.of(Touches.minutes(1).getFirst()));

    assertThat(notices).isEmpty();
    history.close();
    open();
    assertThat(RawFile.ids(file)).hasSize(2_004);
    expectWorking();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_backup_put_in_its_place_while_open_is_taken_and_brought_up_to_date() throws Exception {
    Path backup = folder.resolve("backup");
    history.close();
    Files.copy(file, backup);
    open();
    RecordedTouch since =
        history.record(
            DATABASE, Touches.touch(LATER, Touches.alive()), mode(), LATER.plusSeconds(60));
    Files.move(backup, file, StandardCopyOption.REPLACE_EXISTING);

    history.tend(LATER);

    assertThat(notices).isEmpty();
    assertThat(history.recent(DATABASE, 1)).containsExactly(since);
    assertThat(RawFile.ids(file)).hasSize(2_004);
    expectWorking();
  }

  private void expectStandings(Map<UUID, DatabaseRecord> before, RecordedTouch touch) {
    DatabaseRecord unknown = DatabaseRecord.unknown(DATABASE);
    assertThat(history.standings()).containsEntry(OTHER, before.getOrDefault(OTHER, unknown));
    DatabaseRecord standing = history.standings().getOrDefault(DATABASE, unknown);
    assertThat(standing.last()).isEqualTo(Optional.of(touch));
    assertThat(standing.failures()).isZero();
  }
}
