package dev.upkeep.window.shell;

import dev.upkeep.window.widget.StateMark;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// The sentence at the top, with its mark.
final class HeadlineView {
  private static final double SIZE = 24;
  private static final Pattern NUMBER = Pattern.compile("(\\d) (?=(?:s|min|h|d)\\b)");

  private final StackPane mark = new StackPane();
  private final Label sentence = new Label();
  private final HBox box = new HBox(mark, sentence);

  HeadlineView(ObservableValue<Headline> headline) {
    box.getStyleClass().add("headline");
    sentence.setId("headline");
    sentence.setWrapText(true);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    mark.setMinWidth(SIZE);
    headline.addListener((_, before, now) -> {
      if (!now.equals(before)) {
        show(now);
      }
    });
    show(headline.getValue());
  }

  Node node() {
    return box;
  }

  private void show(Headline now) {
    mark.getChildren().setAll(new StateMark(now.mark(), SIZE));
    // A number does not stand at the end of a line without its unit.
    sentence.setText(NUMBER.matcher(now.text()).replaceAll("$1\u00A0"));
  }
}
