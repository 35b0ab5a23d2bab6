package dev.upkeep.window.editor;

import dev.upkeep.database.Database;
import dev.upkeep.database.Provider;
import dev.upkeep.database.TouchMode;
import dev.upkeep.window.editor.DefinitionForm.Field;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Buttons;
import dev.upkeep.window.widget.Styles;
import dev.upkeep.window.widget.TextLabels;
import java.io.File;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;

/// The fields of one database: label left, control right, a sentence of help under each.
final class DefinitionView {
  private static final double LABEL_WIDTH = 136;

  private final DefinitionForm form;
  private final Texts texts;

  DefinitionView(DefinitionForm form, Texts texts) {
    this.form = form;
    this.texts = texts;
  }

  /// The name alone.
  Node name() {
    GridPane grid = grid();
    TextField name = field(Field.NAME, "name");
    add(grid, FormText.NAME, name, name, problem(Field.NAME));
    return grid;
  }

  /// Everything but the name; what few people need is folded away.
  Node rest() {
    GridPane grid = grid();
    ComboBox<Provider> provider = provider();
    Label window = TextLabels.following(form.provider().map(this::providerNote), "caption");
    add(grid, FormText.PROVIDER, provider, provider, window);
    TextField interval = field(Field.INTERVAL, "interval");
    interval.setPromptText(texts.say(FormText.INTERVAL_PROMPT, form.usualInterval()));
    add(
        grid,
        FormText.INTERVAL,
        interval,
        interval,
        problem(Field.INTERVAL),
        TextLabels.following(form.hint(), "hint"),
        TextLabels.of(texts.say(FormText.INTERVAL_HELP), "caption"));
    TextField tags = field(Field.TAGS, "tags");
    add(
        grid,
        FormText.TAGS,
        tags,
        tags,
        problem(Field.TAGS),
        TextLabels.of(texts.say(FormText.TAGS_HELP), "caption"));
    RadioButton first = new RadioButton();
    add(grid, FormText.MODE, first, modes(first));
    TitledPane advanced = new TitledPane(texts.say(FormText.ADVANCED), advanced());
    advanced.setId("advanced");
    advanced.getStyleClass().add("folded");
    advanced.setExpanded(false);
    advanced.setAnimated(false);
    for (Field field : new Field[] {Field.WINDOW, Field.KEY, Field.CA_FILE}) {
      // What is wrong must be seen.
      form.problem(field)
          .addListener(
              (_, _, now) -> advanced.setExpanded(advanced.isExpanded() || !now.isEmpty()));
    }
    VBox box = new VBox(grid, advanced);
    box.getStyleClass().add("fields");
    return box;
  }

  private Node advanced() {
    GridPane grid = grid();
    TextField window = field(Field.WINDOW, "window");
    window.promptTextProperty().bind(form.provider().map(_ -> usualWindow()));
    add(
        grid,
        FormText.WINDOW,
        window,
        window,
        problem(Field.WINDOW),
        TextLabels.of(texts.say(FormText.WINDOW_HELP), "caption"));
    TextField key = field(Field.KEY, "key");
    key.setPromptText(Database.DEFAULT_KEY);
    add(
        grid,
        FormText.KEY,
        key,
        key,
        problem(Field.KEY),
        TextLabels.of(texts.say(FormText.KEY_HELP), "caption"));
    TextField file = field(Field.CA_FILE, "ca-file");
    file.setPromptText(texts.say(FormText.CA_FILE_PROMPT));
    HBox.setHgrow(file, Priority.ALWAYS);
    Button choose = Buttons.of(texts.say(FormText.CHOOSE), "choose", () -> choose(file));
    HBox both = new HBox(file, choose);
    both.getStyleClass().add("actions");
    add(
        grid,
        FormText.CA_FILE,
        file,
        both,
        problem(Field.CA_FILE),
        TextLabels.of(texts.say(FormText.CA_FILE_HELP), "caption"));
    return grid;
  }

  private void choose(TextField file) {
    File chosen = new FileChooser().showOpenDialog(file.getScene().getWindow());
    if (chosen != null) {
      file.setText(chosen.getAbsolutePath());
    }
  }

  private Node modes(RadioButton first) {
    ToggleGroup group = new ToggleGroup();
    VBox box =
        new VBox(
            mode(first, TouchMode.WRITE, FormText.MODE_WRITE, FormText.MODE_WRITE_HELP, group),
            mode(
                new RadioButton(),
                TouchMode.READ,
                FormText.MODE_READ,
                FormText.MODE_READ_HELP,
                group),
            mode(
                new RadioButton(),
                TouchMode.PING,
                FormText.MODE_PING,
                FormText.MODE_PING_HELP,
                group));
    box.getStyleClass().add("modes");
    return box;
  }

  private Node mode(
      RadioButton button, TouchMode mode, FormText label, FormText help, ToggleGroup group) {
    button.setText(texts.say(label));
    button.setId("mode-" + Styles.className(mode));
    button.setAccessibleHelp(texts.say(help));
    button.setToggleGroup(group);
    button.setSelected(form.mode().get() == mode);
    button
        .selectedProperty()
        .addListener((_, _, now) -> {
          if (now) {
            form.mode().set(mode);
          }
        });
    form.mode().addListener((_, _, now) -> button.setSelected(now == mode));
    Label sentence = TextLabels.of(texts.say(help), "caption");
    sentence.getStyleClass().add("under-choice");
    return new VBox(button, sentence);
  }

  private ComboBox<Provider> provider() {
    ComboBox<Provider> box = new ComboBox<>();
    box.setId("provider");
    box.getItems().setAll(Provider.values());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Provider provider) {
            return provider == Provider.OTHER
                ? texts.say(FormText.PROVIDER_OTHER)
                : provider.displayName();
          }

          @Override
          public Provider fromString(String text) {
            throw new UnsupportedOperationException();
          }
        });
    box.valueProperty().bindBidirectional(form.provider());
    return box;
  }

  private String providerNote(Provider provider) {
    return provider
        .window()
        .map(window -> texts.say(FormText.PROVIDER_WINDOW, window.toDays()))
        .orElseGet(() -> texts.say(FormText.PROVIDER_NO_WINDOW));
  }

  private String usualWindow() {
    return form.usualWindow()
        .map(window -> texts.say(FormText.WINDOW_PROMPT, window))
        .orElseGet(() -> texts.say(FormText.WINDOW_UNKNOWN));
  }

  private TextField field(Field field, String id) {
    TextField text = new TextField();
    text.setId(id);
    text.textProperty().bindBidirectional(form.value(field));
    return text;
  }

  private Label problem(Field field) {
    Label label = TextLabels.following(form.problem(field), "problem");
    label.setId("problem-" + Styles.className(field));
    return label;
  }

  private void add(GridPane grid, FormText label, Control control, Node shown, Node... beneath) {
    Label left = new Label(texts.say(label));
    left.getStyleClass().add("field-label");
    left.setLabelFor(control);
    GridPane.setValignment(left, VPos.TOP);
    control.setAccessibleText(texts.say(label));
    VBox right = new VBox(shown);
    right.getChildren().addAll(beneath);
    right.getStyleClass().add("field");
    grid.addRow(grid.getRowCount(), left, right);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("form-grid");
    ColumnConstraints right = new ColumnConstraints(0, 400, Double.MAX_VALUE);
    right.setHgrow(Priority.ALWAYS);
    ColumnConstraints left = new ColumnConstraints(LABEL_WIDTH);
    left.setMinWidth(Region.USE_PREF_SIZE);
    grid.getColumnConstraints().addAll(left, right);
    return grid;
  }
}
