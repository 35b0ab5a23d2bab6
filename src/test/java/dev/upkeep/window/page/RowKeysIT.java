package dev.upkeep.window.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.FakeAgent;
import dev.upkeep.window.Headless;
import dev.upkeep.window.Pages;
import dev.upkeep.window.Samples;
import dev.upkeep.window.link.Rig;
import dev.upkeep.window.shell.Content;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.prefs.Preferences;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testfx.api.FxRobot;

/// What the keyboard and the mouse do to a row, without its buttons.
final class RowKeysIT {
  private static final int REPEATS = 5;

  private final FxRobot robot = new FxRobot();
  private final FakeAgent agent = new FakeAgent().seeing(Samples.three());
  private Stage stage;
  private ListView<UUID> list;

  @BeforeEach
  void open() throws Exception {
    Headless.start();
    stage = Headless.call(() -> show(agent));
    Headless.settle();
    list = Headless.call(() -> robot.lookup("#database-list").query());
  }

  private static Stage show(FakeAgent agent) {
    Rig rig = new Rig(agent, Locale.UK).connect();
    WindowMemory memory = new WindowMemory(Preferences.userRoot().node("row-keys-it"));
    Content content = Content.of(rig.parts(memory), Pages.ALL);
    Stage stage = new Stage();
    stage.setScene(content.scene());
    stage.setWidth(900);
    stage.setHeight(700);
    stage.show();
    content.shell().go(new Route.Databases());
    return stage;
  }

  @AfterEach
  void close() throws Exception {
    Headless.call(() -> {
      menus().forEach(ContextMenu::hide);
      stage.close();
      return true;
    });
  }

  @Test
  void a_held_key_opens_one_menu() throws Exception {
    Event key = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F10, true, false, false, false);

    assertThat(Headless.call(() -> sentAgainAndAgain(key))).hasSize(1);
  }

  @Test
  void a_held_menu_key_opens_one_menu() throws Exception {
    Event asked =
        new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 20, 20, 200, 200, true, null);

    assertThat(Headless.call(() -> sentAgainAndAgain(asked))).hasSize(1);
  }

  @Test
  void a_held_delete_removes_one_database() throws Exception {
    Event pressed = key(KeyEvent.KEY_PRESSED);
    Headless.call(() -> sentAgainAndAgain(pressed));
    assertThat(removals()).hasSize(1);

    Headless.call(() -> {
      Event.fireEvent(list, key(KeyEvent.KEY_RELEASED));
      Event.fireEvent(list, pressed);
      return true;
    });
    assertThat(removals()).as("nothing is chosen any more").hasSize(1);
    Headless.call(() -> {
      Event.fireEvent(list, key(KeyEvent.KEY_RELEASED));
      list.getSelectionModel().select(0);
      Event.fireEvent(list, pressed);
      return true;
    });
    assertThat(removals()).hasSize(2);
  }

  @Test
  void what_nobody_has_chosen_is_not_removed() throws Exception {
    Headless.call(() -> {
      Event.fireEvent(list, key(KeyEvent.KEY_PRESSED));
      return true;
    });
    assertThat(removals()).isEmpty();
  }

  private static KeyEvent key(EventType<KeyEvent> type) {
    return new KeyEvent(type, "", "", KeyCode.DELETE, false, false, false, false);
  }

  private List<String> removals() {
    return agent.asked.stream().filter(asked -> asked.startsWith("remove ")).toList();
  }

  /// As a held key comes: again and again, and the window draws nothing in between.
  private List<ContextMenu> sentAgainAndAgain(Event event) {
    list.getSelectionModel().select(0);
    for (int i = 0; i < REPEATS; i++) {
      Event.fireEvent(list, event);
    }
    return menus();
  }

  @Test
  @EnabledIfSystemProperty(
      named = "upkeep.screen",
      matches = "true",
      disabledReason = "Monocle's mouse asks for no menu")
  void a_click_on_another_row_opens_that_rows_menu() throws Exception {
    robot.rightClickOn("old-blog");
    Headless.settle();
    assertThat(Headless.call(RowKeysIT::offered)).containsOnlyOnce("menu-resume");

    robot.rightClickOn("staging");
    Headless.settle();
    assertThat(Headless.call(RowKeysIT::offered))
        .containsOnlyOnce("menu-pause")
        .doesNotContain("menu-resume");
  }

  private static List<String> offered() {
    return menus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .map(item -> String.valueOf(item.getId()))
        .toList();
  }

  private static List<ContextMenu> menus() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .toList();
  }
}
