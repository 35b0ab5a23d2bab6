package dev.upkeep.window.shell;

import dev.upkeep.window.page.TouchRun;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Buttons;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The button that touches all, and in its place, while that goes on, how far it is and a button to
/// stop it.
final class TouchingView {
  private final Texts texts;
  private final Button all;
  private final ProgressBar bar = new ProgressBar(0);
  private final Label words = new Label();
  private final Button stop;
  private final HBox box = new HBox();

  TouchingView(ShellModel model, Texts texts) {
    this.texts = texts;
    all = Buttons.of(texts.say(ShellText.TOUCH_ALL), "touch-all", model::touchAll);
    all.disableProperty().bind(model.canTouchAll().not());
    stop = Buttons.of(texts.say(ShellText.STOP), "stop-touching", model::stopTouching);
    words.setId("touching");
    words.setMinWidth(Region.USE_PREF_SIZE);
    bar.getStyleClass().add("touching-bar");
    box.getStyleClass().add("touching");
    box.setAlignment(Pos.CENTER_LEFT);
    model.touching().addListener((_, _, now) -> show(now));
    show(model.touching().get());
  }

  Node node() {
    return box;
  }

  private void show(Optional<TouchRun.Progress> now) {
    now.ifPresent(far -> {
      bar.setProgress((double) far.done() / far.all());
      words.setText(texts.say(ShellText.TOUCHING, far.done(), far.all()));
    });
    boolean running = box.getChildren().contains(stop);
    if (now.isPresent() != running || box.getChildren().isEmpty()) {
      if (now.isPresent()) {
        box.getChildren().setAll(words, bar, stop);
      } else {
        box.getChildren().setAll(all);
      }
    }
  }
}
