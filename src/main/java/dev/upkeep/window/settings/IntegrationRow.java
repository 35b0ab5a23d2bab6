package dev.upkeep.window.settings;

import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Buttons;
import dev.upkeep.window.widget.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The line of webhook or heartbeat: a field that hides what is typed until one wants to see it, a
/// test, and the way to be rid of it.
final class IntegrationRow {
  private static final int COLUMNS = 24;

  private IntegrationRow() {}

  static Region of(IntegrationField field, String name, Texts texts) {
    String id = "setting-" + field.outlet().word();
    CheckBox show = new CheckBox(texts.say(IntegrationText.SHOW));
    show.setId(id + "-show");
    show.disableProperty().bind(field.typed().isEmpty());
    TextField hidden = prepared(new PasswordField(), field, name);
    hidden.setId(id);
    TextField shown = prepared(new TextField(), field, name);
    shown.setId(id + "-shown");
    shown.visibleProperty().bind(show.selectedProperty());
    shown.managedProperty().bind(shown.visibleProperty());
    hidden.visibleProperty().bind(show.selectedProperty().not());
    hidden.managedProperty().bind(hidden.visibleProperty());
    // What was taken is gone from the field, and the next one is hidden again.
    field
        .typed()
        .addListener((_, _, now) -> {
          if (now.isEmpty()) {
            show.setSelected(false);
          }
        });
    Button test = Buttons.of(texts.say(IntegrationText.TEST), id + "-test", field::test);
    BooleanBinding nothing = field.set().not().and(field.typed().isEmpty());
    test.disableProperty().bind(Bindings.or(field.usable().not(), nothing));
    Button remove = Buttons.of(texts.say(IntegrationText.REMOVE), id + "-remove", field::remove);
    remove.visibleProperty().bind(field.set().and(field.changeable()));
    remove.managedProperty().bind(remove.visibleProperty());
    HBox buttons = new HBox(show, test, remove);
    buttons.getStyleClass().add("outlet-controls");
    VBox controls = new VBox(hidden, shown, buttons);
    controls.getStyleClass().add("outlet-controls");
    return SettingRow.of(name, field.note(), field.problem(), controls);
  }

  private static TextField prepared(TextField control, IntegrationField field, String name) {
    control.setAccessibleText(name);
    control.accessibleHelpProperty().bind(field.note());
    control.setPrefColumnCount(COLUMNS);
    control.textProperty().bindBidirectional(field.typed());
    control.disableProperty().bind(field.changeable().not());
    // Not when it is left, as others are: who goes to "Show" wants to look at it first.
    control.setOnAction(_ -> field.commit());
    field.problem().addListener((_, _, now) -> Styles.set(control, "danger", !now.isEmpty()));
    return control;
  }
}
