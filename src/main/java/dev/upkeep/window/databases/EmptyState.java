package dev.upkeep.window.databases;

import dev.upkeep.control.Mark;
import dev.upkeep.window.page.Navigator;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Buttons;
import dev.upkeep.window.widget.StateMark;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What is seen before the first database: the mark, one sentence, one button, and what can be
/// pasted.
final class EmptyState {
  private EmptyState() {}

  static Node of(Texts texts, Navigator navigator) {
    Label title = new Label(texts.say(DatabasesText.EMPTY_TITLE));
    title.getStyleClass().add("empty-title");
    title.setWrapText(true);
    VBox box = new VBox(new StateMark(Mark.EMPTY, 64), title);
    box.getStyleClass().add("empty-state");
    if (navigator.offers(Route.Add.class)) {
      Button add =
          Buttons.of(
              texts.say(DatabasesText.EMPTY_BUTTON),
              "add-first",
              () -> navigator.go(new Route.Add()));
      add.getStyleClass().add("accent");
      add.setDefaultButton(true);
      box.getChildren().add(add);
    }
    Label paste = new Label(texts.say(DatabasesText.EMPTY_PASTE));
    paste.getStyleClass().add("caption");
    VBox kinds =
        new VBox(
            example(texts.say(DatabasesText.EMPTY_URL)),
            example(texts.say(DatabasesText.EMPTY_REST)),
            example(texts.say(DatabasesText.EMPTY_CLI)));
    kinds.getStyleClass().add("examples");
    box.getChildren().addAll(paste, kinds);
    return box;
  }

  private static Node example(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("example");
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
