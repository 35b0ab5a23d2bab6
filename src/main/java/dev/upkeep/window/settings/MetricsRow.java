package dev.upkeep.window.settings;

import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Buttons;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// The part of the settings that says where metrics are served.
final class MetricsRow {
  /// The key of the setting.
  static final String SETTING = "metrics.address";

  private MetricsRow() {}

  /// The section, and the model behind it.
  static List<Node> of(PageContext surroundings, SettingsModel settings, SettingControls controls) {
    Texts texts = surroundings.texts();
    MetricsModel model = new MetricsModel(surroundings.agent(), texts, surroundings.toasts());
    model.start();
    Label heading = new Label(texts.say(MetricsText.MONITORING));
    heading.getStyleClass().add("section");
    Button check = Buttons.of(texts.say(MetricsText.CHECK), "check-metrics", model::check);
    check.disableProperty().bind(settings.usable().not());
    String name = texts.say(MetricsText.ADDRESS);
    return List.of(
        heading,
        SettingRow.of(
            name,
            model.note(),
            first(settings.field(SETTING).problem(), model.problem()),
            controls.text(SETTING, name),
            check));
  }

  /// What was refused comes before what is in force and does not work.
  private static ObservableValue<String> first(
      ObservableValue<String> one, ObservableValue<String> other) {
    return Bindings.createStringBinding(
        () -> one.getValue().isEmpty() ? other.getValue() : one.getValue(), one, other);
  }
}
