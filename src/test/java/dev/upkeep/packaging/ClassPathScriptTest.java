package dev.upkeep.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The class path of scripts, which Windows joins in another way.
@DisabledOnOs(OS.WINDOWS)
final class ClassPathScriptTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();

  @TempDir private Path folder;

  private String classPath(String system, String libraries, String... folders) throws Exception {
    Path script = folder.resolve("src/build/classpath.sh");
    Files.createDirectories(script.getParent());
    Files.write(script, Files.readAllBytes(ROOT.resolve("src/build/classpath.sh")));
    Files.createDirectories(folder.resolve("target"));
    Files.writeString(folder.resolve("target/test.classpath"), libraries);
    Files.createDirectories(folder.resolve("bin"));
    Path uname = Files.writeString(folder.resolve("bin/uname"), "#!/bin/sh\necho " + system + "\n");
    assertThat(uname.toFile().setExecutable(true)).isTrue();
    List<String> command = new ArrayList<>(List.of("sh", script.toString()));
    command.addAll(List.of(folders));
    return Program.in(folder)
        .env("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"))
        .run(command)
        .out();
  }

  @Test
  void on_windows_it_is_joined_as_maven_joins_the_rest() throws Exception {
    assertThat(classPath("MINGW64_NT-10.0-26100", "C:\\m\\a.jar;C:\\m\\b.jar"))
        .isEqualTo("target/classes;target/test-classes;C:\\m\\a.jar;C:\\m\\b.jar");
    assertThat(classPath("Linux", "/m/a.jar:/m/b.jar", "test-classes"))
        .isEqualTo("target/test-classes:/m/a.jar:/m/b.jar");
  }

  @Test
  void no_other_script_joins_one() throws Exception {
    try (Stream<Path> files =
        Stream.of("Makefile", "src/build", "jpackage", ".ci")
            .map(ROOT::resolve)
            .filter(Files::exists)
            .flatMap(ClassPathScriptTest::below)) {
      assertThat(files)
          .filteredOn(file -> !file.endsWith("classpath.sh"))
          .allSatisfy(file ->
              assertThat(Files.readString(file))
                  .doesNotContain("test.classpath)")
                  .doesNotContainPattern("target/(test-)?classes:"));
    }
  }

  private static Stream<Path> below(Path place) {
    try (Stream<Path> files = Files.walk(place)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*(\\.sh|Makefile|/run)"))
          .toList()
          .stream();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
