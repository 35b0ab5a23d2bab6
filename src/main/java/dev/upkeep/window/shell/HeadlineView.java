package dev.upkeep.window.shell;

import dev.upkeep.window.page.Route;
import dev.upkeep.window.widget.StateMark;
import dev.upkeep.window.widget.Styles;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// The sentence at the top, with its mark.
final class HeadlineView {
  private static final double SIZE = 24;
  private static final Pattern NUMBER = Pattern.compile("(\\d\\.?) (?=\\p{L})");

  private final StackPane mark = new StackPane();
  private final Button sentence = new Button();
  private Optional<UUID> first = Optional.empty();
  private final HBox box = new HBox(mark, sentence);

  HeadlineView(ObservableValue<Headline> headline, Consumer<Route> leads) {
    box.getStyleClass().add("headline");
    sentence.setId("headline");
    sentence.getStyleClass().setAll("headline-text");
    sentence.setAlignment(Pos.CENTER_LEFT);
    sentence.setOnAction(_ -> first.map(Route.Chosen::new).ifPresent(leads));
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
    first = now.first();
    // A button only while there is somewhere to go to.
    sentence.setFocusTraversable(first.isPresent());
    sentence.setMouseTransparent(first.isEmpty());
    sentence.setAccessibleRole(first.isPresent() ? AccessibleRole.BUTTON : AccessibleRole.TEXT);
    Styles.set(sentence, "leads", first.isPresent());
    // A number does not stand at the end of a line without its unit or its month.
    sentence.setText(NUMBER.matcher(now.text()).replaceAll("$1\u00A0"));
  }
}
