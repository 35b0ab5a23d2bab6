package dev.upkeep.window.page;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/// Waits on a thread of its own and acts on the window's. The toolkit's timelines would do, but
/// while one of them runs, the toolkit beats sixty times a second although nothing changes.
public final class FxTimer implements WindowTime.Timer {
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("window-timer").factory());

  @Override
  public WindowTime.Waiting after(Duration time, Runnable action) {
    AtomicBoolean closed = new AtomicBoolean();
    ScheduledFuture<?> waiting =
        CLOCK.schedule(post(action, closed), time.toMillis(), TimeUnit.MILLISECONDS);
    return closing(waiting, closed);
  }

  @Override
  public WindowTime.Waiting every(Duration time, Runnable action) {
    AtomicBoolean closed = new AtomicBoolean();
    ScheduledFuture<?> waiting =
        CLOCK.scheduleWithFixedDelay(
            post(action, closed), time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
    return closing(waiting, closed);
  }

  private static Runnable post(Runnable action, AtomicBoolean closed) {
    return () ->
        Platform.runLater(() -> {
          if (!closed.get()) {
            action.run();
          }
        });
  }

  private static WindowTime.Waiting closing(ScheduledFuture<?> waiting, AtomicBoolean closed) {
    return () -> {
      closed.set(true);
      waiting.cancel(false);
    };
  }
}
