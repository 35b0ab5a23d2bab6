package dev.upkeep.history.store;

import static dev.upkeep.history.store.Touches.DATABASE;
import static dev.upkeep.history.store.Touches.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.TouchMode;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Stamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who else touches a database, by what our touches find there.
final class OthersTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;
  private Path file;
  private History history;

  @BeforeEach
  void open() throws Exception {
    file = folder.resolve("upkeep.db");
    history = History.open(file, Touches.SQLITE, NOW, notice -> {});
  }

  @AfterEach
  void close() {
    history.close();
  }

  private void restart() throws Exception {
    history.close();
    open();
  }

  private static Stamp stamp(Instant at, String label) {
    return new Stamp(at, label);
  }

  private void touched(Instant at, Optional<Stamp> found) {
    record(at, new Outcome.Alive(Evidence.WRITE, Duration.ofMillis(42), found, Optional.empty()));
  }

  private void touched(Instant at, Stamp found) {
    touched(at, Optional.of(found));
  }

  private void record(Instant at, Outcome outcome) {
    history.record(DATABASE, Touches.touch(at, outcome), TouchMode.WRITE, at.plus(HOUR));
  }

  private Optional<Stamp> others(String label) {
    return history.standing(DATABASE).stampOfOthers(label);
  }

  @Test
  void the_last_one_under_another_label_is_known_also_after_a_restart() throws Exception {
    Stamp actions = stamp(NOW.minus(HOUR), "github-actions");
    touched(NOW, actions);
    restart();

    assertThat(others("laptop")).contains(actions);
    assertThat(others("GitHub-Actions")).as("we ourselves").isEmpty();
  }

  @Test
  void touches_of_our_own_and_those_that_fail_let_nobody_be_forgotten() throws Exception {
    Stamp actions = stamp(NOW.minus(HOUR), "github-actions");
    touched(NOW, actions);
    touched(NOW.plus(HOUR), stamp(NOW, "laptop"));
    record(NOW.plus(HOUR.multipliedBy(2)), Touches.failed(FailureKind.TIMEOUT));
    touched(NOW.plus(HOUR.multipliedBy(3)), Optional.empty());
    restart();

    assertThat(others("laptop")).contains(actions);
  }

  @Test
  void the_stamp_of_a_touch_of_ours_is_ours_under_whatever_label() {
    touched(NOW, Optional.empty());
    touched(NOW.plus(HOUR), stamp(NOW, "the-name-before"));

    assertThat(others("the-new-name")).isEmpty();
  }

  @Test
  void of_several_the_one_found_last_counts_and_each_once() throws Exception {
    touched(NOW, stamp(NOW.minusSeconds(50), "a"));
    touched(NOW.plusSeconds(60), stamp(NOW.plusSeconds(10), "b"));
    touched(NOW.plusSeconds(120), stamp(NOW.plusSeconds(70), "a"));
    restart();

    assertThat(history.standing(DATABASE).stamps())
        .containsExactly(stamp(NOW.plusSeconds(70), "a"), stamp(NOW.plusSeconds(10), "b"));
  }

  @Test
  void a_server_that_claims_ever_new_labels_and_any_year_is_kept_short() throws Exception {
    for (int n = 0; n < 20; n++) {
      touched(NOW.plusSeconds(n), stamp(Instant.MAX, "label-" + n));
    }
    restart();

    assertThat(history.standing(DATABASE).stamps())
        .extracting(Stamp::label)
        .containsExactly("label-19", "label-18", "label-17", "label-16");
  }

  @Test
  void a_damaged_file_does_not_take_them_along() throws Exception {
    Stamp actions = stamp(NOW.minus(HOUR), "github-actions");
    touched(NOW, actions);
    touched(NOW.plus(HOUR), stamp(NOW, "laptop"));
    Files.write(file, new byte[64 * 1024]);
    touched(NOW.plus(HOUR.multipliedBy(2)), stamp(NOW.plus(HOUR), "laptop"));
    restart();

    assertThat(others("laptop")).contains(actions);
  }

  @Test
  void a_file_of_the_version_before_knows_nobody_and_learns() throws Exception {
    touched(NOW, stamp(NOW.minus(HOUR), "github-actions"));
    history.close();
    RawFile.run(file, "DROP TABLE moments");
    RawFile.run(file, "DROP TABLE memos");
    for (String column :
        List.of(
            "stamps",
            "proof_by",
            "last_write",
            "certificate_from",
            "certificate_until",
            "server")) {
      RawFile.run(file, "ALTER TABLE databases DROP COLUMN " + column);
    }
    for (String column : List.of("certificate_until", "certificate_told")) {
      RawFile.run(file, "ALTER TABLE announced DROP COLUMN " + column);
    }
    RawFile.run(file, "PRAGMA user_version = 2");
    open();

    assertThat(others("laptop")).isEmpty();
    assertThat(history.standing(DATABASE).last()).isPresent();

    touched(NOW.plus(HOUR), stamp(NOW.plusSeconds(1), "github-actions"));
    restart();

    assertThat(others("laptop")).isPresent();
  }
}
