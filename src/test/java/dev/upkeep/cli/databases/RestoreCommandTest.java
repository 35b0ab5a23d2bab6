package dev.upkeep.cli.databases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.Samples;
import dev.upkeep.database.Database;
import dev.upkeep.database.RemovedDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RestoreCommandTest {
  private final CliAgent agent = new CliAgent();
  private final Database blog = Samples.database("blog");

  @BeforeEach
  void define() {
    agent.with(Samples.healthy("shop"));
    agent.removed.add(new RemovedDatabase(blog, Samples.NOW));
  }

  private CliRun.Result run(String input, String... arguments) {
    return CliRun.asking(agent).stdin(input).run(arguments);
  }

  @Test
  void it_comes_back_and_says_that_its_secret_is_wanted() {
    CliRun.Result result = run("", "restore", "BLOG");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(result.out()).isEqualToIgnoringNewLines("Brought back blog.");
    assertThat(result.err()).contains("upkeep edit blog --url");
    assertThat(agent.named("blog")).isEqualTo(blog);
  }

  @Test
  void its_connection_text_can_be_given_at_once() {
    CliRun.Result result =
        run(
            "rediss://default:canary@" + blog.endpoint().host() + ":6379",
            "restore",
            "blog",
            "--url");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(result.everything()).doesNotContain("canary");
    assertThat(agent.secretOf("blog")).contains("canary");
  }

  @Test
  void a_text_that_is_no_good_leaves_everything_as_it_was() {
    CliRun.Result result = run("no connection at all", "restore", "blog", "--url");

    assertThat(result.exitCode()).isNotZero();
    assertThat(agent.removed).hasSize(1);
  }

  @Test
  void a_name_that_is_taken_is_said() {
    agent.with(Samples.healthy("shop")).with(Samples.healthy("blog"));

    assertThat(run("", "restore", "blog").out()).contains("Brought back blog as blog (2)");
  }

  @Test
  void without_a_name_it_lists_what_can_be_brought_back() {
    assertThat(run("", "restore").out()).contains("blog");
    assertThat(run("", "restore", "--json").out())
        .contains("\"database\":\"blog\"", "\"removedAt\"", "\"until\"");
    agent.removed.clear();
    assertThat(run("", "restore").out()).contains("Nothing was removed");
  }

  @Test
  void what_was_not_removed_is_refused() {
    CliRun.Result result = run("", "restore", "shop");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("upkeep restore shows");
  }

  @Test
  void those_of_one_tag_are_listed_and_paused() {
    agent.with(Samples.fresh(Samples.database("red").edit().tags(List.of("team")).done()));
    assertThat(run("", "list", "--tag", "TEAM").out()).contains("red").doesNotContain("shop");
    CliRun.Result paused = run("", "pause", "--tag", "team");
    assertThat(paused.exitCode()).as(paused.everything()).isZero();
    assertThat(agent.named("red").paused()).isPresent();
    assertThat(agent.named("shop").paused()).isEmpty();
    assertThat(run("", "list", "--tag", "none").exitCode()).isEqualTo(2);
  }
}
