package dev.upkeep.window.safety;

import dev.upkeep.window.page.Page;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.safety.SafetyPicture.Absence;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.TextLabels;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows the picture of safety, with the absence that a person tries.
public final class SafetyPage implements Page {
  /// How near the end of the hatch the pointer takes hold of it.
  private static final double REACH = 8;

  private static final int LEAST = 4;
  private static final List<Integer> USUAL = List.of(3, 7, 14);

  private final SafetyModel model;
  private final PageContext surroundings;
  private final Texts texts;
  private final ObservableList<SafetyLane> lanes = FXCollections.observableArrayList();
  private final ListView<SafetyLane> list = new ListView<>(lanes);
  private final TextField until = new TextField();
  private final Label words = TextLabels.of("", "safety-words");
  private final Label problem = TextLabels.of("", "problem");
  private final AxisView axis;
  private final VBox content = new VBox();

  /// In a low window the page is scrolled, rather than the lanes squeezed away.
  private final ScrollPane view = new ScrollPane(content);

  private boolean dragging;
  private boolean following;

  private SafetyPage(PageContext surroundings, SafetyModel model) {
    this.surroundings = surroundings;
    this.model = model;
    this.texts = surroundings.texts();
    this.axis = new AxisView(model, say(SafetyText.END));
  }

  /// The page, and the model behind it.
  public static SafetyPage of(PageContext surroundings) {
    SafetyModel model =
        new SafetyModel(surroundings.agent(), surroundings.texts(), surroundings.time());
    SafetyPage page = new SafetyPage(surroundings, model);
    page.fill();
    model.start();
    return page;
  }

