package dev.upkeep.window;

import dev.upkeep.window.shell.Theme;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.stage.Stage;

/// Gives windows their name: the toolkit calls the class of a window after the class that it was
/// launched with, and "java" without one. By that name docks and window lists find our desktop file
/// (`StartupWMClass`), so the two go together. Nothing else happens here; [Window] opens windows.
public final class WindowApplication extends Application {
  private static final CompletableFuture<Boolean> STARTED = new CompletableFuture<>();

  /// Launches the toolkit on a thread that lasts as long as it does.
  ///
  /// @return completed when it has started; exceptionally if it cannot
  static CompletableFuture<Boolean> begin() {
    Thread.ofPlatform()
        .daemon()
        .name("launcher")
        .start(() -> {
          try {
            launch(WindowApplication.class);
          } catch (RuntimeException | LinkageError e) {
            STARTED.completeExceptionally(e);
          }
        });
    return STARTED;
  }

  /// The stage is the toolkit's own, and stays unused.
  @Override
  public void start(Stage unused) {
    Theme.prepare();
    STARTED.complete(true);
  }
}
