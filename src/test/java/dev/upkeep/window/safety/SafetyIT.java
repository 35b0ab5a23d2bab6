package dev.upkeep.window.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.Snapshot;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.Statuses;
import dev.upkeep.window.Headless;
import dev.upkeep.window.Pages;
import dev.upkeep.window.Samples;
import dev.upkeep.window.link.Rig;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.page.WindowMemory;
import dev.upkeep.window.shell.Content;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.prefs.Preferences;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// The picture, by mouse and by keyboard alone. The present moment is 22 November.
final class SafetyIT {
  private final FxRobot robot = new FxRobot();
  private Optional<Stage> stage = Optional.empty();

  @BeforeEach
  void start() throws Exception {
    Headless.start();
  }

  @AfterEach
  void close() throws Exception {
    Headless.call(() -> {
      stage.ifPresent(Stage::close);
      return true;
    });
  }

  private void open(Snapshot snapshot) throws Exception {
    Rig rig = new Rig(new FakeAgent().seeing(snapshot));
    stage =
        Optional.of(
            Headless.call(() -> {
              WindowMemory memory = new WindowMemory(Preferences.userRoot().node("safety"));
              Content content = Content.of(rig.connect().parts(memory), Pages.ALL);
              Stage shown = new Stage();
              shown.setScene(content.scene());
              shown.setWidth(1000);
              shown.setHeight(680);
              shown.show();
              content.shell().go(new Route.Safety(Optional.empty()));
              return shown;
            }));
    Headless.settle();
  }

  private <T extends Node> T node(String selector, Class<T> type) {
    return type.cast(
        Objects.requireNonNull(stage.orElseThrow().getScene().lookup(selector), selector));
  }

  private String words() throws Exception {
    Headless.settle();
    return Headless.call(() -> node("#safety-words", Label.class).getText());
  }

  private static Snapshot two() {
    return Statuses.snapshot(
        Statuses.alive("old", Duration.ofDays(20)), Statuses.alive("well", Duration.ofDays(1)));
  }

  @Test
  void the_end_is_moved_by_keyboard() throws Exception {
    open(two());
    Headless.call(() -> {
      node("#absence-end", Slider.class).requestFocus();
      return true;
    });
    assertThat(words()).contains("until 6 December, old is in danger");

    robot.type(KeyCode.LEFT, 5);

    assertThat(words())
        .isEqualTo(
            "If this computer stays off until 1 December, no database that it keeps is in danger.");
    robot.type(KeyCode.END);
    assertThat(words()).contains("until 22 December, old and well are in danger");
    robot.type(KeyCode.HOME);
    assertThat(words()).startsWith("If this computer stays on");
  }

  @Test
  void the_end_is_dragged_in_the_picture_itself() throws Exception {
    open(two());
    Node axis = node("#absence-end", Slider.class);
    Node lanes = node("#lanes", ListView.class);
    Point2D from = Headless.call(() -> at(axis, lanes, 14));
    Point2D to = Headless.call(() -> at(axis, lanes, 9));

    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);

    assertThat(words()).contains("until 1 December, no database");
    // Elsewhere a press chooses a row.
    robot.clickOn(to.add(60, 0));
    assertThat(words()).contains("until 1 December");
    assertThat(
            Headless.call(
                () -> node("#lanes", ListView.class).getSelectionModel().getSelectedIndex()))
        .isNotNegative();
  }

  private static Point2D at(Node axis, Node lanes, int day) {
    double thumb = axis.getLayoutBounds().getHeight();
    double width = axis.getLayoutBounds().getWidth() - thumb;
    double x = axis.localToScreen(thumb / 2 + width * day / SafetyPicture.DAYS, 0).getX();
    return new Point2D(x, lanes.localToScreen(0, LaneView.HEIGHT / 2).getY());
  }

  @Test
  void the_end_is_typed_and_what_is_no_time_is_said() throws Exception {
    open(two());
    TextField field = node("#absence", TextField.class);
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("1 Dec").type(KeyCode.ENTER);
    assertThat(words()).contains("until 1 December, no database");

    Headless.call(() -> {
      field.setText("next summer");
      return true;
    });
    robot.type(KeyCode.ENTER);
    Headless.settle();

    assertThat(Headless.call(() -> node(".problem", Label.class).isVisible())).isTrue();
    assertThat(words()).contains("until 1 December");
  }

  @Test
  void one_press_asks_what_if_it_never_comes_back() throws Exception {
    open(two());

    robot.clickOn("#for-good");

    assertThat(words())
        .startsWith("If this computer never comes back, nobody else keeps old and well.");
    assertThat(Headless.call(() -> node("#absence", TextField.class).getText())).isEmpty();
  }

  @Test
  void of_two_hundred_only_those_on_the_screen_are_drawn() throws Exception {
    open(Samples.many());

    Set<Node> drawn =
        Headless.call(() -> stage.orElseThrow().getScene().getRoot().lookupAll(".lane"));

    assertThat(drawn).hasSizeBetween(8, 40);
    assertThat(Headless.call(() -> node("#lanes", ListView.class).getItems().size()))
        .isEqualTo(200);
  }

  @Test
  void enter_leads_to_the_database() throws Exception {
    open(two());

    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    Headless.settle();

    assertThat(Headless.call(() -> stage.orElseThrow().getScene().lookup("#database-list")))
        .isNotNull();
  }
}
