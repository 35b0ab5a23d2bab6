package dev.upkeep.window.editor;

import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Buttons;
import dev.upkeep.window.widget.Styles;
import dev.upkeep.window.widget.TextLabels;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows how testing and saving went: the ladder, then what came of it.
final class ConnectionTestView {
  private static final double NAME_WIDTH = 184;
  private static final double TIME_WIDTH = 72;

  private final ConnectionTest trial;
  private final Texts texts;
  private final VBox rungs = new VBox();
  private final VBox verdict = new VBox();
  private final HBox progress = new HBox();
  private final Label running = new Label();
  private final Button untested;
  private final VBox node = new VBox(rungs, progress, verdict);

  /// @param saveUntested saves it although the test has failed
  ConnectionTestView(ConnectionTest trial, Texts texts, Runnable saveUntested) {
    this.trial = trial;
    this.texts = texts;
    this.untested = Buttons.of(texts.say(FormText.SAVE_UNTESTED), "save-untested", saveUntested);
    build();
  }

  VBox node() {
    return node;
  }

  private void build() {
    node.getStyleClass().add("trial");
    rungs.getStyleClass().add("ladder");
    rungs.setAccessibleText(texts.say(FormText.LADDER));
    verdict.getStyleClass().add("verdict");
    progress.getStyleClass().add("actions");
    ProgressIndicator turning = new ProgressIndicator();
    turning.getStyleClass().add("row-progress");
    progress.getChildren().addAll(turning, running);
    progress.managedProperty().bind(progress.visibleProperty());
    trial
        .ladder()
        .addListener(
            (ListChangeListener<RungLine>)
                _ -> rungs.getChildren().setAll(trial.ladder().stream().map(this::rung).toList()));
    rungs.getChildren().setAll(trial.ladder().stream().map(this::rung).toList());
    trial.phase().addListener((_, _, now) -> show(now));
    show(trial.phase().get());
    trial.verdict().addListener((_, _, now) -> show(now));
    show(trial.verdict().get());
  }

  private void show(ConnectionTest.Phase phase) {
    boolean busy = phase == ConnectionTest.Phase.TESTING || phase == ConnectionTest.Phase.SAVING;
    progress.setVisible(busy);
    running.setText(
        texts.say(phase == ConnectionTest.Phase.SAVING ? FormText.SAVING : FormText.TESTING));
  }

  private void show(Optional<ConnectionVerdict> now) {
    verdict.getChildren().clear();
    now.ifPresent(came -> {
      boolean first = true;
      for (String sentence : came.sentences()) {
        String style = first ? (came.good() ? "good" : "problem") : "secondary";
        verdict.getChildren().add(TextLabels.of(sentence, style));
        first = false;
      }
      if (came.untested()) {
        verdict.getChildren().add(untested);
      }
    });
  }

  private HBox rung(RungLine line) {
    Region sign = new Region();
    sign.getStyleClass().addAll("rung-sign", Styles.className(line.result()));
    Label name = new Label(line.name());
    name.setMinWidth(NAME_WIDTH);
    name.setPrefWidth(NAME_WIDTH);
    Label time = new Label(line.time());
    time.setMinWidth(TIME_WIDTH);
    time.setPrefWidth(TIME_WIDTH);
    time.getStyleClass().add("rung-time");
    Label detail = TextLabels.of(line.detail(), "secondary");
    HBox.setHgrow(detail, Priority.ALWAYS);
    HBox row = new HBox(sign, name, time, detail);
    row.getStyleClass().addAll("rung", Styles.className(line.result()));
    row.setAccessibleText(line.spoken());
    return row;
  }
}
