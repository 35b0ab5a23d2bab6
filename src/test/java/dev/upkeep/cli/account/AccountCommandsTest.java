package dev.upkeep.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.Samples;
import dev.upkeep.control.account.FoundDatabase;
import dev.upkeep.control.account.KeyRights;
import dev.upkeep.control.account.LinkedAccount;
import dev.upkeep.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AccountCommandsTest {
  private static final FoundDatabase BLOG =
      new FoundDatabase("id-1", "blog", "eu1-blog.upstash.io", "active", true, false);

  private final CliAgent agent = new CliAgent();

  private CliRun.Result run(String... arguments) {
    CliRun.Result result =
        CliRun.asking(agent)
            .env("UPSTASH_EMAIL", "someone@example.com")
            .env("UPSTASH_API_KEY", "c4n4ry-key")
            .run(arguments);
    assertThat(result.everything()).doesNotContain("c4n4ry", "someone@");
    return result;
  }

  private static LinkedAccount linked(FoundDatabase... unkept) {
    return new LinkedAccount(
        Optional.of(Samples.NOW),
        KeyRights.READ_ONLY,
        false,
        Optional.of(Samples.NOW),
        Optional.empty(),
        3,
        List.of(unkept),
        0);
  }

  @Test
  void linking_says_beforehand_what_it_asks_and_then_what_the_key_may_do() {
    agent.account = linked(BLOG);

    CliRun.Result result = run("link-upstash");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(result.err()).contains("readonly-check-nonexistent", "--no-probe");
    assertThat(result.out()).contains("may only read", "3 databases", "blog");
    assertThat(agent.asked).contains("link someone@example.com probed");
  }

  @Test
  void no_probe_and_keep_new_are_passed_on() {
    agent.account = linked();

    CliRun.Result result = run("link-upstash", "--no-probe", "--keep-new", "--json");

    assertThat(agent.asked).contains("link someone@example.com keeping");
    assertThat(result.err()).doesNotContain("readonly-check-nonexistent");
    assertThat(result.out()).contains("\"keyRights\":\"readOnly\"");
  }

  @Test
  void one_is_kept_or_ignored_by_name_or_id_and_an_unknown_one_is_said() {
    agent.with(Samples.fresh(Samples.database("blog")));
    agent.account = linked(BLOG);

    CliRun.Result kept = run("account", "--keep", "blog");
    assertThat(kept.out()).as(kept.everything()).contains("Added blog.");
    assertThat(run("account", "--ignore", "id-1").exitCode()).isZero();
    assertThat(run("account", "--keep", "other").exitCode()).isEqualTo(2);
    assertThat(agent.asked).contains("keep id-1", "ignore id-1");
  }

  @Test
  void a_name_that_two_have_means_neither() {
    agent.account =
        linked(BLOG, new FoundDatabase("id-2", "blog", "x.upstash.io", "active", true, false));

    assertThat(run("account", "--keep", "blog").exitCode()).isEqualTo(2);
    assertThat(agent.asked).noneMatch(one -> one.startsWith("keep"));
  }

  @Test
  void without_a_link_that_is_said_and_unlinking_is_no_failure() {
    assertThat(run("account").out()).contains("No Upstash account is linked.");
    assertThat(run("unlink-upstash").exitCode()).isZero();
    assertThat(run("account", "--json").out().strip())
        .isEqualTo(Json.object().put("type", "account").put("linked", false).build().write());
  }
}
