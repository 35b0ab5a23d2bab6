package dev.upkeep.window.account;

import dev.upkeep.control.OfferedDatabase;
import dev.upkeep.window.text.Texts;
import dev.upkeep.words.Screen;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A database of an account in two lines, or three when it is known what came of it. Made once and
/// filled again and again.
final class OfferCell extends ListCell<OfferRow> {
  private final Texts texts;
  private final CheckBox choice = new CheckBox();
  private final Label about = new Label();
  private final Label result = new Label();
  private final VBox box = new VBox(choice, about, result);
  private final ChangeListener<OfferRow.Phase> moved = (_, _, _) -> show();
  private final ChangeListener<Boolean> chosen = (_, _, now) -> choice.setSelected(now);
  private @Nullable OfferRow shown;

  OfferCell(Texts texts) {
    this.texts = texts;
    getStyleClass().add("offer-cell");
    choice.getStyleClass().add("name");
    // The list has the focus, and its keys choose.
    choice.setFocusTraversable(false);
    choice.setOnAction(_ -> {
      if (shown != null) {
        shown.chosen().set(choice.isSelected());
      }
    });
    about.getStyleClass().addAll("secondary", "under-choice");
    for (Label line : List.of(about, result)) {
      line.setWrapText(true);
      line.setMinHeight(Region.USE_PREF_SIZE);
    }
    about.setMinWidth(0);
    box.getStyleClass().add("offer");
  }

  @Override
  protected void updateItem(@Nullable OfferRow row, boolean empty) {
    super.updateItem(row, empty);
    if (shown != null) {
      shown.phase().removeListener(moved);
      shown.chosen().removeListener(chosen);
    }
    shown = empty ? null : row;
    if (shown == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    shown.phase().addListener(moved);
    shown.chosen().addListener(chosen);
    show();
    setGraphic(box);
  }

  private void show() {
    OfferRow row = shown;
    if (row == null) {
      return;
    }
    String name = Screen.clean(row.database().name());
    String what = about(row.database());
    String came = came(row);
    choice.setText(name);
    choice.setSelected(row.chosen().get() && row.database().addable());
    choice.setDisable(!row.open());
    about.setText(what);
    result.setText(came);
    result.getStyleClass().setAll("label", "under-choice", style(row.phase().get()));
    result.setVisible(!came.isEmpty());
    result.setManaged(!came.isEmpty());
    setAccessibleText(String.join(", ", List.of(name, what, came)));
  }

  /// A cell knows its text only; the row's height follows from what its width makes of it.
  @Override
  protected double computePrefHeight(double width) {
    return getGraphic() == null
        ? super.computePrefHeight(width)
        : snappedTopInset()
            + box.prefHeight(width - snappedLeftInset() - snappedRightInset())
            + snappedBottomInset();
  }

  /// As wide as the list, never wider.
  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  private static String style(OfferRow.Phase phase) {
    return switch (phase) {
      case ADDED -> "good";
      case FAILED -> "problem";
      case OFFERED, WAITING -> "secondary";
    };
  }

  private String came(OfferRow row) {
    return row.phase().get() == OfferRow.Phase.WAITING
        ? texts.say(ImportText.WAITING)
        : String.join(" ", row.sentences());
  }

  private String about(OfferedDatabase database) {
    List<String> parts = new ArrayList<>();
    parts.add(Screen.clean(database.address()));
    if (!database.region().isEmpty()) {
      parts.add(Screen.clean(database.region()));
    }
    switch (database.plan()) {
      case FREE -> parts.add(texts.say(ImportText.FREE));
      case PAID -> parts.add(texts.say(ImportText.PAID));
      case UNKNOWN -> {}
    }
    switch (database.state()) {
      case SUSPENDED -> parts.add(texts.say(ImportText.SUSPENDED));
      case PASSIVE -> parts.add(texts.say(ImportText.PASSIVE));
      case ACTIVE, UNKNOWN -> {}
    }
    if (database.keptAs().isPresent()) {
      parts.add(texts.say(ImportText.KEPT, Screen.clean(database.keptAs().get())));
    } else if (!database.hasCredentials()) {
      parts.add(texts.say(ImportText.NO_CREDENTIALS));
    }
    return String.join(" · ", parts);
  }
}
