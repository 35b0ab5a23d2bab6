package dev.upkeep.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.upkeep.json.Json;
import dev.upkeep.testing.NodeTool;
import dev.upkeep.testing.Program;
import dev.upkeep.testing.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The image and the way to run it, read by Docker's own kind of parser and run without a Docker:
/// the download of the build, the agent, its health check, and one touch.
@EnabledOnOs(OS.LINUX)
final class DeployDockerIT {
  /// Each instruction as an object a line.
  private static final String PARSE =
      """
      const {DockerfileParser} = require('dockerfile-ast');
      const text = require('fs').readFileSync(process.argv[1], 'utf8');
      for (const it of DockerfileParser.parse(text).getInstructions()) {
        console.log('- ' + JSON.stringify({
          keyword: it.getKeyword(),
          text: it.getArgumentsContent()
        }));
      }
      """;

  @TempDir private Path root;

  private Deployed deployed;
  private Path home;

  @BeforeEach
  void begin() throws Exception {
    deployed = new Deployed(root, Duration.ofHours(6));
    home = root.resolve("home");
  }

  @AfterEach
  void stop() {
    deployed.close();
  }

  private void deploy(String... more) throws Exception {
    deployed.deploy("docker", more);
    deployed.fillInFiles();
    deployed.install();
    inTheContainer();
  }

  /// Where the container has its secrets, this computer has ours.
  private void inTheContainer() throws Exception {
    JsonNode compose = Yaml.document(deployed.text("compose.yaml"));
    List<String> names = Yaml.list(compose.at("/services/upkeep/secrets"));
    assertThat(names).hasSameSizeAs(deployed.databases());
    for (String name : names) {
      assertThat(compose.at("/secrets/" + name + "/file").asText()).isEqualTo("./secrets/" + name);
    }
    Path definitions = deployed.file("databases.json");
    Files.writeString(
        definitions,
        Files.readString(definitions)
            .replace("file:/run/secrets/", "file:" + deployed.file("secrets") + "/"));
  }

  private List<JsonNode> instructions(String keyword) throws Exception {
    JsonNode all = Yaml.document(NodeTool.read(deployed.file("Dockerfile"), PARSE));
    assertThat(all).hasSizeGreaterThan(10);
    return StreamSupport.stream(all.spliterator(), false)
        .filter(instruction -> instruction.at("/keyword").asText().equals(keyword))
        .toList();
  }

  private List<String> words(String keyword) throws Exception {
    List<JsonNode> found = instructions(keyword);
    assertThat(found).as(keyword).hasSize(1);
    return words(found.getFirst(), "");
  }

  /// The words of an array, which is JSON to Docker.
  private static List<String> words(JsonNode instruction, String before) throws Exception {
    String text = instruction.at("/text").asText();
    return Json.parse(text.substring(text.indexOf(before + "[") + before.length()))
        .asArray()
        .orElseThrow()
        .stream()
        .map(word -> word.asString().orElseThrow())
        .toList();
  }

