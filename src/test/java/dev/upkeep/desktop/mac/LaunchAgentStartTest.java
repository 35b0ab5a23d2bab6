package dev.upkeep.desktop.mac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.desktop.Commands;
import dev.upkeep.desktop.LoginStart;
import dev.upkeep.desktop.LoginStart.State;
import dev.upkeep.desktop.OwnProgram;
import dev.upkeep.testing.Modes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS) // launchd knows users by number
final class LaunchAgentStartTest {
  @TempDir private Path home;

  private final List<List<String>> ran = new ArrayList<>();
  private String switchedOff = "";
  private int exitCode;
  private Path launcher;

  @BeforeEach
  void install() throws IOException {
    launcher = home.resolve("Up & keep.app");
    Files.createFile(launcher, Modes.at(launcher, "rwxr-xr-x"));
  }

  private Commands.Result launchctl(List<String> command) {
    ran.add(command);
    if (command.get(1).equals("enable")) {
      switchedOff = "";
    }
    return new Commands.Result(exitCode, "disabled services = {\n" + switchedOff + "}\n");
  }

  private LoginStart start() {
    return start(Optional.of(new OwnProgram(launcher)), Optional.empty());
  }

  private LoginStart start(Optional<OwnProgram> program, Optional<String> profile) {
    return new LaunchAgentStart(this::launchctl, home, profile, program);
  }

  private Path file() {
    return home.resolve("Library/LaunchAgents/dev.upkeep.agent.plist");
  }

  @Test
  void it_is_off_until_it_is_turned_on_and_off_again_afterwards() throws IOException {
    assertThat(start().state()).isEqualTo(State.OFF);

    start().turn(true);
    assertThat(start().state()).isEqualTo(State.ON);
    assertThat(start().place()).isEqualTo(file().toString());
    assertThat(file())
        .hasContent(
            LaunchAgentPlist.text("dev.upkeep.agent", List.of(launcher.toString(), "agent")));

    start().turn(false);
    start().turn(false);
    assertThat(start().state()).isEqualTo(State.OFF);
  }

  @Test
  void nothing_is_started_or_ended_now() throws IOException {
    start().turn(true);
    start().turn(false);

    assertThat(ran).isNotEmpty().allMatch(command -> command.get(1).equals("print-disabled"));
  }

  @Test
  void each_profile_has_a_launch_agent_of_its_own() throws IOException {
    start(Optional.of(new OwnProgram(launcher)), Optional.of("work")).turn(true);

    assertThat(start().state()).isEqualTo(State.OFF);
    assertThat(home.resolve("Library/LaunchAgents/dev.upkeep.agent.work.plist"))
        .content()
        .contains("<string>dev.upkeep.agent.work</string>", "<string>--profile</string>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t\"dev.upkeep.agent\" => disabled\n", "\"dev.upkeep.agent\" => true\n"})
  void what_was_switched_off_in_macos_is_told_and_turned_on_again(String line) throws IOException {
    start().turn(true);
    switchedOff = line;
    assertThat(start().state()).isEqualTo(State.DISABLED_BY_SYSTEM);

    start().turn(true);
    assertThat(start().state()).isEqualTo(State.ON);
    int uid = (Integer) Files.getAttribute(home, "unix:uid");
    assertThat(ran)
        .contains(
            List.of("/bin/launchctl", "print-disabled", "user/" + uid),
            List.of("/bin/launchctl", "enable", "user/" + uid + "/dev.upkeep.agent"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<key>RunAtLoad</key><false/>",
        "<key>RunAtLoad</key><true/><key>Disabled</key><true/>",
        ""
      })
  void a_file_that_does_not_run_at_login_is_switched_off(String keys) throws IOException {
    given(keys + "<key>ProgramArguments</key><array><string>/bin/sh</string></array>");
    assertThat(start().state()).isEqualTo(State.DISABLED_BY_SYSTEM);

    start().turn(true);
    assertThat(start().state()).isEqualTo(State.ON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<key>ProgramArguments</key><array><string>/bin/sh</string></array>",
        "<key>ProgramArguments</key><array><string>/gone/Upkeep</string></array>",
        "<key>ProgramArguments</key><array/>",
        "<key>Label</key><string>dev.upkeep.agent</string>",
        "<oops>"
      })
  void a_file_that_leads_elsewhere_is_told_and_mended(String keys) throws IOException {
    given("<key>RunAtLoad</key><true/>" + keys);
    assertThat(start().state()).isEqualTo(State.ELSEWHERE);

    start().turn(true);
    assertThat(start().state()).isEqualTo(State.ON);
  }

  private void given(String keys) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "<plist version=\"1.0\"><dict>" + keys + "</dict></plist>");
  }

  @Test
  void without_knowing_this_program_it_can_be_told_and_turned_off_but_not_on() throws IOException {
    start().turn(true);
    LoginStart unknown = start(Optional.empty(), Optional.empty());
    assertThat(unknown.state()).isEqualTo(State.ON);

    unknown.turn(false);
    assertThat(unknown.state()).isEqualTo(State.OFF);
    assertThatThrownBy(() -> unknown.turn(true)).hasMessageContaining("installed program");
  }

  @Test
  void a_launchctl_that_refuses_is_a_sentence() throws IOException {
    start().turn(true);
    exitCode = 1;

    assertThatThrownBy(() -> start().state())
        .isInstanceOf(IOException.class)
        .hasMessage("macOS refused: launchctl could not print-disabled.");
  }

  @Test
  void a_program_that_will_be_gone_is_not_to_start_at_login() {
    for (String place :
        List.of(
            "/Volumes/Upkeep/Upkeep.app/Contents/MacOS/Upkeep",
            "/private/var/folders/x/T/AppTranslocation/1-2/d/Upkeep.app/Contents/MacOS/Upkeep")) {
      LoginStart start = start(Optional.of(new OwnProgram(Path.of(place))), Optional.empty());

      assertThatThrownBy(() -> start.turn(true))
          .as(place)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Move Upkeep to the Applications folder");
      assertThat(file()).doesNotExist();
    }
  }

  @Test
  void the_settings_of_macos_can_tell_whose_it_is() throws IOException {
    start().turn(true);

    assertThat(Files.readString(file()))
        .contains("<key>AssociatedBundleIdentifiers</key>\n  <string>dev.upkeep.upkeep</string>");
    assertThat(Files.readString(Path.of("jpackage/macos/Info.plist")))
        .contains("<key>CFBundleIdentifier</key>\n  <string>dev.upkeep.upkeep</string>");
  }
}
