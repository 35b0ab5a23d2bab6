package dev.upkeep.window.settings;

import dev.upkeep.window.widget.Styles;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

/// Controls that apply what is done to them at once.
final class SettingControls {
  private static final int COLUMNS = 12;

  private final SettingsModel model;

  SettingControls(SettingsModel model) {
    this.model = model;
  }

  /// A field of text, applied by Enter and when it is left.
  Control text(String key, String name) {
    SettingField setting = model.field(key);
    TextField field = named(new TextField(), key, name);
    field.setPrefColumnCount(COLUMNS);
    field.textProperty().bindBidirectional(setting.text());
    field.setOnAction(_ -> model.commit(key));
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          // What was refused is not sent again by merely going elsewhere.
          if (!focused && setting.problem().get().isEmpty()) {
            model.commit(key);
          }
        });
    setting.problem().addListener((_, _, now) -> Styles.set(field, "danger", !now.isEmpty()));
    return field;
  }

  /// On or off.
  Control flag(String key, String name) {
    SettingField setting = model.field(key);
    CheckBox box = named(new CheckBox(), key, name);
    setting.text().subscribe(now -> box.setSelected(Boolean.parseBoolean(now)));
    box.setOnAction(_ -> {
      setting.text().set(Boolean.toString(box.isSelected()));
      model.commit(key);
    });
    return box;
  }

  /// One of some values.
  Control choice(String key, String name, List<String> values, Function<String, String> words) {
    SettingField setting = model.field(key);
    ChoiceBox<String> box = named(choiceOf(values, words), key, name);
    setting.text().subscribe(box::setValue);
    box.valueProperty()
        .addListener((_, _, now) -> {
          // Not when it only shows what was set elsewhere.
          if (now != null && !now.equals(setting.text().get())) {
            setting.text().set(now);
            model.commit(key);
          }
        });
    return box;
  }

  /// A choice of values that are shown in words.
  static <T> ChoiceBox<T> choiceOf(List<T> values, Function<T, String> words) {
    ChoiceBox<T> box = new ChoiceBox<>();
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException();
          }
        });
    return box;
  }

  /// The control with the name that a screen reader says, and an id.
  private <C extends Control> C named(C control, String key, String name) {
    control.setId("setting-" + key.replace('.', '-').toLowerCase(Locale.ROOT));
    control.setAccessibleText(name);
    control.disableProperty().bind(model.usable().not());
    return control;
  }
}
