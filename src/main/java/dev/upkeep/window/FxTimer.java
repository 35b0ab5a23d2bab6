package dev.upkeep.window;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/// The toolkit's own timer.
final class FxTimer implements WindowTime.Timer {
  @Override
  public WindowTime.Waiting after(Duration time, Runnable action) {
    return start(time, action, 1);
  }

  @Override
  public WindowTime.Waiting every(Duration time, Runnable action) {
    return start(time, action, Animation.INDEFINITE);
  }

  private static WindowTime.Waiting start(Duration time, Runnable action, int cycles) {
    Timeline timeline =
        new Timeline(
            new KeyFrame(javafx.util.Duration.millis((double) time.toMillis()), _ -> action.run()));
    timeline.setCycleCount(cycles);
    timeline.play();
    return timeline::stop;
  }
}
