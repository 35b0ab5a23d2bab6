package dev.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What only some systems have is asked for where somebody looks first whether it is there: one
/// place each, or a test that says where it runs.
final class SystemsTest {
  private static final String MAIN = "src/main/java";
  private static final String TESTS = "src/test/java";
  private static final String TOOLS = "src/tools/java";

  /// This class, and the two that know.
  private static final List<String> KNOWING = List.of("SystemsTest.java", "Modes.java");

  private static final Pattern SHELL =
      Pattern.compile("#!/bin/sh|List\\.of\\(\\s*\"/(usr/)?bin/|run\\(\\s*\"(sh|/bin/\\w+)\"");

  private static final Pattern SAYS_WHERE =
      Pattern.compile(
          "@(Disabled|Enabled)OnOs|assume|TestAbortedException|Files\\.(exists|isExecutable)");

  private static List<String> those(String place, Predicate<String> which) {
    try (Stream<Path> files = Files.walk(Path.of(place))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !KNOWING.contains(String.valueOf(file.getFileName())))
          .filter(file -> which.test(text(file)))
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Predicate<String> has(String words) {
    return text -> text.contains(words);
  }

  @Test
  void modes_of_files_are_set_in_one_place() {
    assertThat(those(MAIN, has("PosixFilePermissions."))).containsExactly("OwnerOnly.java");
    assertThat(those(MAIN, has("setPosixFilePermissions"))).containsExactly("OwnerOnly.java");
    assertThat(those(TESTS, has("PosixFilePermissions."))).isEmpty();
    assertThat(those(TOOLS, has("PosixFilePermissions."))).isEmpty();
  }

  @Test
  void files_take_the_place_of_others_in_one_way() {
    assertThat(those(MAIN, has("ATOMIC_MOVE"))).containsExactly("Moves.java");
    assertThat(those(MAIN, has("Files.move("))).containsExactly("Moves.java", "RotatingFile.java");
  }

  @Test
  void the_empty_device_has_the_name_that_a_system_gives_it() {
    assertThat(those(MAIN, has("\"/dev/null\""))).containsExactly("OtherProgram.java");
    // A link to it is what an entry of an autostart may be, and git's word for no configuration.
    assertThat(those(TESTS, has("\"/dev/null\"")))
        .containsExactly("ReleaseCheckTest.java", "XdgAutostartTest.java");
  }

  @Test
  void lists_of_paths_are_joined_as_java_joins_them_here() {
    Predicate<String> byColon =
        text ->
            Pattern.compile("(PATH|class\\.path)\"[^;]*(split|join)\\(\":\"").matcher(text).find();
    // The specification of XDG has colons, and Linux alone has that.
    assertThat(those(MAIN, byColon)).containsExactly("XdgAutostart.java");
    assertThat(those(TESTS, byColon)).isEmpty();
    assertThat(those(TOOLS, byColon)).isEmpty();
  }

  @Test
  void a_test_with_a_shell_says_where_it_runs() {
    assertThat(those(TESTS, text -> SHELL.matcher(text).find() && !SAYS_WHERE.matcher(text).find()))
        .isEmpty();
  }
}
