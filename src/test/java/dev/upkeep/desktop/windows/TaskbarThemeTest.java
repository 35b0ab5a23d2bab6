package dev.upkeep.desktop.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.Commands;
import dev.upkeep.desktop.TrayPixmaps.Panel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What `reg query` says of the taskbar.
final class TaskbarThemeTest {
  private final List<List<String>> asked = new ArrayList<>();

  private Panel panel(int exitCode, String answer) {
    Commands registry =
        command -> {
          asked.add(command);
          return new Commands.Result(exitCode, answer);
        };
    return new TaskbarTheme(registry, Map.of("SystemRoot", "C:\\Windows")).get();
  }

  private static String answer(String value) {
    return "\r\nHKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize\r\n"
        + "    SystemUsesLightTheme    REG_DWORD    "
        + value
        + "\r\n\r\n";
  }

  @Test
  void a_light_taskbar_gets_dark_drawings_and_a_dark_one_light_ones() {
    assertThat(panel(0, answer("0x1"))).isEqualTo(Panel.LIGHT);
    assertThat(panel(0, answer("0x0"))).isEqualTo(Panel.DARK);
    assertThat(panel(0, answer("0x10"))).isEqualTo(Panel.DARK);
    assertThat(asked.getFirst())
        .containsExactly(
            "C:\\Windows\\System32\\reg.exe",
            "query",
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
            "/v",
            "SystemUsesLightTheme");
  }

  @Test
  void a_windows_that_does_not_know_the_value_is_dark() {
    assertThat(panel(1, "FEHLER: Der angegebene Schl\u00fcssel wurde nicht gefunden."))
        .isEqualTo(Panel.DARK);
    Commands broken =
        _ -> {
          throw new IOException("reg.exe cannot be run.");
        };
    assertThat(new TaskbarTheme(broken, Map.of()).get()).isEqualTo(Panel.DARK);
  }
}
