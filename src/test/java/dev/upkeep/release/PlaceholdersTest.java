package dev.upkeep.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PlaceholdersTest {
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
}
