package dev.upkeep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How the terminals of Git Bash and Cygwin are known, which Windows takes for pipes.
final class WindowsConsoleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\msys-1888ae32e00d56aa-pty0-from-master",
        "\\cygwin-e022582115c10879-pty12-to-master",
        "\\msys-1888ae32e00d56aa-pty3-from-master-nat"
      })
  void a_terminal_that_is_a_pipe_is_known_by_its_name(String name) {
    assertThat(WindowsConsole.isTerminalPipe(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\\msys-1888ae32e00d56aa-2345-pipe-0x1",
        "\\Win32Pipes.00001a2c.00000003",
        "\\Users\\zoe\\msys-1-pty0-from-master"
      })
  void what_a_program_writes_into_is_none(String name) {
    assertThat(WindowsConsole.isTerminalPipe(name)).isFalse();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void where_windows_cannot_be_asked_there_is_no_console() {
    assertThat(WindowsConsole.isConsole(WindowsConsole.OUT)).isFalse();
    assertThat(WindowsConsole.isPipedTerminal(WindowsConsole.IN)).isFalse();
  }
}
