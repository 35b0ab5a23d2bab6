package dev.upkeep.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnProgramTest {
  @TempDir private Path folder;

  private final Properties properties = new Properties();

  private Path launcher(String name) throws IOException {
    return Files.createFile(folder.resolve(name));
  }

  @Test
  void the_packaged_command_line_leads_to_the_launcher_behind_the_icon() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path icon = Files.createFile(bin.resolve("Upkeep"));
    properties.setProperty("jpackage.app-path", bin.resolve("upkeep").toString());
    assertThat(OwnProgram.find(properties)).contains(new OwnProgram(icon));

    properties.setProperty("jpackage.app-path", icon.toString());
    assertThat(OwnProgram.find(properties)).contains(new OwnProgram(icon));
  }

  @Test
  void on_windows_launchers_have_an_extension() throws IOException {
    Path commandLine = launcher("Upkeep.exe");
    Path icon = launcher("upkeep-tray.exe");
    properties.setProperty("jpackage.app-path", commandLine.toString());

    assertThat(OwnProgram.find(properties)).contains(new OwnProgram(icon));
  }

  @Test
  void without_an_icon_the_launcher_itself_will_do() throws IOException {
    Path alone = launcher("alone");
    properties.setProperty("jpackage.app-path", alone.toString());

    assertThat(OwnProgram.find(properties)).contains(new OwnProgram(alone));
  }

  @Test
  void a_built_but_not_packaged_program_is_its_script() {
    Path script = folder.resolve("upkeep");
    properties.setProperty("upkeep.launcher", script.toString());

    assertThat(OwnProgram.find(properties)).contains(new OwnProgram(script));
  }

  @Test
  void a_launcher_that_names_itself_counts_before_the_one_behind_it() throws IOException {
    Path script = launcher("script");
    properties.setProperty("upkeep.launcher", script.toString());
    properties.setProperty("jpackage.app-path", launcher("Upkeep").toString());

    assertThat(OwnProgram.find(properties)).contains(new OwnProgram(script));
  }

  @Test
  void the_window_has_a_launcher_of_its_own_where_there_is_one() throws IOException {
    OwnProgram program = new OwnProgram(launcher("Upkeep.exe"));
    assertThat(program.window(Optional.of("work"), Optional.empty()))
        .containsExactly(program.launcher().toString(), "window", "--profile", "work");

    Path window = launcher("upkeep-window.exe");
    assertThat(program.window(Optional.empty(), Optional.empty()))
        .containsExactly(window.toString(), "window");
  }

  @Test
  void a_program_that_was_started_by_hand_is_not_known() {
    assertThat(OwnProgram.find(properties)).isEmpty();

    properties.setProperty("upkeep.launcher", "relative/upkeep");
    properties.setProperty("jpackage.app-path", "\0");
    assertThat(OwnProgram.find(properties)).isEmpty();
  }

  @Test
  void at_login_the_agent_starts_with_its_profile() {
    OwnProgram program = new OwnProgram(Path.of("/opt/upkeep/bin/Upkeep"));
    String launcher = program.launcher().toString();

    assertThat(program.atLogin(Optional.empty())).containsExactly(launcher, "agent");
    assertThat(program.atLogin(Optional.of("work")))
        .containsExactly(launcher, "agent", "--profile", "work");
  }
}
