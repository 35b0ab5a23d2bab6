package dev.upkeep.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What an installer ends before it replaces files.
@EnabledOnOs(OS.LINUX)
final class OwnProcessesTest {
  @TempDir private Path folder;

  private Process started(Path in, String name) throws IOException {
    Files.createDirectories(in);
    Path program = in.resolve(name);
    Files.copy(Path.of("/usr/bin/sleep").toRealPath(), program);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return new ProcessBuilder(program.toString(), "600").start();
  }

  @Test
  void the_window_and_what_does_not_end_by_itself_are_ended_and_nothing_else() throws Exception {
    Path own = folder.resolve("UpkeepApp");
    Process window = started(own, "upkeep-window");
    Process agent = started(own, "upkeep-tray");
    Process other = started(folder.resolve("Other"), "upkeep-tray");
    try {
      new OwnProcesses(own).end(Duration.ofMillis(100));

      assertThat(window.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(agent.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(other.isAlive()).isTrue();
    } finally {
      window.destroyForcibly();
      agent.destroyForcibly();
      other.destroyForcibly();
    }
  }
}
