package dev.upkeep.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The texts that go along with what ships.
final class LicencesTest {
  private static final Path FOLDER = Path.of("jpackage/licences");

  /// Names of the jars of the program, without versions and systems.
  private static Set<String> libraries() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String path :
        Files.readString(Path.of("target/test.classpath")).strip().split(File.pathSeparator, -1)) {
      String jar = String.valueOf(Path.of(path).getFileName());
      // From here on are those that only tests use.
      if (jar.startsWith("junit-jupiter")) {
        break;
      }
      names.add(jar.replaceAll("-\\d.*", ""));
    }
    return names;
  }

  @Test
  void every_library_that_ships_has_the_text_of_its_licence_beside_it() throws IOException {
    assertThat(libraries()).contains("jedis", "logback-core", "javafx-base");
    assertThat(Licences.missing(libraries(), FOLDER)).isEmpty();
    // And nothing is named that does not ship any more.
    assertThat(Licences.index(FOLDER).keySet()).isEqualTo(libraries());
  }

  @Test
  void every_text_is_whole_and_says_whose_it_is() throws IOException {
    Map<String, List<String>> index = Licences.index(FOLDER);
    for (String line : Files.readAllLines(FOLDER.resolve("index.tsv"))) {
      String[] fields = line.split("\t", -1);
      if (fields.length != 3 || line.startsWith("#")) {
        continue;
      }
      List<String> texts = new ArrayList<>();
      for (String file : index.getOrDefault(fields[0], List.of())) {
        if (!file.startsWith("runtime/")) {
          texts.add(Files.readString(FOLDER.resolve(file)));
        }
      }
      String all = String.join("\n", texts).replaceAll("\\s+", " ");
      switch (fields[1]) {
        case "MIT" ->
            assertThat(all)
                .as(line)
                .containsPattern("Copyright \\(c\\) .*\\w")
                .contains("Permission is hereby granted", "WITHOUT WARRANTY OF ANY KIND");
        case "BSD-3-Clause" ->
            assertThat(all).as(line).contains("Copyright (c)", "Neither the name", "DISCLAIMED");
        case "Apache-2.0" -> assertThat(all).as(line).contains("Apache License", "END OF TERMS");
        case "EPL-2.0" ->
            assertThat(all).as(line).contains("Copyright (C)", "Eclipse Public License - v 2.0");
        case "Public Domain" -> assertThat(all).as(line).contains("public domain");
        default -> assertThat(fields[1]).isEqualTo("GPL-2.0-with-classpath-exception");
      }
    }
  }

  @Test
  void the_runtime_brings_its_own() throws IOException {
    Path legal = Path.of(System.getProperty("java.home"), "legal", "java.base", "LICENSE");

    assertThat(Files.readString(legal)).contains("\"CLASSPATH\" EXCEPTION");
  }

  @Test
  void every_image_takes_them_along() throws IOException {
    assertThat(Files.readString(Path.of("jpackage/image.sh")))
        .contains("cp -R jpackage/licences \"$work/app/licences\"");
  }
}
