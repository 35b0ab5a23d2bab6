package dev.upkeep.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the documents to what they promise: short at the door, no dead links, nothing said twice,
/// and only commands that exist.
final class DocumentsTest {
  private static final Path ROOT = Path.of("");
  private static final int LONGEST_README = 150;
  private static final int SHORTEST_PARAGRAPH = 80;

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|srcset=\"([^\"]+)\"");
  private static final Pattern PARAGRAPHS = Pattern.compile("\n\\s*\n");
  private static final Pattern FILE = Pattern.compile("`(src/[^`]+)`");
  private static final Pattern ROOM = Pattern.compile("text-anchor=\"middle\">([a-z]+)</text>");
  private static final Pattern TARGET =
      Pattern.compile("`make ([a-z-]+)|^make ([a-z-]+)", Pattern.MULTILINE);

  static List<Path> documents() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String name :
        List.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "jpackage/README.md")) {
      all.add(ROOT.resolve(name));
    }
    try (Stream<Path> files = Files.walk(ROOT.resolve("src/docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(all::add);
    }
    return all;
  }

  @Test
  void the_readme_is_read_in_a_minute() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("README.md")))
        .hasSizeLessThanOrEqualTo(LONGEST_README);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_link_leads_to_a_file(Path document) throws IOException {
    List<String> dead =
        LINK.matcher(Files.readString(document))
            .results()
            .map(DocumentsTest::target)
            .filter(link -> !link.startsWith("http") && !link.startsWith("#"))
            .map(link -> link.replaceAll("#.*", ""))
            .filter(link -> !Files.exists(document.toAbsolutePath().resolveSibling(link)))
            .toList();
    assertThat(dead).isEmpty();
  }

  private static String target(MatchResult link) {
    return link.group(1) == null ? link.group(2) : link.group(1);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_make_target_exists(Path document) throws IOException {
    Set<String> named =
        TARGET
            .matcher(Files.readString(document))
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> targets =
        Pattern.compile("^([a-z-]+):", Pattern.MULTILINE)
            .matcher(Files.readString(ROOT.resolve("Makefile")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(targets).containsAll(named);
  }

  @Test
  void every_file_that_a_recipe_names_is_there() throws IOException {
    List<String> named =
        FILE.matcher(Files.readString(ROOT.resolve("src/docs/adding.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(named).allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
  }

  @Test
  void the_index_names_every_decision() throws IOException {
    Path folder = ROOT.resolve("src/docs/decisions");
    String index = Files.readString(folder.resolve("README.md"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.equals("README.md"))
          .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
    }
  }

  @Test
  void no_paragraph_stands_in_two_documents() throws IOException {
    Map<String, Path> first = new HashMap<>();
    for (Path document : documents()) {
      List<String> paragraphs =
          PARAGRAPHS.splitAsStream(Files.readString(document)).map(DocumentsTest::words).toList();
      for (String paragraph : paragraphs) {
        if (paragraph.length() >= SHORTEST_PARAGRAPH) {
          assertThat(first.get(paragraph)).as("where else this stands: %s", paragraph).isNull();
        }
      }
      paragraphs.forEach(paragraph -> first.putIfAbsent(paragraph, document));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void the_picture_of_the_code_shows_every_room_and_no_other(String theme) throws IOException {
    Set<String> rooms =
        Files.readAllLines(ROOT.resolve("src/test/resources/dev/upkeep/rooms.txt")).stream()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .map(line -> line.replaceAll("[ .|].*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    String picture =
        Files.readString(ROOT.resolve("src/docs/pictures/architecture-" + theme + ".svg"));
    Set<String> drawn =
        ROOM.matcher(picture.substring(picture.indexOf(">Rooms")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(drawn).isEqualTo(rooms);
  }

  private static String words(String paragraph) {
    return paragraph.strip().replaceAll("\\s+", " ");
  }
}
