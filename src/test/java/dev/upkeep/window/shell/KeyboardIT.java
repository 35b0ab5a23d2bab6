package dev.upkeep.window.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.RedisServer;
import dev.upkeep.window.Headless;
import dev.upkeep.window.page.FirstRun;
import dev.upkeep.window.page.OpenWindow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/// Everything without a mouse, with a real agent and a real Redis.
@ExtendWith(FirstRun.class)
final class KeyboardIT {
  @Test
  void a_database_is_added_touched_paused_removed_and_brought_back(
      OpenWindow window, RedisServer redis) throws Exception {
    FxRobot robot = window.robot();
    robot.push(KeyCode.CONTROL, KeyCode.N);
    window.until("the paste box has the keyboard", () -> window.node("#paste").isFocused());
    robot.write(redis.url());
    robot.type(KeyCode.TAB);
    window.until("Tab leads on to the name", () -> window.node("#name").isFocused());
    window.until("it can be saved", () -> !window.node("#save").isDisabled());
    robot.type(KeyCode.ENTER);
    window.until("it is saved", () -> window.has("#done") && window.node("#done").isFocused());
    robot.type(KeyCode.ENTER);
    window.until("its row is there", () -> window.rows().size() == 1);

    Headless.settle();
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    window.until(
        "the touch is told",
        () -> window.toasts().stream().anyMatch(text -> text.contains("read back in")));

    robot.push(KeyCode.SHIFT, KeyCode.F10);
    window.until("its menu is open", () -> window.has("#menu-pause-4"));
    Headless.settle();
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    window.until("it is paused", () -> window.rows().getFirst().paused());

    robot.type(KeyCode.DELETE);
    window.until("it is gone", () -> window.has("#add-first"));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    window.until("it is back", () -> window.rows().size() == 1);

    robot.push(KeyCode.CONTROL, Tab.SETTINGS.key());
    window.until("settings are shown", () -> window.has("#setting-interval"));
    robot.type(KeyCode.ESCAPE, KeyCode.ESCAPE, KeyCode.ESCAPE);
    window.until("Esc leads back", () -> window.has("#database-list"));
    assertThat(redis.command("EXISTS", "upkeep:last-touch")).contains("1");
  }
}
