package dev.upkeep.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.upkeep.testing.Program;
import dev.upkeep.testing.Shell;
import dev.upkeep.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scripts that cannot be run here are at least read, by ShellCheck, with those that can.
@Tag("slow")
final class ScriptsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();

  @TempDir private Path folder;

  @BeforeEach
  void reader() {
    assumeThat(Shell.has("shellcheck")).as("make test installs shellcheck").isTrue();
  }

  private void check(List<String> files, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("shellcheck", "--severity=warning", "--source-path=" + ROOT));
    command.addAll(List.of(options));
    command.addAll(files);
    Program.Result result = Program.in(folder).run(command);

    assertThat(result.exitCode()).as(result.everything()).isZero();
  }

  @Test
  void every_script_of_the_build_and_of_the_packages_is_sound() throws Exception {
    List<String> scripts =
        new ArrayList<>(List.of(ROOT.resolve("jpackage/linux/postrm").toString()));
    for (String place : new String[] {"jpackage", "src/build"}) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(place))) {
        files
            .map(Path::toString)
            .filter(name -> name.endsWith(".sh"))
            .sorted()
            .forEach(scripts::add);
      }
    }
    assertThat(scripts).hasSizeGreaterThan(20);

    check(scripts);
  }

  @Test
  void every_script_in_a_workflow_is_sound() throws Exception {
    List<String> scripts = new ArrayList<>();
    try (Stream<Path> files = Files.list(ROOT.resolve(".github/workflows"))) {
      for (Path file : files.sorted().toList()) {
        scripts.addAll(scripts(file));
      }
    }
    assertThat(scripts).hasSizeGreaterThan(10);

    check(scripts, "--shell=bash");
  }

  /// Each in a file of its own. What GitHub would put in there belongs into a variable.
  private List<String> scripts(Path workflow) throws IOException {
    List<String> scripts = new ArrayList<>();
    for (JsonNode job : Yaml.document(Files.readString(workflow)).at("/jobs")) {
      for (JsonNode step : job.path("steps")) {
        String run = step.path("run").asText();
        if (!run.isEmpty()) {
          assertThat(run).as(workflow.toString()).doesNotContain("${{");
          Path file = Files.createTempFile(folder, workflow.getFileName().toString(), ".sh");
          scripts.add(Files.writeString(file, run).toString());
        }
      }
    }
    return scripts;
  }
}
