package dev.upkeep.window.databases;

import dev.upkeep.window.text.Text;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Buttons;
import dev.upkeep.window.widget.Styles;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/// What stands above the list where there are many: a filter, chips for the kinds there are, the
/// order, and how high rows are.
final class FilterBar {
  private final DatabasesModel model;
  private final Texts texts;
  private final TextField text = new TextField();
  private final Map<DatabasesFilter.Kind, ToggleButton> chips =
      new EnumMap<>(DatabasesFilter.Kind.class);
  private final ComboBox<DatabasesFilter.Sort> sort = new ComboBox<>();
  private final HBox many;
  private final HBox view = new HBox();
  private final Button only;

  /// A bar for a model.
  ///
  /// @param compact whether rows have one line
  FilterBar(DatabasesModel model, Texts texts, BooleanProperty compact) {
    this.model = model;
    this.texts = texts;
    text.setId("filter");
    text.setPromptText(say(DatabasesText.FILTER));
    text.setAccessibleText(say(DatabasesText.FILTER));
    HBox.setHgrow(text, Priority.ALWAYS);
    text.textProperty()
        .addListener((_, _, now) -> {
          if (!model.filter().get().text().equals(now)) {
            model.filter().set(model.filter().get().saying(now));
          }
        });
    only =
        Buttons.of(
            "", "filter-only", () -> model.filter().set(model.filter().get().only(Set.of())));
    many = new HBox(text, chips(), sort(), density(compact));
    many.getStyleClass().add("filter-bar");
    HBox.setHgrow(many, Priority.ALWAYS);
    view.getStyleClass().add("filter-bars");
    model.filter().addListener((_, _, now) -> show(now));
    model.counts().addListener((_, _, _) -> count());
    model.shown().addListener((_, _, _) -> show(model.filter().get()));
    count();
    show(model.filter().get());
  }

  private HBox chips() {
    ToggleGroup group = new ToggleGroup();
    HBox box = new HBox();
    box.getStyleClass().add("chips");
    for (DatabasesFilter.Kind kind : DatabasesFilter.Kind.values()) {
      ToggleButton chip = new ToggleButton(say(kind.label()));
      chip.setId("chip-" + Styles.className(kind));
      chip.getStyleClass().add("chip");
      chip.setMinWidth(Region.USE_PREF_SIZE);
      chip.setToggleGroup(group);
      chip.setOnAction(_ -> {
        // A chip that is pressed again lets everything be seen.
        DatabasesFilter now = model.filter().get();
        model.filter().set(now.of(chip.isSelected() ? kind : DatabasesFilter.Kind.ALL));
        show(model.filter().get());
      });
      chips.put(kind, chip);
      box.getChildren().add(chip);
    }
    return box;
  }

  private Node sort() {
    sort.setId("sort");
    sort.setMinWidth(Region.USE_PREF_SIZE);
    sort.setAccessibleText(say(DatabasesText.SORT));
    sort.getItems().setAll(DatabasesFilter.Sort.values());
    sort.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(DatabasesFilter.Sort value) {
            return value == null ? "" : say(value.label());
          }

          @Override
          public DatabasesFilter.Sort fromString(String said) {
            throw new UnsupportedOperationException("nobody types here");
          }
        });
    sort.setOnAction(_ -> {
      DatabasesFilter.Sort chosen = sort.getValue();
      if (chosen != null) {
        model.filter().set(model.filter().get().by(chosen));
      }
    });
    return sort;
  }

  private Node density(BooleanProperty compact) {
    ToggleButton button = new ToggleButton(say(DatabasesText.COMPACT));
    button.setId("compact");
    button.getStyleClass().add("chip");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.selectedProperty().bindBidirectional(compact);
    return button;
  }

  Node view() {
    return view;
  }

  private void count() {
    chips.forEach((kind, chip) -> {
      int count = model.counts().get().getOrDefault(kind, 0);
      chip.setText(texts.say(DatabasesText.KIND_COUNTED, say(kind.label()), count));
    });
  }

  private void show(DatabasesFilter now) {
    if (!text.getText().equals(now.text())) {
      text.setText(now.text());
    }
    chips.forEach((kind, chip) -> chip.setSelected(kind == now.kind()));
    if (sort.getValue() != now.sort()) {
      sort.setValue(now.sort());
    }
    only.setText(texts.say(DatabasesText.ONLY, now.only().size()));
    boolean restricted = !now.only().isEmpty();
    boolean offered = restricted || model.shown().get() == DatabasesModel.Shown.MANY;
    view.getChildren().setAll(restricted ? only : many);
    view.setVisible(offered);
    view.setManaged(offered);
  }

  boolean isOffered() {
    return view.isVisible();
  }

  void focus() {
    if (isOffered() && model.filter().get().only().isEmpty()) {
      text.requestFocus();
      text.selectAll();
    }
  }

  private String say(Text key) {
    return texts.say(key);
  }
}
