package dev.upkeep.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.Modes;
import dev.upkeep.testing.UpkeepProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The start at login by the whole program, with a home folder of its own.
@EnabledOnOs(OS.LINUX)
final class LoginStartProcessIT {
  @TempDir private Path home;

  private Path launcher;

  @BeforeEach
  void install() throws IOException {
    launcher = home.resolve("upkeep");
    Files.createFile(launcher, Modes.at(launcher, "rwxr-xr-x"));
  }

  private UpkeepProcess upkeep() {
    return new UpkeepProcess()
        .env("HOME", home.toString())
        .env("XDG_CONFIG_DIRS", home.resolve("xdg").toString())
        .env("UPKEEP_PASSPHRASE", "c4n4ry-passphrase")
        .javaOption("-Dupkeep.launcher=" + launcher);
  }

  private String state(String... arguments) throws InterruptedException {
    UpkeepProcess.Result result = upkeep().run(arguments);
    assertThat(result.exitCode()).as(result.everything()).isZero();
    return result.out();
  }

  @Test
  void a_command_without_an_agent_and_a_running_agent_agree_with_the_system() throws Exception {
    Path entry = home.resolve(".config/autostart/upkeep.desktop");
    assertThat(state("login-start", "status"))
        .contains("does not start at login", entry.toString());

    assertThat(state("login-start", "on")).contains("starts at login: " + entry);
    assertThat(entry)
        .content()
        .contains("\nExec=" + launcher + " agent\n")
        .doesNotContain("c4n4ry");

    try (UpkeepProcess.Started _ = upkeep().start("agent", "--headless")) {
      long end = System.nanoTime() + 60_000_000_000L;
      while (upkeep().run("status").exitCode() != 0) {
        assertThat(System.nanoTime()).as("the agent answers").isLessThan(end);
      }
      assertThat(state("login-start", "status", "--json")).contains("\"loginStart\":\"on\"");

      // The user switches it off in the settings of the desktop.
      Files.writeString(entry, Files.readString(entry) + "Hidden=true\n");
      assertThat(state("login-start", "status", "--json"))
          .contains("\"loginStart\":\"disabledBySystem\"");
      assertThat(state("login-start", "on", "--json")).contains("\"loginStart\":\"on\"");
      assertThat(state("login-start", "off")).contains("does not start");
      assertThat(entry).doesNotExist();
      upkeep().run("stop");
    }
  }

  @Test
  void a_folder_of_ones_own_and_a_program_started_by_hand_are_told() throws Exception {
    UpkeepProcess.Result elsewhere =
        upkeep().env("UPKEEP_HOME", home.resolve("own").toString()).run("login-start", "on");
    assertThat(elsewhere.exitCode()).isEqualTo(2);
    assertThat(elsewhere.err()).contains("UPKEEP_HOME");

    UpkeepProcess.Result byHand =
        new UpkeepProcess().env("HOME", home.toString()).run("login-start", "on");
    assertThat(byHand.exitCode()).isEqualTo(2);
    assertThat(byHand.err()).contains("needs the installed program");
    assertThat(home.resolve(".config/autostart")).doesNotExist();
  }
}
