package dev.upkeep.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
final class NotesTest {
  private static final String CHANGELOG =
      """
      # Changelog

      ## [Unreleased]

      ### Added

      - Not yet.

      ## [1.10.0] - 2027-02-01


      ### Added

      - One thing,
        in two lines.

      ### Fixed
      - Another, [linked](https://example.com).


      ## [1.1.0] - 2027-01-01

      ## [1.0.0] - 2026-12-01

      The first.

      [1.10.0]: https://example.com/1.10.0
      """;

  @TempDir private Path folder;

  private Program.Result notes(String version) throws Exception {
    Path file = Files.writeString(folder.resolve("CHANGELOG.md"), CHANGELOG);
    return Program.in(folder)
        .run(
            "sh",
            Path.of("src/build/notes.sh").toAbsolutePath().toString(),
            version,
            file.toString());
  }

  private void none(String version) throws Exception {
    Program.Result result = notes(version);

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isNotBlank();
  }

  @Test
  void a_section_is_cut_out_without_its_heading() throws Exception {
    assertThat(notes("1.10.0").out())
        .isEqualTo(
            """
            ### Added

            - One thing,
              in two lines.

            ### Fixed
            - Another, [linked](https://example.com).
            """);
  }

  @Test
  void the_last_section_ends_before_the_addresses() throws Exception {
    assertThat(notes("1.0.0").out()).isEqualTo("The first.\n");
  }

  @Test
  void a_version_that_is_not_there_has_no_notes() throws Exception {
    none("1.0.1");
    none("1.10");
    none("1");
  }

  @Test
  void a_version_without_a_word_has_no_notes() throws Exception {
    none("1.1.0");
  }

  @Test
  void what_is_not_a_version_is_refused() throws Exception {
    none("Unreleased");
    none(".*");
  }

  @Test
  void the_first_version_has_notes() throws Exception {
    String script = Path.of("src/build/notes.sh").toAbsolutePath().toString();

    assertThat(Program.in(folder).run("sh", script, "0.1.0").out())
        .startsWith("The first")
        .contains("### Added", "upkeep ping");
  }
}