  private void fill() {
    list.setId("lanes");
    list.setAccessibleText(say(SafetyText.LIST));
    list.setFixedCellSize(LaneView.HEIGHT);
    list.setCellFactory(_ -> new LaneCell(model));
    list.setPlaceholder(TextLabels.of(say(SafetyText.NOTHING), "body"));
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        openChosen();
        event.consume();
      }
    });
    list.addEventFilter(MouseEvent.ANY, this::grip);
    VBox.setVgrow(list, Priority.ALWAYS);
    words.setId("safety-words");
    problem.managedProperty().bind(problem.visibleProperty());
    problem.setVisible(false);
    list.setMinHeight(LEAST * LaneView.HEIGHT);
    content.getStyleClass().add("safety");
    content.getChildren().addAll(choice(), problem, axis, list, legend(), words);
    view.setFitToWidth(true);
    view.setFitToHeight(true);
    view.setFocusTraversable(false);
    view.getStyleClass().add("page-scroll");
    model.picture().addListener((_, _, now) -> now.ifPresent(this::show));
    model.absence().addListener((_, _, _) -> problem.setVisible(false));
  }

  private Node choice() {
    Label label = new Label(say(SafetyText.OFF_UNTIL));
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setLabelFor(until);
    until.setId("absence");
    until.setPromptText(say(SafetyText.OFF_PROMPT));
    until.setPrefColumnCount(10);
    until.setMinWidth(Region.USE_PREF_SIZE);
    until.setOnAction(_ -> write());
    until
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            model.picture().get().ifPresent(now -> until.setText(model.words().until(now)));
          }
        });
    FlowPane bar = new FlowPane(label, until);
    bar.getStyleClass().add("absence");
    bar.setRowValignment(VPos.CENTER);
    bar.getChildren().add(chip(say(SafetyText.NOT_OFF), "stays", new Absence.Days(0)));
    USUAL.forEach(days ->
        bar.getChildren()
            .add(chip(say(SafetyText.DAYS, days), "days-" + days, new Absence.Days(days))));
    bar.getChildren().add(chip(say(SafetyText.FOR_GOOD), "for-good", new Absence.ForGood()));
    return bar;
  }

  private ToggleButton chip(String label, String id, Absence absence) {
    ToggleButton chip = new ToggleButton(label);
    chip.setId(id);
    chip.getStyleClass().add("chip");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setOnAction(_ -> {
      model.absence().set(absence);
      chip.setSelected(true);
    });
    model.absence().addListener((_, _, now) -> chip.setSelected(now.equals(absence)));
    chip.setSelected(model.absence().get().equals(absence));
    return chip;
  }

  private void write() {
    boolean read = model.write(until.getText());
    problem.setText(say(SafetyText.NO_TIME));
    problem.setVisible(!read);
    if (read) {
      model.picture().get().ifPresent(now -> until.setText(model.words().until(now)));
    }
  }

  private Node legend() {
    FlowPane legend = new FlowPane();
    legend.getStyleClass().add("legend");
    legend
        .getChildren()
        .addAll(
            key("⚑", "key-danger", SafetyText.IN_DANGER),
            key("▷", "key-safe", SafetyText.DEADLINE),
            key("◆", "key-touch", SafetyText.TOUCHES),
            key("╱╱", "key-off", SafetyText.OFF),
            key("╌╌", "key-others", SafetyText.OTHERS));
    return legend;
  }

  private Node key(String sign, String styleClass, SafetyText text) {
    Label mark = new Label(sign);
    mark.getStyleClass().add(styleClass);
    Label label = new Label(say(text), mark);
    label.getStyleClass().add("caption");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private void show(SafetyPicture now) {
    SafetyWords said = model.words();
    if (!lanes.equals(now.lanes())) {
      Optional<SafetyLane> chosen = chosen();
      lanes.setAll(now.lanes());
      chosen.ifPresent(lane -> choose(lane.id()));
    }
    list.refresh();
    followScrollBar();
    words.setText(said.whole(now));
    axis.label(said.moments(), say(SafetyText.TODAY));
    axis.end().setAccessibleHelp(say(SafetyText.END_SPOKEN, said.until(now), said.whole(now)));
    if (!until.isFocused() || dragging) {
      until.setText(said.until(now));
    }
  }

  /// The axis ends where the lanes do.
  private void followScrollBar() {
    if (!following && list.lookup(".scroll-bar:vertical") instanceof ScrollBar bar) {
      following = true;
      Runnable leave = () -> axis.leave(bar.isVisible() ? bar.getWidth() : 0);
      bar.visibleProperty().addListener((_, _, _) -> leave.run());
      bar.widthProperty().addListener((_, _, _) -> leave.run());
      leave.run();
    }
  }

  private Optional<SafetyLane> chosen() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  private void choose(UUID database) {
    for (int i = 0; i < lanes.size(); i++) {
      if (lanes.get(i).id().equals(database)) {
        list.getSelectionModel().clearAndSelect(i);
        return;
      }
    }
  }

  private void openChosen() {
    chosen().ifPresent(lane -> surroundings.navigator().go(new Route.Chosen(lane.id())));
  }

  /// The end of the hatch can be dragged wherever it is.
  private void grip(MouseEvent event) {
    double left = axis.end().getLayoutX() + axis.end().getHeight() / 2;
    double width = axis.end().getWidth() - axis.end().getHeight();
    double x = axis.sceneToLocal(event.getSceneX(), event.getSceneY()).getX() - left;
    boolean near = Math.abs(x - model.absence().get().share() * width) <= REACH;
    if (event.getEventType() == MouseEvent.MOUSE_MOVED) {
      list.setCursor(near ? Cursor.H_RESIZE : Cursor.DEFAULT);
    } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED && near) {
      dragging = true;
      event.consume();
    } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED && dragging) {
      model
          .absence()
          .set(new Absence.Days((int) Math.round(x / Math.max(1, width) * SafetyPicture.DAYS)));
      event.consume();
    } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED && dragging) {
      dragging = false;
      event.consume();
    }
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Route place) {
    model.show();
    if (place instanceof Route.Safety(Optional<UUID> database)) {
      database.ifPresent(id -> {
        choose(id);
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
      });
    }
    // What is scrolled belongs to the scene only once the style is known.
    view.applyCss();
    followScrollBar();
    list.requestFocus();
  }

  @Override
  public void hide() {
    model.hide();
  }

  @Override
  public void find() {
    until.requestFocus();
    until.selectAll();
  }

  private String say(SafetyText text, Object... arguments) {
    return texts.say(text, arguments);
  }
}
