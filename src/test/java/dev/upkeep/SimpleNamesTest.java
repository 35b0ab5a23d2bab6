package dev.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A name that stands twice sends a reader to the wrong room.
final class SimpleNamesTest {
  @Test
  void no_class_is_called_like_another() throws IOException {
    Map<String, List<Path>> places;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      places =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .collect(
                  Collectors.groupingBy(
                      file -> String.valueOf(file.getFileName()),
                      TreeMap::new,
                      Collectors.toList()));
    }
    assertThat(places).hasSizeGreaterThan(500);
    assertThat(places).allSatisfy((name, files) -> assertThat(files).as(name).hasSize(1));
  }
}
