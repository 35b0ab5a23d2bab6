package dev.upkeep.desktop.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.desktop.LoginStart;
import dev.upkeep.desktop.LoginStart.State;
import dev.upkeep.desktop.OwnProgram;
import dev.upkeep.testing.Modes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS) // paths of XDG begin with a slash
final class XdgAutostartTest {
  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private Path launcher;

  @BeforeEach
  void install() throws IOException {
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    environment.put("XDG_CONFIG_DIRS", folder.resolve("xdg") + "::relative");
    environment.put("PATH", folder.resolve("bin").toString());
    launcher = program("bin/Upkeep");
  }

  private Path program(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file, Modes.at(file, "rwxr-xr-x"));
  }

  private LoginStart autostart() {
    return autostart(Optional.of(new OwnProgram(launcher)), Optional.empty());
  }

  private LoginStart autostart(Optional<OwnProgram> program, Optional<String> profile) {
    return new XdgAutostart(environment, folder, profile, program);
  }

  private Path file() {
    return folder.resolve("config/autostart/upkeep.desktop");
  }

  private void given(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "[Desktop Entry]\nType=Application\n" + String.join("\n", lines));
  }

  @Test
  void it_is_off_until_it_is_turned_on_and_leaves_nothing_when_it_is_off_again()
      throws IOException {
    assertThat(autostart().state()).isEqualTo(State.OFF);

    autostart().turn(true);
    assertThat(autostart().state()).isEqualTo(State.ON);
    assertThat(autostart().place()).isEqualTo(file().toString());
    assertThat(file())
        .hasContent(
            """
            [Desktop Entry]
            Type=Application
            Name=Upkeep
            Comment=Keeps free-tier Redis databases alive
            Comment[de]=Hält kostenlose Redis-Datenbanken am Leben
            Exec=%s agent
            Icon=upkeep
            Terminal=false
            StartupNotify=false
            """
                .formatted(launcher));

    autostart().turn(false);
    autostart().turn(false);
    assertThat(autostart().state()).isEqualTo(State.OFF);
    try (Stream<Path> left = Files.list(file().getParent())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void each_profile_has_an_entry_of_its_own() throws IOException {
    LoginStart work = autostart(Optional.of(new OwnProgram(launcher)), Optional.of("work"));
    work.turn(true);

    assertThat(autostart().state()).isEqualTo(State.OFF);
    assertThat(work.state()).isEqualTo(State.ON);
    assertThat(folder.resolve("config/autostart/upkeep-work.desktop"))
        .content()
        .contains("Name=Upkeep (work)\n", "Upkeep agent --profile work\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hidden=true",
        "X-GNOME-Autostart-enabled=false",
        "OnlyShowIn=KDE;LXQt;",
        "NotShowIn=XFCE;GNOME;"
      })
  void an_entry_that_is_switched_off_is_told_and_turned_on_again(String line) throws IOException {
    environment.put("XDG_CURRENT_DESKTOP", "ubuntu:GNOME");
    given(file(), "Exec=" + launcher + " agent", line);
    assertThat(autostart().state()).isEqualTo(State.DISABLED_BY_SYSTEM);

    autostart().turn(true);
    assertThat(autostart().state()).isEqualTo(State.ON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hidden=false",
        "X-GNOME-Autostart-enabled=true",
        "OnlyShowIn=GNOME",
        "NotShowIn=KDE",
        "TryExec=Upkeep",
        "X-GNOME-Autostart-Delay=20"
      })
  void what_a_person_added_stays_while_it_is_on(String line) throws IOException {
    environment.put("XDG_CURRENT_DESKTOP", "ubuntu:GNOME");
    given(file(), "Exec=" + launcher + " agent", line);
    assertThat(autostart().state()).isEqualTo(State.ON);

    autostart().turn(true);
    assertThat(file()).content().contains(line);
  }

  @ParameterizedTest
  @CsvSource({
    "X-GNOME-Autostart-enabled=false, ubuntu:GNOME, DISABLED_BY_SYSTEM",
    "X-GNOME-Autostart-enabled=false, KDE, ON",
    "X-GNOME-Autostart-enabled=false, XFCE, ON",
    "X-GNOME-Autostart-enabled=false, MATE, ON",
    "X-GNOME-Autostart-enabled=false, LXQt, ON",
    "X-systemd-skip=true, KDE, DISABLED_BY_SYSTEM",
    "X-systemd-skip=true, XFCE, ON",
    "X-MATE-Autostart-enabled=false, MATE, ON",
    "X-XFCE-Autostart-enabled=false, XFCE, ON"
  })
  void the_switch_of_one_desktop_is_nothing_to_the_others(String line, String desktop, State state)
      throws IOException {
    environment.put("XDG_CURRENT_DESKTOP", desktop);
    given(file(), "Exec=" + launcher + " agent", line);
    assertThat(autostart().state()).isEqualTo(state);
  }

  @Test
  void xfce_starts_what_is_meant_for_others_where_a_person_wants_it() throws IOException {
    environment.put("XDG_CURRENT_DESKTOP", "XFCE");
    given(file(), "Exec=" + launcher + " agent", "OnlyShowIn=GNOME;");
    assertThat(autostart().state()).isEqualTo(State.DISABLED_BY_SYSTEM);
    given(
        file(),
        "Exec=" + launcher + " agent",
        "OnlyShowIn=GNOME;",
        "X-XFCE-Autostart-Override=true");
    assertThat(autostart().state()).isEqualTo(State.ON);
  }

  @Test
  void outside_a_desktop_nobody_knows_which_one_is_meant() throws IOException {
    given(file(), "Exec=" + launcher + " agent", "OnlyShowIn=KDE;");

    assertThat(autostart().state()).isEqualTo(State.ON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Exec=/opt/gone/bin/Upkeep agent",
        "Exec=Other agent",
        "Exec=Upkeep",
        "Exec=Upkeep agent --headless",
        "Exec=Upkeep agent --profile work",
        "Exec=\"Upkeep agent",
        "Exec=",
        "Exec=Upkeep agent\nTryExec=/opt/gone/bin/Upkeep"
      })
  void an_entry_that_leads_elsewhere_is_told_and_mended(String lines) throws IOException {
    program("bin/Other");
    given(file(), lines);
    assertThat(autostart().state()).isEqualTo(State.ELSEWHERE);

    autostart().turn(true);
    assertThat(autostart().state()).isEqualTo(State.ON);
  }

  @Test
  void a_program_that_was_moved_is_elsewhere() throws IOException {
    autostart().turn(true);
    Files.delete(launcher);
    assertThat(autostart().state()).isEqualTo(State.ELSEWHERE);

    launcher = program("new/Upkeep");
    assertThat(autostart().state()).isEqualTo(State.ELSEWHERE);
    autostart().turn(true);
    assertThat(autostart().state()).isEqualTo(State.ON);
  }

  @Test
  void the_same_program_by_another_path_is_the_same() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("bin/short"), launcher);
    given(file(), "Exec=short agent");
    assertThat(autostart().state()).isEqualTo(State.ON);

    Files.delete(link);
    assertThat(autostart().state()).isEqualTo(State.ELSEWHERE);
  }

  @Test
  void an_entry_for_everybody_counts_until_the_user_has_one() throws IOException {
    given(folder.resolve("xdg/autostart/upkeep.desktop"), "Exec=" + launcher + " agent");
    assertThat(autostart().state()).isEqualTo(State.ON);

    autostart().turn(false);
    assertThat(autostart().state()).isEqualTo(State.OFF);
    assertThat(file()).content().contains("Hidden=true").doesNotContain("Exec");

    autostart().turn(true);
    assertThat(autostart().state()).isEqualTo(State.ON);
  }

  @Test
  void without_knowing_this_program_it_can_be_told_and_turned_off_but_not_on() throws IOException {
    given(file(), "Exec=" + launcher + " agent");
    LoginStart unknown = autostart(Optional.empty(), Optional.empty());
    assertThat(unknown.state()).isEqualTo(State.ON);

    unknown.turn(false);
    assertThat(unknown.state()).isEqualTo(State.OFF);
    assertThatThrownBy(() -> unknown.turn(true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("installed program");
    assertThat(file()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=b/Upkeep", "100%/Upkeep"})
  void a_place_that_autostart_cannot_name_is_refused(String name) throws IOException {
    launcher = program(name);

    assertThatThrownBy(() -> autostart().turn(true)).hasMessageContaining("cannot name");
    assertThat(file()).doesNotExist();
  }

  @Test
  void relative_folders_are_ignored() throws IOException {
    environment.put("XDG_CONFIG_HOME", "relative");
    autostart().turn(true);

    assertThat(folder.resolve(".config/autostart/upkeep.desktop")).exists();
  }

  @Test
  void what_is_no_entry_starts_nothing() throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(file(), new byte[] {0, (byte) 0xff, '\n', '[', (byte) 0xc3});
    assertThat(autostart().state()).isEqualTo(State.OFF);

    Files.delete(file());
    Files.createSymbolicLink(file(), Path.of("/dev/null"));
    assertThat(autostart().state()).isEqualTo(State.OFF);

    autostart().turn(true);
    assertThat(autostart().state()).isEqualTo(State.ON);
    assertThat(file()).isRegularFile();
  }

  @Test
  void a_folder_that_cannot_be_made_is_a_sentence() throws IOException {
    Files.writeString(folder.resolve("config"), "a file");

    assertThatThrownBy(() -> autostart().turn(true))
        .isInstanceOf(IOException.class)
        .hasMessageMatching(file() + " cannot be (read|written): .+\\.");
  }
}
