package dev.upkeep.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.testing.Wait;
import dev.upkeep.testing.Xvfb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `upkeep window` where nobody could see one, or none can be drawn: the real toolkit, asked by a
/// process of its own.
@EnabledOnOs(OS.LINUX)
final class NoWindowIT {
  /// Hides the library that it is called by, and runs the rest.
  private static final String WITHOUT =
      "for file in $(readlink -f /usr/lib/*/\"$0\"); do"
          + " mount --bind /dev/null \"$file\" || exit 99; done; exec \"$@\"";

  @TempDir private Path home;

  private UpkeepProcess.Started agent;

  @BeforeEach
  void start() {
    agent = upkeep().start("agent", "--headless");
    Wait.until("agent", () -> Files.exists(home.resolve("agent.json")));
  }

  @AfterEach
  void end() {
    agent.close();
  }

  private UpkeepProcess upkeep() {
    return new UpkeepProcess()
        .javaOption("--enable-native-access=ALL-UNNAMED") // as every installed one is started
        .env("UPKEEP_HOME", home.toString())
        .env("UPKEEP_PASSPHRASE", "passphrase");
  }

  @Test
  void a_terminal_without_a_display_is_told_what_shows_the_same() throws Exception {
    assertThat(window(Map.of()))
        .isEqualTo(
            "upkeep: There is no screen for a window here: DISPLAY is not set, as X11 and XWayland"
                + " do it. In a terminal, upkeep status, upkeep history and upkeep settings show"
                + " the same.\n");
    assertThat(window(Map.of("WAYLAND_DISPLAY", "wayland-0"))).contains("XWayland");
  }

  @Test
  void a_display_where_nobody_answers_is_named() throws Exception {
    String display = ":" + unusedDisplay();

    assertThat(window(Map.of("DISPLAY", display)))
        .contains("DISPLAY is " + display + ", which does not answer")
        .contains("upkeep status")
        .doesNotContain("bug");
  }

  @ParameterizedTest
  @ValueSource(strings = {"libgtk-3.so.0", "libXtst.so.6"})
  void a_missing_library_is_something_to_install(String library) throws Exception {
    try (Xvfb screen = Xvfb.start()) {
      String said =
          window(
              upkeep()
                  .env(screen.environment())
                  .env("HOME", home.toString())
                  .by("unshare", "-rm", "sh", "-c", WITHOUT, library));

      assertThat(said)
          .contains("upkeep: Windows are drawn with GTK 3")
          .contains("Install libgtk-3-0 and libxtst6")
          .contains("upkeep status")
          .doesNotContain("bug");
    }
  }

  private String window(Map<String, String> environment) throws InterruptedException {
    return window(upkeep().env(environment));
  }

  /// What it says, having opened nothing.
  private static String window(UpkeepProcess upkeep) throws InterruptedException {
    UpkeepProcess.Result result = upkeep.run("window");
    assertThat(result.exitCode()).as(result.everything()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    return result.err();
  }

  private static int unusedDisplay() {
    return IntStream.range(4000, 5000)
        .filter(number -> !Files.exists(Path.of("/tmp/.X11-unix", "X" + number)))
        .findFirst()
        .orElseThrow();
  }
}
