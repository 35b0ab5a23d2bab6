package dev.upkeep.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings and help as people use them, with a real agent.
final class SettingsIT {
  @TempDir private Path home;

  private RealAgent agent;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    agent = new RealAgent(home).start();
    window = OpenWindow.on(agent.place(), new Place.Settings());
    window.until("settings can be changed", () -> !window.node("#setting-interval").isDisabled());
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    agent.close();
  }

  @Test
  void a_setting_is_refused_at_its_field_and_taken_when_it_is_corrected() throws Exception {
    window.type("#setting-alert-after", "many");
    window.until("it is refused", () -> window.reads("Give a whole number from 1 to 100."));
    assertThat(agent.setting("alert.after")).isEqualTo("3");
    assertThat(Headless.call(() -> window.text("#setting-alert-after"))).isEqualTo("many");

    window.type("#setting-alert-after", "5");
    window.until("the agent has it", () -> agent.setting("alert.after").equals("5"));
    assertThat(Headless.call(() -> window.reads("Give a whole number from 1 to 100."))).isFalse();

    window.press("#setting-alert-recovery");
    window.until("the agent has it", () -> agent.setting("alert.recovery").equals("false"));
  }

  @Test
  void diagnostics_are_copied() throws Exception {
    window.go(new Place.Help());

    window.press("#copy-diagnostics");

    window.until(
        "they are on the clipboard",
        () -> String.valueOf(Clipboard.getSystemClipboard().getString()).contains("databases: 0"));
  }
}
