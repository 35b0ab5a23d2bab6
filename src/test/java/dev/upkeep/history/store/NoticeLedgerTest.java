package dev.upkeep.history.store;

import static dev.upkeep.history.store.Touches.DATABASE;
import static dev.upkeep.history.store.Touches.NOW;
import static dev.upkeep.history.store.Touches.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Margin;
import dev.upkeep.history.Announced;
import dev.upkeep.history.Decision;
import dev.upkeep.history.Health;
import dev.upkeep.history.HistoryNotice;
import dev.upkeep.history.Queued;
import dev.upkeep.history.Topic;
import dev.upkeep.history.Transition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people were told, and are still to be told, outlives the process and the file.
final class NoticeLedgerTest {
  private static final UUID EVENT = new UUID(1, 1);
  private static final UUID LATER = new UUID(1, 2);

  @TempDir Path folder;
  private final List<HistoryNotice> notices = new ArrayList<>();
  private Path file;
  private History history;

  @BeforeEach
  void open() throws Exception {
    file = folder.resolve("upkeep.db");
    history = History.open(file, Touches.SQLITE, NOW, notices::add);
  }

  @AfterEach
  void close() {
    history.close();
  }

  private void restart() throws Exception {
    history.close();
    history = History.open(file, Touches.SQLITE, NOW, notices::add);
  }

  private static Announced everything(UUID database) {
    return new Announced(
        database,
        Optional.of(
            new Announced.Outage(
                Set.of(Topic.DOWN, Topic.CREDENTIALS, Topic.MARGIN),
                NOW.minusSeconds(900),
                NOW.minusSeconds(600),
                EVENT,
                NOW,
                4,
                Optional.of(new Announced.Recovery(NOW, LATER)))),
        Optional.of(new Announced.Melted(NOW.minusSeconds(90_000), Margin.Level.QUARTER)),
        Optional.of(new Announced.Locked(NOW.minusSeconds(60), true)),
        Optional.of(NOW.plusSeconds(3600)),
        Optional.of(new Announced.Expiring(NOW.plusSeconds(86_400), 2)));
  }

  private static Decision.NewNotice notice(UUID event, UUID database, String channel) {
    return new Decision.NewNotice(event, database, channel, NOW, "{}", NOW.plusSeconds(30));
  }

  private void decide(Announced announced, Decision.NewNotice... queued) {
    history.decide(new Decision(Optional.empty(), List.of(announced), List.of(queued), Set.of()));
  }

  private List<UUID> events() {
    return history.queued().stream().map(Queued::event).toList();
  }

  @Test
  void all_that_was_told_comes_back_as_it_was() throws Exception {
    decide(everything(DATABASE));
    Announced little =
        Announced.nothing(OTHER).withSecret(Optional.of(new Announced.Locked(NOW, false)));
    decide(little);

    restart();

    assertThat(history.announced(DATABASE)).isEqualTo(everything(DATABASE));
    assertThat(history.announced(OTHER)).isEqualTo(little);
  }

  @Test
  void what_is_over_leaves_no_trace() throws Exception {
    decide(everything(DATABASE));
    decide(Announced.nothing(DATABASE));

    restart();

    assertThat(history.announced(DATABASE).isNothing()).isTrue();
  }

  @Test
  void a_decision_is_kept_with_the_transition_that_led_to_it() throws Exception {
    Transition down = new Transition(DATABASE, NOW, Health.ALIVE, Health.DOWN, "It failed.");
    history.decide(
        new Decision(
            Optional.of(down),
            List.of(everything(DATABASE)),
            List.of(notice(EVENT, DATABASE, "desktop")),
            Set.of()));

    restart();

    assertThat(history.standing(DATABASE).lastTransition()).contains(down);
    assertThat(events()).containsExactly(EVENT);
  }

  @Test
  void what_is_queued_is_sent_withdrawn_postponed_and_dropped_for_good() throws Exception {
    for (int i = 1; i <= 4; i++) {
      decide(everything(DATABASE), notice(new UUID(1, i), DATABASE, "desktop"));
    }
    List<Queued> all = history.queued();
    history.sent(List.of(all.get(0).id()), NOW);
    history.decide(
        new Decision(Optional.empty(), List.of(), List.of(), Set.of(all.get(1).event())));
    history.drop(List.of(all.get(2).id()));
    Instant next = NOW.plusSeconds(60);
    history.postpone(List.of(all.get(3)), next);

    restart();

    assertThat(history.queued())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.event()).isEqualTo(new UUID(1, 4));
          assertThat(row.attempts()).isEqualTo(1);
          assertThat(row.nextAttempt()).isEqualTo(next);
          assertThat(row.created()).isEqualTo(NOW);
        });
  }

  @Test
  void a_file_that_vanishes_is_made_up_for_from_memory() throws Exception {
    decide(everything(DATABASE), notice(EVENT, DATABASE, "desktop"));
    Files.delete(file);
    decide(everything(OTHER), notice(LATER, OTHER, "desktop"));

    restart();

    assertThat(history.announced(DATABASE)).isEqualTo(everything(DATABASE));
    assertThat(events()).containsExactly(EVENT, LATER);
  }

  @Test
  void what_was_sent_before_a_file_came_back_is_not_sent_again() throws Exception {
    decide(everything(DATABASE), notice(EVENT, DATABASE, "desktop"));
    Path away = folder.resolve("away.db");
    Files.copy(file, away);
    history.sent(List.of(history.queued().getFirst().id()), NOW);
    Files.delete(file);
    Files.move(away, file);
    history.tend(NOW.plusSeconds(30));

    restart();

    assertThat(events()).isEmpty();
  }

  @Test
  void forgetting_a_database_forgets_what_was_told_of_it() throws Exception {
    decide(everything(DATABASE), notice(EVENT, DATABASE, "desktop"));
    decide(everything(OTHER), notice(LATER, OTHER, "desktop"));

    history.forget(DATABASE);
    restart();

    assertThat(history.announced(DATABASE).isNothing()).isTrue();
    assertThat(events()).containsExactly(LATER);
  }

  @Test
  void a_file_of_the_first_version_gets_the_new_tables() throws Exception {
    history.close();
    RawFile.run(file, "DROP TABLE announced");
    RawFile.run(file, "DROP TABLE outbox");
    RawFile.run(
        file, "CREATE TABLE outbox(id INTEGER PRIMARY KEY, sent INTEGER, next_attempt INTEGER)");
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
    RawFile.run(file, "PRAGMA user_version = 1");

    history = History.open(file, Touches.SQLITE, NOW, notices::add);
    decide(everything(DATABASE), notice(EVENT, DATABASE, "desktop"));
    restart();

    assertThat(events()).containsExactly(EVENT);
    assertThat(notices).isEmpty();
  }
}
