package dev.upkeep.window;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The toolkit, started once in a process. That takes as long as reading the command line and
/// finding the agent does, so it may begin before them.
final class Toolkit {
  private static final Logger TOOLKIT_LOG = Logger.getLogger("javafx");
  private static final Logger MEMORY_LOG = Logger.getLogger("java.util.prefs");

  private static final FutureTask<Boolean> START = new FutureTask<>(Toolkit::start);

  private Toolkit() {}

  /// Starts it on another thread.
  static void begin() {
    Thread.ofPlatform().daemon().name("toolkit").start(START);
  }

  /// Waits until it has started; starts it if nobody has begun to.
  ///
  /// @return whether there is a screen; without one nothing has started
  /// @throws UnsatisfiedLinkError if a library of the system is missing that it draws with
  /// @throws IllegalStateException if it cannot for any other reason
  static boolean await() {
    START.run();
    try {
      return START.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnsatisfiedLinkError missing) {
        throw missing;
      }
      throw new IllegalStateException("The toolkit does not start.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted.", e);
    }
  }

  private static boolean start() {
    // Software drawing starts in half the time, and no graphics driver can take the window down.
    if (System.getProperty("prism.order") == null) {
      System.setProperty("prism.order", "sw");
    }
    // That the toolkit lies on the class path is on purpose, and a new folder is no news.
    TOOLKIT_LOG.setLevel(Level.SEVERE);
    MEMORY_LOG.setLevel(Level.WARNING);
    try {
      return WindowApplication.begin().join();
    } catch (CompletionException e) {
      return judged(e.getCause());
    }
  }

  /// There is no type for what Linux may lack; one is used for that and for more, and may be the
  /// cause of another.
  private static boolean judged(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnsatisfiedLinkError missing) {
        throw missing;
      }
      String message = String.valueOf(cause.getMessage());
      if (cause instanceof UnsupportedOperationException && message.endsWith("DISPLAY")) {
        return false;
      }
      if (cause instanceof UnsupportedOperationException && message.contains("GTK")) {
        throw new UnsatisfiedLinkError(message);
      }
    }
    throw new IllegalStateException("The toolkit does not start.", failure);
  }
}
