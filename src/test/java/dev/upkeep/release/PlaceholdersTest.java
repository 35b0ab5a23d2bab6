package dev.upkeep.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class PlaceholdersTest {
  @TempDir private Path folder;

  /// Otherwise somebody who publishes Upkeep finds one of them too late.
  @Test
  void who_publishes_upkeep_stands_in_one_place() throws IOException {
    List<String> files = new ArrayList<>();
    for (String place : new String[] {".github", "jpackage", "assets", "src/main", "src/build"}) {
      try (Stream<Path> all = Files.walk(Path.of(place))) {
        all.filter(Files::isRegularFile).map(Path::toString).forEach(files::add);
      }
    }
    files.addAll(List.of("action.yml", "Makefile", "README.md", "CHANGELOG.md"));

    List<String> found = new ArrayList<>();
    for (String file : files) {
      String text = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
      if (text.contains("OWNER/upkeep") || text.contains("upkeep@localhost")) {
        found.add(file);
      }
    }
    assertThat(found).isEmpty();
    assertThat(Path.of("pom.xml")).content().contains("<upkeep.repository>", "<upkeep.maintainer>");
  }

  /// What `package.sh` says of a build with these properties; there is nothing to pack behind it.
  private String packing(String version, String repository, String maintainer) throws Exception {
    Path script = Files.createDirectories(folder.resolve("jpackage")).resolve("package.sh");
    Files.copy(Path.of("jpackage/package.sh"), script, StandardCopyOption.REPLACE_EXISTING);
    for (String system : new String[] {"linux", "macos"}) {
      Path part = Files.createDirectories(folder.resolve("jpackage").resolve(system));
      Files.writeString(part.resolve("package.sh"), "echo packed by $maintainer; exit\n");
    }
    Path properties =
        Files.createDirectories(folder.resolve("target/classes/dev/upkeep"))
            .resolve("build.properties");
    Files.writeString(
        properties,
        "version=%s\nrepository=%s\nmaintainer=%s\n".formatted(version, repository, maintainer));
    return Program.in(folder).run("sh", script.toString()).everything();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_release_is_not_packed_with_placeholders() throws Exception {
    assertThat(packing("1.2.3", "OWNER/upkeep", "A <a@b.example>"))
        .contains("repository=OWNER/upkeep", "set that in pom.xml")
        .doesNotContain("packed");
    assertThat(packing("1.2.3", "somebody/upkeep", "A <upkeep@localhost>"))
        .contains("maintainer=A <upkeep@localhost>", "set that in pom.xml")
        .doesNotContain("packed");

    assertThat(packing("1.2.3", "somebody/upkeep", "A <a@b.example>"))
        .contains("packed by A <a@b.example>");
    assertThat(packing("1.2.3-SNAPSHOT", "OWNER/upkeep", "A <upkeep@localhost>"))
        .contains("packed by A <upkeep@localhost>");
  }
}
