package dev.upkeep.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `upkeep` without a word, where the icon has a launcher of its own.
@DisabledOnOs(OS.WINDOWS) // the stand-in is a script
final class IconProgramTest {
  @TempDir private Path folder;

  private final Properties properties = new Properties();

  private Path icon(String script) throws IOException {
    Path icon = Files.writeString(folder.resolve("upkeep-tray"), "#!/bin/sh\n" + script);
    assertThat(icon.toFile().setExecutable(true)).isTrue();
    properties.setProperty("upkeep.launcher", icon.toString());
    properties.setProperty("jpackage.app-path", folder.resolve("Upkeep").toString());
    return icon;
  }

  private boolean takesOver() {
    return IconProgram.takesOver(
        properties,
        Map.of("PATH", "/usr/bin:/bin", "UPKEEP_HOME", "/somewhere", "_JPACKAGE_LAUNCHER", "1"));
  }

  @Test
  void the_icons_program_takes_over_with_the_same_environment() throws Exception {
    Path told = folder.resolve("told");
    icon(
        """
        echo "$# $UPKEEP_HOME ${_JPACKAGE_LAUNCHER:-none}" > '%s.new'
        mv '%s.new' '%s'
        """
            .formatted(told, told, told));

    assertThat(takesOver()).isTrue();
    Wait.until("the icon's program has run", () -> Files.exists(told));
    assertThat(told).hasContent("0 /somewhere none");
  }

  @Test
  void the_icons_own_process_and_one_without_launchers_run_the_agent_themselves()
      throws IOException {
    Path icon = icon("exit 0\n");
    properties.setProperty("jpackage.app-path", icon.toString());
    assertThat(takesOver()).isFalse();

    properties.remove("jpackage.app-path");
    assertThat(takesOver()).isFalse();
  }
}
