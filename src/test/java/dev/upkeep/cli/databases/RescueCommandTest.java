package dev.upkeep.cli.databases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.Samples;
import dev.upkeep.control.account.ProviderFigures;
import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import dev.upkeep.testing.StatusBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RescueCommandTest {
  private static final String NEW = "rediss://default:c4n4ry-new@eu2-restored-1.upstash.io:6379";
  private final CliAgent agent = new CliAgent();
  private final Database blog = Samples.database("blog").edit().tags(List.of("team")).done();

  private CliRun.Result run(String... arguments) {
    CliRun.Result result = CliRun.asking(agent).stdin(NEW).run(arguments);
    assertThat(result.everything()).doesNotContain("c4n4ry");
    return result;
  }

  private void gone() {
    agent.with(
        StatusBuilder.of(blog)
            .figures(
                new ProviderFigures(
                    "active",
                    Optional.of(Samples.NOW),
                    ProviderFigures.Counted.UNKNOWN,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
            .done());
  }

  @Test
  void it_goes_on_as_the_same_database_with_the_new_secret() {
    gone();
    agent.keeping("blog", Secret.of("c4n4ry-old"));

    CliRun.Result result = run("rescue", "blog", "--stdin");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(result.out()).contains("blog goes on at eu2-restored-1.upstash.io");
    Database now = agent.named("blog");
    assertThat(now.id()).isEqualTo(blog.id());
    assertThat(now.tags()).containsExactly("team");
    assertThat(now.endpoint().host()).isEqualTo("eu2-restored-1.upstash.io");
    assertThat(agent.secretOf("blog")).contains("c4n4ry-new");
  }

  @Test
  void one_that_is_not_surely_archived_is_left_alone_unless_a_person_says_so() {
    agent.with(StatusBuilder.of(blog).done());

    CliRun.Result refused = run("rescue", "blog", "--stdin");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--archived");
    assertThat(agent.named("blog")).isEqualTo(blog);

    assertThat(run("rescue", "blog", "--stdin", "--archived").exitCode()).isZero();
  }
}
