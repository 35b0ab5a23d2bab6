package dev.upkeep.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Scripts read what the commands print as JSON: each member is explained to those who write them.
final class JsonMembersTest {
  private static final Path MAIN = Path.of("src/main/java/dev/upkeep");
  private static final Pattern MEMBER =
      Pattern.compile("\\.put(?:IfPresent)?\\(\\s*\"([A-Za-z]+)\"");
  private static final Pattern NAMED = Pattern.compile("`([A-Za-z]+)`");

  @Test
  void every_member_that_a_command_prints_is_explained() throws IOException {
    Set<String> printed = new TreeSet<>();
    for (Path file : writers()) {
      MEMBER
          .matcher(Files.readString(file))
          .results()
          .forEach(found -> printed.add(found.group(1)));
    }
    Set<String> explained = new TreeSet<>();
    NAMED
        .matcher(Files.readString(Path.of("src/docs/json.md")))
        .results()
        .forEach(found -> explained.add(found.group(1)));
    assertThat(printed).contains("outcome", "safeUntil", "stopped", "daysLeft");
    assertThat(explained).containsAll(printed);
  }

  private static List<Path> writers() throws IOException {
    List<Path> all = new ArrayList<>();
    all.add(MAIN.resolve("touch/TouchForm.java"));
    all.add(MAIN.resolve("history/JsonExport.java"));
    try (Stream<Path> files = Files.walk(MAIN.resolve("cli"))) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
    }
    return all;
  }
}
