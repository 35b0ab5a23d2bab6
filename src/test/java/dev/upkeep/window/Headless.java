package dev.upkeep.window;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// The toolkit without a screen, once in a JVM and only in those that ask for it. With
/// `-Dupkeep.screen=true` it takes the screen that there is, such as Xvfb's.
public final class Headless {
  private static final Map<String, String> MONOCLE =
      Map.of(
          "testfx.robot", "glass",
          "testfx.headless", "true",
          "glass.platform", "Monocle",
          "monocle.platform", "Headless",
          "prism.order", "sw",
          "headless.geometry", "1920x1200-32",
          "java.awt.headless", "true");
  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private Headless() {}

  public static void start() throws InterruptedException {
    if (!STARTED.compareAndSet(false, true)) {
      return;
    }
    if (!Boolean.getBoolean("upkeep.screen")) {
      MONOCLE.forEach(System::setProperty);
    }
    ownPreferences();
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    Platform.setImplicitExit(false);
    if (!started.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the toolkit does not start");
    }
  }

  /// Preferences of this process alone, and not in the home folder of whoever runs the tests. Java
  /// asks once where they are.
  public static void ownPreferences() {
    System.setProperty(
        "java.util.prefs.userRoot",
        System.getProperty("java.io.tmpdir") + "/window-prefs-" + ProcessHandle.current().pid());
  }

  /// Does something on the window's thread, and waits for it.
  public static <T> T call(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get(60, TimeUnit.SECONDS);
  }

  /// Waits until what was changed is laid out: a list fills in one frame and lays out in the next.
  public static void settle() throws Exception {
    CountDownLatch frames = new CountDownLatch(4);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            frames.countDown();
          }
        };
    call(() -> {
      timer.start();
      return true;
    });
    if (!frames.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no frames are drawn");
    }
    call(() -> {
      timer.stop();
      return true;
    });
  }
}