  /// The environment of the container, with a home on this computer.
  private Map<String, String> environment() throws Exception {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String assignment : instructions("ENV").getFirst().at("/text").asText().split(" ", -1)) {
      String[] parts = assignment.split("=", 2);
      variables.put(parts[0], parts[1]);
    }
    assertThat(variables.put("UPKEEP_HOME", home.toString())).isEqualTo("/var/lib/upkeep");
    JsonNode service = Yaml.document(deployed.text("compose.yaml")).at("/services/upkeep");
    assertThat(service.at("/env_file").asText()).isEqualTo("upkeep.addresses.env");
    variables.putAll(Yaml.texts(service.at("/environment")));
    return variables;
  }

  private Program.Result run(Stream<String> arguments) throws Exception {
    return deployed
        .elsewhere()
        .env(environment())
        .run(Stream.concat(words("ENTRYPOINT").stream(), arguments).toList());
  }

  private Program.Result health() throws Exception {
    JsonNode test =
        Yaml.document(deployed.text("compose.yaml")).at("/services/upkeep/healthcheck/test");
    List<String> command = Yaml.list(test);
    assertThat(command.getFirst()).isEqualTo("CMD");
    return deployed.elsewhere().env(environment()).run(command.subList(1, command.size()));
  }

  @Test
  void the_agent_of_the_container_touches_and_is_healthy_until_it_ends() throws Exception {
    deploy();
    List<String> command = new ArrayList<>(words("ENTRYPOINT"));
    command.addAll(words("CMD"));
    Path out = Files.createFile(root.resolve("agent.out"));
    Path err = Files.createFile(root.resolve("agent.err"));
    Process agent = deployed.elsewhere().env(environment()).start(command, out, err);
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
      while (!deployed.allTouched()) {
        assertThat(agent.isAlive()).as(Files.readString(err)).isTrue();
        assertThat(System.nanoTime()).as("the agent touches").isLessThan(end);
        Thread.sleep(100);
      }
      assertThat(deployed.label()).isEqualTo("docker");
      assertThat(health().exitCode()).isZero();

      agent.destroy();
      assertThat(agent.waitFor(60, TimeUnit.SECONDS)).as("docker stop").isTrue();
      assertThat(health().exitCode()).isEqualTo(3);
      assertThat(Files.readString(out) + Files.readString(err)).doesNotContain("c4n4ry");
    } finally {
      agent.destroyForcibly().waitFor();
    }
  }

  @Test
  void the_container_touches_once_and_fails_as_upkeep_does() throws Exception {
    deploy();
    List<String> once = List.of("ping", "--config", words("CMD").getLast());

    deployed.requireTouched(run(once.stream()));

    deployed.redis().stop();
    Deployed.requireFailed(run(once.stream()));
  }

  @Test
  void the_build_takes_the_package_that_was_meant_and_no_other() throws Exception {
    SampleRelease release = SampleRelease.in(root);
    deploy(release.options());
    assertThat(deployed.text("Dockerfile"))
        .contains(
            "ARG UPKEEP_URL=\"" + release.url() + "\"", "ARG UPKEEP_SHA256=\"" + release.sha256());
    String download = script("RUN curl ");
    Path good = Files.createDirectory(root.resolve("good"));
    Path bad = Files.createDirectory(root.resolve("bad"));

    Program.Result built =
        Program.in(good)
            .env("UPKEEP_URL", release.url())
            .env("UPKEEP_SHA256", release.sha256())
            .run("sh", "-c", download);
    Program.Result refused =
        Program.in(bad)
            .env("UPKEEP_URL", release.url())
            .env("UPKEEP_SHA256", "0".repeat(64))
            .run("sh", "-c", download);

    Program.Result unset = Program.in(bad).run("sh", "-c", script("RUN test "));

    assertThat(unset.exitCode()).isEqualTo(2);
    assertThat(unset.err()).contains("Set UPKEEP_URL and UPKEEP_SHA256 at the top");
    assertThat(built.exitCode()).as(built.everything()).isZero();
    assertThat(good.resolve("upkeep/bin/upkeep")).isExecutable();
    assertThat(refused.exitCode()).isPositive();
    assertThat(bad.resolve("upkeep")).doesNotExist();
  }

  /// The lines of one instruction that runs a shell.
  private String script(String beginning) throws Exception {
    List<String> lines =
        deployed.text("Dockerfile").lines().dropWhile(line -> !line.startsWith(beginning)).toList();
    int end = 0;
    while (lines.get(end).endsWith("\\")) {
      end++;
    }
    return String.join("\n", lines.subList(0, end + 1)).substring("RUN ".length());
  }

  @Test
  void it_runs_as_nobody_special_and_sees_its_files_and_nothing_else() throws Exception {
    deploy();
    JsonNode service = Yaml.document(deployed.text("compose.yaml")).at("/services/upkeep");

    assertThat(instructions("USER").getFirst().at("/text").asText()).isEqualTo("10001:10001");
    assertThat(service.at("/read_only").asBoolean()).isTrue();
    assertThat(service.at("/cap_drop").toString()).isEqualTo("[\"ALL\"]");
    assertThat(service.at("/security_opt").toString()).contains("no-new-privileges:true");
    assertThat(service.at("/restart").asText()).isEqualTo("unless-stopped");
    List<String> mounts =
        StreamSupport.stream(service.at("/volumes").spliterator(), false)
            .map(JsonNode::asText)
            .filter(mount -> mount.startsWith("./"))
            .toList();
    for (String name : List.of("databases.json", "ca-1.pem")) {
      assertThat(mounts).contains("./" + name + ":" + deployed.folder() + "/" + name + ":ro");
      assertThat(deployed.file(name)).exists();
    }
    assertThat(deployed.text(".dockerignore")).isEqualTo("*\n");
    assertThat(deployed.text("Dockerfile")).doesNotContain("UPKEEP_SECRET");
  }
}
