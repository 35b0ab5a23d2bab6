package dev.upkeep.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.Samples;
import dev.upkeep.database.Database;
import dev.upkeep.json.Json;
import dev.upkeep.touch.Outcome;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HistoryCommandTest {
  private static final Database SHOP = Samples.database("shop");
  private static final Database STAGING = Samples.database("=staging");

  private final CliAgent agent = new CliAgent();

  @BeforeEach
  void define() {
    agent.with(Samples.healthy("shop")).with(Samples.healthy("=staging"));
    record(1, SHOP, Duration.ofDays(10), Samples.alive());
    record(2, SHOP, Duration.ofDays(2), Samples.failed());
    record(3, STAGING, Duration.ofHours(2), Samples.offline());
    record(4, SHOP, Duration.ofHours(1), Samples.alive());
  }

  private void record(long id, Database database, Duration ago, Outcome outcome) {
    agent.with(Samples.recorded(id, database, Samples.touch(Samples.NOW.minus(ago), outcome)));
  }

  private CliRun.Result run(String... arguments) {
    CliRun.Result result = CliRun.asking(agent).run(arguments);
    assertThat(agent.open).isZero();
    return result;
  }

  @Test
  void the_newest_comes_first() {
    CliRun.Result result = run("history");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines())
        .containsExactly(
            "2025-11-22 11:00:00  alive    shop      write verified in 42 ms",
            "2025-11-22 10:00:00  skipped  =staging  This computer is offline.",
            "2025-11-20 12:00:00  failed   shop      The password was rejected.",
            "2025-11-12 12:00:00  alive    shop      write verified in 42 ms");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "history SHOP | 3",
        "history --since 3d | 3",
        "history --since 2025-11-22 | 2",
        "history --outcome failed | 1",
        "history --outcome failed,skipped | 2",
        "history --outcome FAILED --outcome alive shop | 3",
        "history --limit 2 | 2"
      })
  void options_choose(String command, int rows) {
    CliRun.Result result = run(command.strip().split(" "));

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(result.out()).hasLineCount(rows);
  }

  @Test
  void a_table_that_was_cut_says_so() {
    assertThat(run("history", "--limit", "2").err()).contains("--limit");
    assertThat(run("history", "--limit", "4").err()).isEmpty();
  }

  @Test
  void csv_is_complete_and_safe_for_spreadsheets() {
    for (int id = 5; id < 455; id++) {
      record(id, STAGING, Duration.ofMinutes(1), Samples.alive());
    }

    CliRun.Result result = run("history", "--format", "csv");

    assertThat(result.out().lines()).hasSize(455);
    assertThat(result.out()).startsWith("time,database_id,database,outcome,");
    assertThat(result.out()).contains(",'=staging,").doesNotContain(",=staging,");
    assertThat(agent.pages).as("in pages of 200").isEqualTo(3);
  }

  @Test
  void a_table_shows_a_hundred_and_json_shows_all() {
    for (int id = 5; id < 455; id++) {
      record(id, SHOP, Duration.ofMinutes(1), Samples.alive());
    }

    assertThat(run("history").out()).hasLineCount(100);
    assertThat(run("history", "--json").out()).hasLineCount(454);
  }

  @Test
  void json_has_stable_names() {
    Json.Obj touch = run("history", "--format", "json", "--outcome", "failed").json().getFirst();

    assertThat(touch.members().keySet())
        .containsExactly(
            "databaseId",
            "database",
            "time",
            "mode",
            "outcome",
            "kind",
            "message",
            "advice",
            "attempts",
            "timingsMs",
            "nextDue");
    assertThat(touch.string("kind")).contains("auth");
  }

  @Test
  void touches_of_a_database_that_is_gone_are_still_shown() {
    Database gone = SHOP.edit().id(new UUID(0, 1)).done();
    record(9, gone, Duration.ofMinutes(1), Samples.alive());

    assertThat(run("history", "--limit", "1").out()).contains("(removed)");
    assertThat(run("history", "--limit", "1", "--json").json().getFirst().members())
        .doesNotContainKey("database");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "history --since yesterday",
        "history --outcome good",
        "history --limit 0",
        "history --limit -1",
        "history --format xml",
        "history --json --format csv",
        "history nobody"
      })
  void what_cannot_be_used_is_exit_2(String command) {
    CliRun.Result result = run(command.split(" "));

    assertThat(result.exitCode()).as(result.everything()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("upkeep: ").hasLineCount(1);
  }
}
