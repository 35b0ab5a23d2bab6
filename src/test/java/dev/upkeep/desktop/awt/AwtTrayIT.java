package dev.upkeep.desktop.awt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.Xvfb;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The tray of Windows and macOS on the one real tray of AWT's that can be had anywhere: X11's,
/// with `trayer` as the panel on a screen of its own. Linux users never see this one.
@EnabledOnOs(value = OS.LINUX, disabledReason = "X11 and trayer are from Linux")
final class AwtTrayIT {
  private static final long PATIENCE_MINUTES = 5;

  @TempDir Path folder;

  private final List<Process> running = new ArrayList<>();

  private Xvfb screen;

  @BeforeEach
  void begin() throws IOException {
    screen = Xvfb.start();
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : running.reversed()) {
      process.destroyForcibly().waitFor();
    }
    screen.close();
  }

  @Test
  void the_icon_is_seen_in_every_colour_clicked_and_its_menu_chosen_from() throws Exception {
    Map<String, String> home = new HashMap<>(screen.environment());
    home.put("HOME", folder.toString());
    start(
        screen.environment(),
        folder.resolve("trayer.log"),
        "trayer --edge bottom --align right --width 200 --widthtype pixel --height 24".split(" "));
    Path said = folder.resolve("probe.log");
    Process probe =
        start(
            home,
            said,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=false",
            "-cp",
            System.getProperty("java.class.path"),
            AwtTrayProbe.class.getName(),
            Path.of("target", "screenshots").toAbsolutePath().toString());

    assertThat(probe.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();

    assertThat(Files.readAllLines(said))
        .containsSubsequence(
            "shown true",
            "seen ALIVE",
            "seen ATTENTION",
            "seen DANGER",
            "seen PAUSED",
            "activated",
            "chosen touch",
            "chosen login",
            "chosen login",
            "gone",
            "done");
  }

  private Process start(Map<String, String> environment, Path log, String... command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process =
        builder.redirectErrorStream(true).redirectOutput(Redirect.to(log.toFile())).start();
    running.add(process);
    return process;
  }
}
