package dev.upkeep.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.upkeep.testing.Program;
import dev.upkeep.testing.Shell;
import dev.upkeep.testing.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The pipeline, its script run as a runner's shell runs it: the download, the checksum and the
/// touch. No GitLab was asked.
@EnabledOnOs(OS.LINUX)
final class DeployGitlabIT {
  @TempDir private Path root;

  private Deployed deployed;

  @BeforeEach
  void begin() throws Exception {
    assumeThat(Shell.has("curl")).as("make test installs curl").isTrue();
    deployed = new Deployed(root, Duration.ofHours(6));
  }

  @AfterEach
  void stop() {
    deployed.close();
  }

  private JsonNode pipeline(String... more) throws Exception {
    deployed.deploy("gitlab-ci", more);
    return Yaml.document(deployed.text(".gitlab-ci.yml"));
  }

  /// All lines of the one job, as one script that ends at the first that fails.
  private Program.Result asRunner(JsonNode pipeline) throws Exception {
    JsonNode job = pipeline.at("/every-6h");
    Map<String, String> variables = new LinkedHashMap<>(Yaml.texts(pipeline.at("/variables")));
    for (String line : deployed.text(".gitlab-ci.yml").lines().toList()) {
      if (line.matches("# +UPKEEP_SECRET_\\w+: .*")) {
        variables.put(line.replaceAll("^# +(\\w+):.*", "$1"), Deployed.PASSWORD);
      }
    }
    Path script = Files.createTempFile(root, "job", ".sh");
    Files.writeString(
        script, "set -eo pipefail\n" + String.join("\n", Yaml.list(job.at("/script"))));
    return deployed.elsewhere().env(variables).run("bash", "--norc", script.toString());
  }

  @Test
  void its_script_fetches_touches_and_fails_as_upkeep_does() throws Exception {
    JsonNode pipeline = pipeline(SampleRelease.in(root).options());

    Program.Result good = asRunner(pipeline);
    assertThat(good.exitCode()).as(good.everything()).isZero();
    assertThat(deployed.label()).isEqualTo("gitlab-ci");
    deployed.requireTouched(good);

    deployed.redis().stop();
    Deployed.requireFailed(asRunner(pipeline));
  }

  @Test
  void nothing_is_fetched_before_a_checksum_is_set() throws Exception {
    Program.Result result = asRunner(pipeline());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("Set UPKEEP_URL and UPKEEP_SHA256 at the top");
  }

  @Test
  void it_runs_from_a_schedule_or_by_hand_and_never_for_a_push() throws Exception {
    JsonNode rules = pipeline().at("/every-6h/rules");

    assertThat(rules).hasSize(1);
    assertThat(rules.at("/0/if").asText())
        .isEqualTo(
            "$UPKEEP_RUN == \"6h\" && ($CI_PIPELINE_SOURCE == \"schedule\" || $CI_PIPELINE_SOURCE =="
                + " \"web\")");
    assertThat(deployed.text(".gitlab-ci.yml")).contains(" with UPKEEP_RUN = 6h\n");
  }
}
