package dev.upkeep.window.history;

import dev.upkeep.history.Verdict;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/// The one row that governs what is seen: which database, which outcome, which time. Exporting
/// stands there too, since it writes just that.
final class HistoryFilters {
  private static final int ROWS = 12;

  private final HistoryModel model;
  private final Texts texts;
  private final ComboBox<Optional<UUID>> database;
  private final ComboBox<Optional<Verdict>> outcome;
  private final ComboBox<HistoryFilter.Range> time;
  private final HBox view;

  HistoryFilters(
      HistoryModel model, Texts texts, Function<HistoryExport.Form, Optional<Path>> chooser) {
    this.model = model;
    this.texts = texts;
    database = box("history-database", HistoryText.FILTER_DATABASE, this::database);
    outcome = box("history-outcome", HistoryText.FILTER_OUTCOME, this::outcome);
    time = box("history-time", HistoryText.FILTER_TIME, this::range);
    database.setPrefWidth(240);
    outcome
        .getItems()
        .setAll(
            Stream.concat(
                    Stream.of(Optional.<Verdict>empty()),
                    Arrays.stream(Verdict.values()).map(Optional::of))
                .toList());
    time.getItems().setAll(HistoryFilter.Range.values());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    view = new HBox(database, outcome, time, space, progress(), export(chooser));
    view.getStyleClass().add("history-filters");
    offer();
    model.names().addListener((_, _, _) -> offer());
    model.filter().addListener((_, _, now) -> show(now));
    follow(database, chosen -> model.filter().get().of(chosen));
    follow(outcome, chosen -> model.filter().get().ended(chosen));
    follow(time, chosen -> model.filter().get().over(chosen));
  }

  private <T> ComboBox<T> box(String id, HistoryText name, Function<T, String> words) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.setVisibleRowCount(ROWS);
    box.setAccessibleText(texts.say(name));
    box.setMinWidth(96);
    box.setConverter(saying(words));
    return box;
  }

  private static <T> StringConverter<T> saying(Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("nobody types here");
      }
    };
  }

  /// A person's choice becomes the filter; a filter that was set elsewhere finds it chosen already.
  private <T> void follow(ComboBox<T> box, Function<T, HistoryFilter> filter) {
    box.setOnAction(_ -> {
      T chosen = box.getValue();
      if (chosen != null) {
        model.filter().set(filter.apply(chosen));
      }
    });
  }

  /// Offers the databases that there are, if they are others now.
  private void offer() {
    List<Optional<UUID>> now = new ArrayList<>();
    now.add(Optional.empty());
    model.names().get().keySet().forEach(id -> now.add(Optional.of(id)));
    if (!database.getItems().equals(now)) {
      database.getItems().setAll(now);
    }
    // A box asks for a text once. Names come later than a filter that is set from outside, and may
    // change; what asks is new, so the box asks again.
    database.setConverter(saying(this::database));
    show(model.filter().get());
  }

  private void show(HistoryFilter filter) {
    database.setValue(filter.database());
    outcome.setValue(filter.verdict());
    time.setValue(filter.range());
  }

  private Node progress() {
    ProgressIndicator progress = new ProgressIndicator();
    progress.getStyleClass().add("row-progress");
    progress.visibleProperty().bind(model.exporting());
    return progress;
  }

  private Node export(Function<HistoryExport.Form, Optional<Path>> chooser) {
    MenuButton export = new MenuButton(texts.say(HistoryText.EXPORT));
    export.setId("history-export");
    export.setMinWidth(Region.USE_PREF_SIZE);
    export.disableProperty().bind(model.exporting());
    for (HistoryExport.Form form : HistoryExport.Form.values()) {
      MenuItem item = new MenuItem(texts.say(words(form)));
      item.setId("export-" + Styles.className(form));
      item.setOnAction(_ -> chooser.apply(form).ifPresent(file -> model.export(form, file)));
      export.getItems().add(item);
    }
    return export;
  }

  private static HistoryText words(HistoryExport.Form form) {
    return switch (form) {
      case CSV -> HistoryText.EXPORT_CSV;
      case JSON -> HistoryText.EXPORT_JSON;
    };
  }

  private String database(Optional<UUID> id) {
    return id.map(chosen -> model.names().get().getOrDefault(chosen, ""))
        .orElseGet(() -> texts.say(HistoryText.ALL_DATABASES));
  }

  private String outcome(Optional<Verdict> verdict) {
    return verdict.map(model.words()::outcome).orElseGet(() -> texts.say(HistoryText.ANY_OUTCOME));
  }

  private String range(HistoryFilter.Range range) {
    return texts.say(
        switch (range) {
          case DAY -> HistoryText.LAST_DAY;
          case WEEK -> HistoryText.LAST_WEEK;
          case MONTH -> HistoryText.LAST_MONTH;
          case QUARTER -> HistoryText.LAST_QUARTER;
          case ALL -> HistoryText.ALL_TIME;
        });
  }

  Node view() {
    return view;
  }

  void focus() {
    database.requestFocus();
  }
}
