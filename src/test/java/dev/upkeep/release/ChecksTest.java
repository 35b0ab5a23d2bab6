package dev.upkeep.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.Program;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the checks of Windows and macOS have in common, which can be run here.
@DisabledOnOs(OS.WINDOWS)
final class ChecksTest {
  @TempDir private Path folder;

  private Program.Result check(String script) throws Exception {
    String checks = Path.of("jpackage/checks.sh").toAbsolutePath().toString();
    return Program.in(folder)
        .run(
            "sh",
            "-eu",
            "-c",
            "output=" + folder + "/output; . " + checks + "\n" + script + "\nexit $failed");
  }

  @Test
  void what_succeeds_is_said_in_a_line() throws Exception {
    Program.Result result = check("expect 'a thing \\c' 'nowhere' true");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(result.out()).isEqualTo("ok: a thing \\c\n");
  }

  @Test
  void a_failure_says_what_to_look_at_and_does_not_end_the_check() throws Exception {
    Program.Result result =
        check("expect one 'the log' sh -c 'echo its words; exit 3'\nexpect two there true");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .isEqualTo(
            """
            FAILED: one (exit status 3)
                look at: the log
                | its words
            ok: two
            """);
  }

  @Test
  void what_is_piped_must_be_utf_8() throws Exception {
    Files.writeString(folder.resolve("good"), "sch\u00f6n", StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("bad"), "sch\u00f6n", StandardCharsets.ISO_8859_1);

    assertThat(check("expect one there tells sch cat good").exitCode()).isZero();
    assertThat(check("expect one there tells sch cat bad > told").exitCode()).isEqualTo(1);
    assertThat(check("expect one there tells more cat good").exitCode()).isEqualTo(1);
    assertThat(check("expect one there tells sch sh -c 'cat good; exit 1'").exitCode())
        .isEqualTo(1);
  }

  /// A program that loads classes as these lines say, and is asked as the icon's is.
  private int archived(String classes) throws Exception {
    Files.writeString(folder.resolve("classes"), classes);
    Path program = folder.resolve("icon");
    Files.writeString(
        program,
        """
        #!/bin/sh
        [ "$*" = "agent --help" ] || exit 3
        log=${_JAVA_OPTIONS#"-Xlog:class+load:file='"}
        cat classes > "${log%\\'}"
        """);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    String script = Path.of("jpackage/archived.sh").toAbsolutePath().toString();
    return Program.in(folder).run("sh", script, program.toString()).exitCode();
  }

  @Test
  void a_program_without_its_archives_is_noticed() throws Exception {
    String below = "java.lang.Object source: shared objects file\n";
    String top = "dev.upkeep.Main source: shared objects file (top)\n";
    String others = "a.B source: jrt:/java.base\n";

    assertThat(archived(below.repeat(9) + top)).isZero();
    // The one on top is refused as a whole when a jar has another time.
    assertThat(archived(below.repeat(10))).isEqualTo(1);
    assertThat(archived(below.repeat(3) + top + others.repeat(5))).isEqualTo(1);
    assertThat(archived("")).isEqualTo(1);
  }
}
