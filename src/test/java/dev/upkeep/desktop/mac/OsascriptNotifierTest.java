package dev.upkeep.desktop.mac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.Notice.Urgency;
import dev.upkeep.testing.Modes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class OsascriptNotifierTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Notice HOSTILE =
      notice("-e \"quoted\" \\ \u0000\u0007", "') & do shell script \"touch /tmp/x\" & ('\nsecond");

  @TempDir Path folder;

  @Test
  void text_is_an_argument_after_the_end_of_the_options_and_never_part_of_a_script() {
    assertThat(OsascriptNotifier.command(folder.resolve("osascript"), HOSTILE))
        .containsExactly(
            folder.resolve("osascript").toString(),
            "-",
            "Upkeep: -e \"quoted\" \\   ",
            "') & do shell script \"touch /tmp/x\" & ('\nsecond"
                + " See the Upkeep icon in the menu bar.");
  }

  @Test
  void that_macos_has_taken_one_does_not_say_that_it_was_shown() {
    assertThat(new OsascriptNotifier(folder, Duration.ofSeconds(1)).tellsWhetherShown()).isFalse();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a shell script")
  void the_script_that_is_run_is_the_same_whatever_the_text() throws IOException {
    Path program = program("cat > '%s'; for a; do printf '[%%s]' \"$a\"; done > '%s'");

    assertThat(shown(program, notice("one", "two"))).isTrue();
    String script = Files.readString(folder.resolve("first"));
    assertThat(Files.readString(folder.resolve("second")))
        .isEqualTo("[-][Upkeep: one][two See the Upkeep icon in the menu bar.]");

    assertThat(shown(program, HOSTILE)).isTrue();
    assertThat(Files.readString(folder.resolve("first")))
        .isEqualTo(script)
        .startsWith("on run argv");
    assertThat(Files.readString(folder.resolve("second"))).startsWith("[-][Upkeep: -e \"quoted\"");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a shell script")
  void the_child_gets_nothing_of_our_environment_that_it_does_not_need() throws IOException {
    Path program = program("cat > '%s'; env | cut -d= -f1 > '%s'");

    assertThat(shown(program, HOSTILE)).isTrue();
    assertThat(System.getenv()).as("what could have been inherited").containsKey("PATH");
    // The shell itself adds these three.
    assertThat(Files.readAllLines(folder.resolve("second")))
        .isSubsetOf("HOME", "USER", "LOGNAME", "TMPDIR", "LANG", "PWD", "SHLVL", "_");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a shell script")
  void one_that_fails_hangs_or_is_not_there_has_shown_nothing() throws IOException {
    assertThat(shown(program("cat > '%s'; exit 1"), HOSTILE)).isFalse();
    assertThat(shown(folder.resolve("absent"), HOSTILE)).isFalse();
    Path hanging = program("exec sleep 600");
    assertThat(new OsascriptNotifier(hanging, Duration.ofMillis(200)).show(HOSTILE).join())
        .isFalse();
  }

  private static boolean shown(Path program, Notice notice) {
    return new OsascriptNotifier(program, PATIENCE).show(notice).join();
  }

  /// A stand-in that may write two files.
  private Path program(String body) throws IOException {
    Path program = Files.createTempFile(folder, "osascript", "");
    String filled = body.formatted(folder.resolve("first"), folder.resolve("second"));
    Files.writeString(program, "#!/bin/sh\n" + filled + "\n");
    Modes.set(program, "rwx------");
    return program;
  }

  private static Notice notice(String title, String body) {
    return new Notice("tag", Urgency.NORMAL, title, body, List.of());
  }
}
