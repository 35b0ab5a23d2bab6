package dev.upkeep.window.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.Statuses;
import dev.upkeep.window.Headless;
import dev.upkeep.window.Pages;
import dev.upkeep.window.Samples;
import dev.upkeep.window.link.Rig;
import dev.upkeep.window.shell.Content;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/// Walks through each page with the Tab key: everything that can be used is reached, has words for
/// a screen reader, and shows that it has the keyboard.
final class AccessibleIT {
  /// More than any page has.
  private static final int MOST = 80;

  /// A ring of focus may lie outside of what it is around.
  private static final double AROUND = 4;

  private final FxRobot robot = new FxRobot();
  private Optional<Stage> open = Optional.empty();

  @BeforeAll
  static void toolkit() throws Exception {
    Headless.start();
  }

  @AfterEach
  void close() throws Exception {
    Headless.call(() -> {
      open.ifPresent(Stage::close);
      return true;
    });
  }

  static Stream<Arguments> places() {
    return Stream.of(
            new Route.Databases(),
            new Route.Add(),
            new Route.Edit(Statuses.database("staging").id()),
            new Route.History(Optional.empty()),
            new Route.Settings(),
            new Route.Help())
        .flatMap(place -> Stream.of(Arguments.of(place, false), Arguments.of(place, true)));
  }

  @ParameterizedTest
  @MethodSource("places")
  void all_that_can_be_used_is_reached_named_and_seen(Route place, boolean dark) throws Exception {
    Stage stage = Headless.call(() -> show(place, dark));
    open = Optional.of(stage);
    Headless.settle();
    Parent root = stage.getScene().getRoot();

    Set<Node> reached = new LinkedHashSet<>();
    List<String> nameless = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    WritableImage before = Headless.call(() -> picture(root));
    for (int i = 0; i < MOST; i++) {
      robot.type(KeyCode.TAB);
      Headless.settle();
      Node owner = Headless.call(() -> stage.getScene().getFocusOwner());
      assertThat(owner).as("something has the keyboard").isNotNull();
      WritableImage after = Headless.call(() -> picture(root));
      WritableImage without = before;
      if (!reached.add(owner)) {
        break;
      }
      if (Headless.call(() -> isNameless(owner, root))) {
        nameless.add(owner.toString());
      }
      // A ring of focus: a caret may be between two blinks.
      if (Headless.call(() -> isSame(without, after, owner, root))) {
        unseen.add(owner.toString());
      }
      before = after;
    }

    assertThat(nameless).as("have no words for a screen reader").isEmpty();
    assertThat(unseen).as("do not show that they have the keyboard").isEmpty();
    assertThat(Headless.call(() -> usable(root)))
        .as("all that can be used is reached by Tab")
        .allMatch(reached::contains);
  }

  private static Stage show(Route place, boolean dark) {
    FakeAgent agent =
        new FakeAgent()
            .seeing(Samples.three())
            .remembering(Samples::history)
            .up(Samples.uptime(), Samples::chart);
    Rig rig = new Rig(agent, Locale.UK).connect();
    WindowMemory memory = new WindowMemory(Preferences.userRoot().node("accessible-it"));
    memory.keep(dark ? Appearance.DARK : Appearance.LIGHT);
    Content content = Content.of(rig.parts(memory), Pages.ALL);
    Stage stage = new Stage();
    stage.setScene(content.scene());
    stage.setWidth(900);
    stage.setHeight(1150);
    stage.show();
    content.shell().go(place);
    if (place instanceof Route.Add) {
      stage.getScene().getRoot().applyCss();
      if (stage.getScene().lookup("#paste") instanceof TextInputControl paste) {
        paste.setText(FormRig.OTHER);
      }
    }
    return stage;
  }

  private static WritableImage picture(Parent root) {
    return root.snapshot(new SnapshotParameters(), null);
  }

  /// Words of its own, those on it, or those of the label beside it.
  private static boolean isNameless(Node node, Parent root) {
    if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
      return false;
    }
    if (node instanceof Labeled labeled
        && labeled.getText() != null
        && !labeled.getText().isBlank()) {
      return false;
    }
    return root.lookupAll(".label").stream()
        .noneMatch(one -> one instanceof Label label && node.equals(label.getLabelFor()));
  }

  private static boolean isSame(WritableImage before, WritableImage after, Node node, Parent root) {
    Bounds bounds = root.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    Rectangle2D area =
        new Rectangle2D(
            Math.max(0, bounds.getMinX() - AROUND),
            Math.max(0, bounds.getMinY() - AROUND),
            bounds.getWidth() + 2 * AROUND,
            bounds.getHeight() + 2 * AROUND);
    for (int y = (int) area.getMinY(); y < Math.min(area.getMaxY(), after.getHeight()); y++) {
      for (int x = (int) area.getMinX(); x < Math.min(area.getMaxX(), after.getWidth()); x++) {
        if (before.getPixelReader().getArgb(x, y) != after.getPixelReader().getArgb(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Of toggles in a group Tab reaches the chosen one; the arrow keys go on from there.
  private static boolean isReachedByArrows(Node node) {
    return node instanceof Toggle toggle && toggle.getToggleGroup() != null && !toggle.isSelected();
  }

  /// What takes the keyboard and is to be seen.
  private static List<Node> usable(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return List.of();
    }
    List<Node> found = new ArrayList<>();
    if (node.isFocusTraversable() && !(node instanceof ScrollPane) && !isReachedByArrows(node)) {
      found.add(node);
    }
    if (node instanceof Parent parent && !(node instanceof ListCell<?> cell && cell.isEmpty())) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(usable(child)));
    }
    return found;
  }
}
